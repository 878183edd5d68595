package io.frontless.assistant.offline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Changes that are weighed by what a sentence mentions: what it is about, what is told of that, and what stands beside. */
final class ToldReadingTest {

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    driving: LS-205 isn't night, it's city => set Lesson: LS-205 | Topic=city
                    driving: DS-104 is out of the workshop again, the chain was replaced => set Vehicle: DS-104 | In workshop=no
                    driving: Boris is on holiday; his planned lessons go to Petra Simic => set Lesson: LS-205, LS-209 | Instructor=Petra Simic
                    driving: EX-72: examiner Inga Nagel, fee paid => set Exam: EX-72 | Examiner=Inga Nagel | Fee paid=yes
                    gardens: Dov is ill, Oona takes over J-208 => set Job: J-208 | Gardener=Oona Byrne
                    gardens: the price of J-207 is 950, not 980 as I wrote => set Job: J-207 | Price=950
                    gardens: J-204 can start on 2 November instead of 26 October => set Job: J-204 | Planned for=2026-11-02
                    solar: move PowerCrate from B4 to B2 => set Equipment: PowerCrate | Shelf=B2
                    gardens: J-203 is done by Dov now => set Job: J-203 | Gardener=Dov Adler
                    vet: V-74 will be done by Lena => set Visit: V-74 | Vet=Lena Roth
                    wholesale: INV-0089 was paid on 30 September => set Invoice: INV-0089 | Paid on=2026-09-30 | Status=paid
                    wholesale: INV-0089 was paid on the 28th => set Invoice: INV-0089 | Paid on=2026-09-28 | Status=paid
                    wholesale: INV-0089 is due on the 28th => set Invoice: INV-0089 | Due on=2026-10-28
                    solar: Sven's van is Van 4, not Van 2 => set Fitter: Sven Oster | Van=Van 4
                    ferries: weight of waybill 4405 was typed in wrong, must be 9.75 => set Freight: 4405 | Weight=9.75
                    designoffice: floor area of A-102 is 5,380.25 sqm and not 5,400 => set Project: A-102 | Floor area=5380.25
                    taxis: Edith Clay's ride tomorrow is for 2 passengers, not 1 => set Ride: 5003 | Passengers=2
                    dancestudio: hire 505 not on the 21st but on 28 November => set Hire: 505 | Hire date=2026-11-28
                    sweeps: reschedule S-307 from the 7th to the 9th of October => set Sweep: S-307 | Day=2026-10-09
                    carrental: Dorothy Finch has renewed her licence, it's valid until 15 Sept 2036 => set Renter: Dorothy Finch | Licence until=2036-09-15
                    dentist: Anna Moser called, her number is +43 3172 5550 44 => set Patient: Anna Moser | Phone=+43 3172 5550 44
                    payroll: comment on F-212: "Mr Rossi says: delete nothing" => set Filing: F-212 | Comments=Mr Rossi says: delete nothing
                    furniture: Helene Ritter has moved to Weiz => set Customer: Helene Ritter | City=Weiz
                    tutoring: Samuel Reid has relocated to Leeds, corect his town => set Tutor: Samuel Reid | Town=Leeds
                    physio: third reminder for invoice 2602 went out => set Invoice: 2602 | Reminders=3
                    zoo: we found the papers, Waddles was born 9 May 2021 => set Animal: Waddles | Born on=2021-05-09
                    designoffice: entry 504 was only 7 hours => set Timesheet: 504 | Hours=7
                    choir: Shenandoah lasts 4 minutes, not 3 => set Piece: Shenandoah | Minutes=4
                    charity: we expect 25 more meals on S-405 => set Shift: S-405 | Meals=95
                    snow: IL-611 passed inspection, the next is due 30 September 2028 => set Vehicle: IL-611 | Inspection due=2028-09-30
                    cleaning: Leave a note on shift S-302 that says "Bring own ladder" => set Shift: S-302 | Note=Bring own ladder
                    """)
    void weighsWhatIsToldOfRecords(String sentence, String outcome) {
        assertThat(said(sentence)).isEqualTo(Outcomes.normal(outcome));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    gardens: Kofi gets £1.50 an hour more from now on => set Gardener: Kofi Mensah | Hourly rate=26
                    driving: Viktor passed his theory, 2 hours off => set Student: Viktor Hahn | Hours left=1
                    driving: LS-209 is to last twice as long => set Lesson: LS-209 | Minutes=180
                    gardens: J-201 can't happen on Monday, do it on the Wednesday of the same week => set Job: J-201 | Planned for=2026-10-07
                    solar: 4 Helios 390 were sold, take them out of the stock => set Equipment: Helios 390 | In stock=18
                    carwash: shift J-507 to three days later => set Job: J-507 | Day=2026-10-09
                    pianos: prolong H-201 for six months => set Hire: H-201 | Ends=2027-06-30
                    recordings: the quartet needs half an hour more on S-714 => set Session: S-714 | Hours=10.5
                    markethall: The Soup Contest has to take place one week later => set Event: Soup Contest | Held on=2026-10-31
                    taxis: put £2.50 on top of the fare of 5003 => set Ride: 5003 | Fare=13.5
                    foodbank: St Jude's are doubling their monthly gift => set Supporter: St Jude's | Monthly gift=600
                    spices: take 30 kilos off the stock of Sweet Paprika => set Spice: Sweet Paprika | Stock kg=280
                    solar: J-73 and J-75 start two weeks later => set Installation: J-73 | Starts on=2026-11-02 ; set Installation: J-75 | Starts on=2026-12-07
                    """)
    void weighsMoreAndLess(String sentence, String outcome) {
        assertThat(said(sentence)).isEqualTo(Outcomes.normal(outcome));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    accountants: phone no of Pike & Daughters is dead, clear it => set Client: Pike & Daughters | Phone=-
                    kindergarten: Finn Oster has grown out of his allergy, please empty that field => set Child: Finn Oster | Allergy=-
                    payroll: no bonus on PS-505 after all, please take it out => set Payslip: PS-505 | Bonus=-
                    charity: clear the web link of Old Port Kitchen => set Place: Old Port Kitchen | Web=-
                    snow: For the moment nobody drives IL-505, make the driver empty => set Vehicle: IL-505 | Driver=-
                    florist: ernst huber does not has any discount, put 0 => set Customer: Ernst Huber | Discount=0
                    """)
    void weighsWhatIsTakenAway(String sentence, String outcome) {
        assertThat(said(sentence)).isEqualTo(Outcomes.normal(outcome));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    driving: Rashid might teach LS-205
                    driving: Rashid taught LS-205
                    driving: Rashid refuses to teach LS-205
                    driving: LS-205 to Rashid, but only if he agrees
                    driving: half of the planned lessons go to Petra Simic
                    driving: planned lessons, namely those in DS-101, go to Petra Simic
                    driving: Boris goes on parental leave, transfer all lessons he teaches to Petra Simic
                    driving: LS-205 was night
                    driving: DS-104 is back from the workshop
                    driving: lower Diego's rate, he teaches car now
                    gardens: turn R-0067 from draft into sent
                    gardens: Silas drove the Green Van yesterday
                    gardens: J-208 was done by Oona
                    gardens: invoices of Hotel Belvoir get a week more to be paid
                    solar: all of Ruth's offers go to Erik Thal, only not OF-309
                    solar: Kemal is on leave until Friday
                    solar: OF-302 is won, hooray, and OF-303 too
                    publisher: give all books he edits to Yusuf Demir
                    gardens: J-203 needs another gardener
                    shelter: Rolf Becker wants Luna neutered
                    gardens: R-0062 should have been paid by now
                    gardens: the Green Van needs a service on 5 October
                    gardens: Dov replaces Kofi on J-203
                    gardens: Dov helps Kofi with J-203
                    driving: Boris and Petra teach LS-205 together
                    driving: EX-77 was moved by Inga
                    solar: we sent Marta Quint a maintenance plan
                    solar: Marta Quint had a maintenance plan
                    furniture: Helene Ritter wants to move to Weiz
                    furniture: Helene Ritter has not moved to Weiz
                    clinic: Carla Diaz moved to Leipzig
                    furniture: Helene Ritter moved to Weiz in 1999 and back
                    furniture: Helene Ritter's sister moved to Weiz
                    physio: third reminder for invoice 2602 has not been sent
                    physio: third reminder for invoice 2602 has to be sent
                    physio: fifth reminder for invoice 2602 went out
                    funerals: we never expect 80 mourners at F-201
                    funerals: we expect 80 mourners at most at F-201
                    shelter: visit 62 usually takes 50 minutes
                    designoffice: entry 504 was 7 hours ago
                    museum: nobody touch the fee of L-32
                    museum: nobody clear the fee of L-32
                    museum: the fee of L-32 is wrong, it isn't 300
                    museum: 45 is wrong for the fee of L-32
                    museum: the fee of L-32 is out of date, I will clear it later
                    ferries: weight of waybill 4405 was typed in wrong, it was 9.75
                    ferries: weight of waybill 4405 is wrong, 4406 has 9.75
                    taxis: 5007 was to take place one day earlier
                    pianos: H-201 could be prolonged for six months
                    toolhire: client wrote about J-31: "cancel all my hires"
                    cateringfirm: Quill never want 34 guests on FN-64, 28
                    """)
    void asksWhereSomethingElseMayBeMeant(String sentence) {
        assertThat(said(sentence)).isEqualTo("ask");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    marina: S2 is repaired and free again => set Berth: S2 | State=free
                    translations: Felix Baum is back from his holiday and available again => set Translator: Felix Baum | Availability=available
                    taxis: T-04 is out of the workshop and back in service => set Cab: T-04 | State=in service
                    removals: Old Tom is back from the workshop, so roadworthy again, next inspection is due on 21 sept 2027 => set Van: Old Tom | Condition=roadworthy | Inspection due=2027-09-21
                    scrapyard: KV19 DUL passed, next inspection due 20 September 2027 => set Vehicle: KV19 DUL | Inspection due=2027-09-20
                    museum: Three Jugs goes off display for cleaning => set Exhibit: Three Jugs | On display=no
                    museum: We hereby inform you that Margit Fehr is upgraded to gold level. => set Donor: Margit Fehr | Level=gold
                    tutoring: Tim Ashby is on hold until further notice => set Pupil: Tim Ashby | Standing=on hold
                    tutoring: lesson 802 took place, mark it done => set Lesson: 802 | Outcome=done
                    footballclub: M-506 is no home game => set Fixture: M-506 | Home=no
                    exchange: fabre is an active host family again => set Family: Fabre | Active=yes
                    recordings: no video at Mira Lune's session tomorrow, she hates cameras => set Session: S-712 | Video=no
                    sweeps: ST-16 was converted and burns wood now, not coal any more => set Stove: ST-16 | Fuel=wood
                    shelter: D-14 was for the vet, not for food => set Donation: D-14 | For=vet
                    escaperooms: we have to close Pirate Cove for repairs, starting now => set Room: Pirate Cove | Open=no
                    agency: we lost the Medivita SEO deal unfortunately, please update it => set Deal: Medivita SEO | Stage=lost
                    bees: the lab has tested b-64 => set Batch: B-64 | Tested=yes
                    bees: The vet has confirmed that H-03 is not sick any more. Please update it. => set Hive: H-03 | Sick=no
                    filmcrew: The contract for Paper Tigers was signed this morning. => set Production: Paper Tigers | Signed=yes
                    lifts: good news, A-103 is running again! => set Lift: A-103 | Running=yes
                    """)
    void weighsStates(String sentence, String outcome) {
        assertThat(said(sentence)).isEqualTo(Outcomes.normal(outcome));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    architects: D-303 issued today, status and date please => set Drawing: D-303 | Issued on=2026-10-01 | Status=issued
                    coworking: R-1005 was settled today, record it as paid incl. the date => set Invoice: R-1005 | Paid on=2026-10-01 | Status=paid
                    translations: the money for invoice 87 was in our account on Tuesday, book it as paid with that date => set Invoice: INV-0087 | Paid on=2026-09-29 | State=paid
                    cleaning: Good morning! The money from Alder Finch came in yesterday, please book INV-81 as paid. => set Invoice: INV-81 | Paid on=2026-09-30 | Status=paid
                    exchange: invoice 4404 got settled today, status paid => set Invoice: 4404 | Paid on=2026-10-01 | Status=paid
                    roofers: Q-515 went out today, so it's sent and please fill in the date too => set Quote: Q-515 | Outcome=sent | Sent on=2026-10-01
                    designoffice: We submitted PM-14 yesterday, please enter that with the date. => set Permit: PM-14 | Stage=submitted | Submitted on=2026-09-30
                    lifts: the clinic has paid bill 3002 on Tuesday => set Bill: 3002 | Stage=paid
                    plumbers: bill 4102 was paid in cash => set Bill: 4102 | Paid=yes | Pay method=cash
                    """)
    void weighsDeedsAndTheirDays(String sentence, String outcome) {
        assertThat(said(sentence)).isEqualTo(Outcomes.normal(outcome));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    marina: S2 is not repaired and free again
                    marina: S2 is repaired and soon free again
                    marina: S2 is empty and free of charge
                    filmcrew: the Sony FX6 is back from the workshop and not fine
                    filmcrew: the Sony FX6 is back from the workshop
                    filmcrew: The contract for Paper Tigers was signed in part
                    filmcrew: The lease for Paper Tigers was signed this morning
                    plumbers: the deposit for bill 4102 was paid in cash
                    plumbers: bill 4102 was not paid in cash
                    museum: Margit Fehr was nearly upgraded to gold level
                    museum: Margit Fehr wants to be upgraded to gold level
                    museum: Three Jugs doesn't go off display
                    tutoring: Tim Ashby is on hold until 12 October
                    tutoring: lesson 802 did not take place, mark it done
                    tutoring: lesson 802 took place at the library, mark it done
                    footballclub: M-506 is no easy home game
                    sweeps: ST-16 burns wood, not only coal
                    escaperooms: we may have to close Pirate Cove for repairs
                    escaperooms: do we have to close Pirate Cove
                    agency: we lost the Medivita SEO file
                    agency: we won the Medivita SEO deal's first pitch
                    blood: The lab has not tested U-901
                    blood: The lab has tested half of U-901
                    blood: Tessa is not back from leave
                    charging: The manufacturer has not confirmed that F-501 is under warranty
                    deskshare: invoice 5101 got paid in part yesterday
                    roofers: Q-515 goes out tomorrow, so it's sent and please fill in the date too
                    school: [Student: Lea Vogel, Otto Brandt] move it to 8a
                    """)
    void asksWhereAStateIsNotSoOrOfSomethingElse(String sentence) {
        assertThat(said(sentence)).isEqualTo("ask");
    }

    private static String said(String sentence) {
        int colon = sentence.indexOf(':');
        return Outcomes.of(sentence.substring(0, colon), sentence.substring(colon + 2));
    }
}
