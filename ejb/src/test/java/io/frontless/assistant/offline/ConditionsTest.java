package io.frontless.assistant.offline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conditions that questions and changes of many share, by what they find. */
final class ConditionsTest {

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    cars whose inspection has run out => list Car: UL-BC 7
                    cars whose inspection runs out next month => list Car: UL-NF 12
                    customers with more than one car => list Customer: Baker Cabs
                    customers with fewer than 2 cars => list Customer: Hill Dairy, Nina Falk, Otto Reis
                    upcoming jobs => list Job: J-805, J-806
                    jobs booked for tuesday or on 15 October => list Job: J-805, J-806
                    which job comes next? => top Job: J-805
                    jobs that are done but unpaid => list Job: J-802
                    I'm looking for jobs with a bill between 100 and 350 => list Job: J-801, J-802
                    bill of unpaid jobs, together => value 1405
                    delete the jobs that are done but unpaid => delete Job: J-802
                    """)
    void findsThoseMeant(String sentence, String outcome) {
        holds("garage", sentence, outcome);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    winery => which wines are below their minimum stock? => list Wine: Lisle Blanc, Alzira Rosado, Torre Brut
                    winery => how many wines have fewer bottles than the minimum stock => count 3
                    vet => medicines at or below their reorder level => list Medicine: Canigard, Ketoran, Tapeworm tabs, Equitet
                    vet => medicines with stock below the reorder level => list Medicine: Canigard, Ketoran, Tapeworm tabs
                    itsupport => licences with more seats used than seats => list Licence: VaultKey
                    """)
    void comparesAFieldWithAnotherOfTheSameRecord(String corpus, String sentence, String outcome) {
        holds(corpus, sentence, outcome);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    coworking => how many members have a key card => count 5
                    coworking => which members don't have a key card => list Member: Edgar Nowak, Fiona Castell, Hanna Brandt
                    coworking => members with a key card on a flex plan => list Member: Boris Petrov, Caro Jansen
                    winery => customers not on the mailing list => list Customer: Hotel Regent, Simon Lang, Walter Penrose, Vine Street Deli
                    winery => tastings that still need a host => list Tasting: Port and cheese
                    vet => owners who pay by direct debit => list Owner: Clara Whitmore, Hilltop Stables, Nils Andersen
                    vet => medicines kept in the fridge => list Medicine: Felovax, Canigard, Equitet
                    """)
    void readsYesOrNoFieldsAsNouns(String corpus, String sentence, String outcome) {
        holds(corpus, sentence, outcome);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    recruiting => list my vacancies => list Vacancy: Backend Developer, Data Engineer
                    winery => customers with no orders at all => list Customer: Walter Penrose
                    winery => customers who ordered Vale Tawny => list Customer: Dorothy Lang
                    winery => customers that have ordered at least twice => list Customer: Bistro Marlow, Hotel Regent, Vine Street Deli
                    winery => customers who haven't ordered since June => list Customer: Simon Lang, The Copper Pan, Walter Penrose
                    winery => customers whose last order was before June => list Customer: Simon Lang, The Copper Pan
                    coworking => who has booked the Atrium => list Member: Dilan Yildiz, Goran Ilic
                    plumbers => show jobs i have booked => list Job: J-801
                    plumbers => show jobs we have completed => list Job: J-805, J-806
                    """)
    void readsWhatSomebodyHasDoneByWhatRefersToThem(String corpus, String sentence, String outcome) {
        holds(corpus, sentence, outcome);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    winery => producers outside France => list Producer: Bodega Alzira, Cascina Torre, Weingut Kessler, Quinta do Vale
                    winery => wines of vintage 2018 or older => list Wine: Lisle Grand Reserve, Torre Barolo, Kessler Auslese, Vale Tawny
                    winery => customers with a credit limit of 5000 or more => list Customer: Hotel Regent, Grape Corner
                    winery => customers with a discount over 10 percent => list Customer: Hotel Regent, Grape Corner, Vine Street Deli
                    winery => organic wines => list Wine: Verin Premier Cru, Torre Barolo, Torre Brut, Kessler Riesling, Kessler Auslese
                    winery => packed orders to be delivered by the end of this week => list Order: O-506, O-509
                    winery => is any wine out of stock? => list Wine: Alzira Rosado
                    coworking => October bookings with catering => list Booking: BK-204, BK-207
                    coworking => invoices paid in September => list Invoice: R-1004
                    coworking => unassigned jobs => list Job: Oil the door hinges, Descale coffee machine
                    coworking => rooms with a screen => list Space: Maple, Cedar
                    garage => customers with unpaid jobs over 500 => list Customer: Baker Cabs
                    garage => customers with a car from before 2015 => list Customer: Otto Reis
                    winery => wines between 2015 and 2019 => list Wine: Lisle Grand Reserve, Verin Premier Cru, Torre Barolo, Kessler Auslese
                    dentist => appointments in Room 1 => list Appointment: A-201, A-204, A-206
                    dentist => patients under 18 => list Patient: Mira Petrovic
                    dentist => expired materials => list Material: Polishing paste
                    dentist => patients whose recall is overdue => list Patient: Oliver Brandt, Tomas Novak
                    agency => unpaid invoices without a reminder => list Invoice: INV-304, INV-305, INV-306, INV-307, INV-308
                    agency => invoices for which a reminder was sent => list Invoice: INV-302, INV-303
                    agency => invoices issued last month => list Invoice: INV-304, INV-306
                    museum => loans to Basel => list Loan: L-31, L-34
                    insurance => payments that are late => list Payment: 70013
                    insurance => payments by card => list Payment: 70016
                    coworking => delete rooms => ask
                    coworking => joes jobs => list Job: Repair booth fan, Fix blinds
                    vet => owners without phone or email => list Owner: Nils Andersen
                    vet => vaccines expiring this year => list Medicine: Canigard
                    logistics => delay every shipment that must be delivered in the next 7 days by two days => set Shipment: SH-2001 | Deliver by=2026-10-04 ; set Shipment: SH-2003 | Deliver by=2026-10-09
                    """)
    void readsConditionsInOtherWords(String corpus, String sentence, String outcome) {
        holds(corpus, sentence, outcome);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    winery => 3 oldest wines by vintage => top Wine: Vale Tawny, Kessler Auslese, Lisle Grand Reserve
                    coworking => most recently reported job => top Job: Descale coffee machine
                    coworking => which space was cleaned last => top Space: Maple
                    coworking => spaces last cleaned before 20 September => list Space: Cedar, Booth 2, Suite North
                    coworking => the 3 members paying the highest monthly fee => top Member: Goran Ilic, Dilan Yildiz, Amelie Brandt
                    vet => heaviest animal => top Animal: Thunder
                    dentist => which treatment takes the longest => top Treatment: Root canal
                    """)
    void ordersByWhatAnAdjectiveMeasures(String corpus, String sentence, String outcome) {
        holds(corpus, sentence, outcome);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    coworking => average number of seats in our meeting rooms => value 8
                    coworking => how many reminders in total across all invoices => value 7
                    coworking => what will the jobs that aren't fixed cost in total? => value 1318
                    winery => quantity ordered by Hotel Regent in total => value 48
                    winery => how much money is outstanding on unpaid orders? => value 2386.85
                    winery => how much does Hotel Regent owe us => value 1034.25
                    winery => how many bottles of red wine do we have => value 210
                    winery => revenue by customer => groups Bistro Marlow=898.56, Dorothy Lang=123, Grape Corner=459, Hotel Regent=1034.25, Simon Lang=501.6, The Copper Pan=282, Vine Street Deli=548
                    choir => how many tickets were sold for concerts in the Town Hall => value 12
                    winery => how many bottles were ordered in September => ask
                    shop => how many products are out of stock => count 1
                    """)
    void makesFiguresInAnyOrderOfWords(String corpus, String sentence, String outcome) {
        holds(corpus, sentence, outcome);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    winery => [Producer: Cascina Torre] which of our wines are theirs => list Wine: Torre Barolo, Torre Brut
                    winery => [Customer: Hotel Regent] which of their orders are unpaid? => list Order: O-502, O-503
                    winery => [Customer: Hotel Regent] total of their orders => value 1034.25
                    winery => [Customer: Hotel Regent] mark all their unpaid orders as paid => set Order: O-502, O-503 | Paid=yes
                    winery => [Customer: Hotel Regent, Grape Corner] which of them are in Bath? => list Customer: Grape Corner
                    winery => [Order: O-502, O-503, O-504] only those over 470 => list Order: O-502, O-503
                    winery => [Order: O-502, O-503, O-504] what's the total => value 1493.25
                    winery => [Order: O-502] which wine is that? => list Wine: Torre Barolo
                    coworking => [Booking: BK-203, BK-205, BK-209] which of these is the longest => top Booking: BK-209
                    coworking => [Booking: BK-203, BK-205, BK-209] sum of the hours => value 15
                    coworking => [Member: Goran Ilic] when does his contract end? => list Member: Goran Ilic
                    coworking => [Member: Goran Ilic] which spaces does he like? => ask
                    vet => [Visit: V-75] has it been paid => list Visit: V-75
                    """)
    void readsWhatBelongsToTheTurnBefore(String corpus, String sentence, String outcome) {
        holds(corpus, sentence, outcome);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    coworking => who is hosted by Kirsten => list Member: Boris Petrov, Goran Ilic
                    coworking => who joined this year? => list Member: Edgar Nowak, Hanna Brandt
                    coworking => whose contract ends before December => list Member: Caro Jansen, Fiona Castell, Goran Ilic
                    """)
    void findsWhoIsAskedFor(String corpus, String sentence, String outcome) {
        holds(corpus, sentence, outcome);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    agency => [Company: Harbour Hotel] how much do they owe us => value 9000
                    dentist => if Tomas Novak still has unpaid invoices then cancel A-204, otherwise confirm it => set Appointment: A-204 | Status=cancelled
                    winery => If the unpaid orders of Vine Street Deli total more than 500, set its credit limit to 2000, otherwise to 5000 => set Customer: Vine Street Deli | Credit limit=2000
                    winery => if Riesling lunch takes place this week then change its fee to 25, otherwise to 30 => set Tasting: Riesling lunch | Fee=25
                    winery => if Torre Brut costs more than 15 then set its bin to Z9 => set Wine: Torre Brut | Bin=Z9
                    """)
    void decidesByWhatIsSo(String corpus, String sentence, String outcome) {
        holds(corpus, sentence, outcome);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    radio => spots which end this month => list Spot: S-201, S-205
                    radio => get rid of every spot that ended before September => delete Spot: S-204, S-206
                    radio => spots that started before September => list Spot: S-202, S-204, S-206
                    property => leases that ended before September => list Lease: 20190
                    property => leases that started in 2025 => list Lease: 20250
                    radio => shows that have ended => ask
                    radio => spots that end after their start => ask
                    accountants => clients that joined in 2021 or later => list Client: Amara Osei, Lotte Brandt, Nimbus Software, Tom Garrity
                    marina => owners who joined in 2019 or later => list Owner: Bluewater Charters, Conrad Meyer, Esther Quill
                    physio => patients who joined in 2021 => ask
                    physio => running prescriptions with more than 5 sessions used => list Prescription: R-71, R-75
                    physio => running prescriptions with fewer than 3 sessions used => list Prescription: R-72
                    accountants => filings that are not started yet => list Filing: F-205, F-207, F-208
                    accountants => how many filings are not started => count 3
                    accountants => not filed filings => list Filing: F-201, F-202, F-203, F-205, F-207, F-208
                    accountants => not started filings due this year go to in progress => set Filing: F-207, F-208 | Status=in progress
                    """)
    void tellsWhenItStartsAndEndsAndHowMuchOfItIsUsed(String corpus, String sentence, String outcome) {
        holds(corpus, sentence, outcome);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    radio => who hosts Blue Notes => list Show: Blue Notes
                    radio => who produces E-503 => list Episode: E-503
                    radio => who hosts Nothing Show => ask
                    physio => what is Milan's diagnosis => list Prescription: R-72
                    physio => what is Eva's diagnosis => list Prescription: R-73, R-74
                    physio => what is Lorenz's diagnosis => ask
                    physio => what is Anton's diagnosis => ask
                    garage => what is Nina's plate => list Car: UL-NF 12
                    """)
    void findsWhereItIsToBeSeen(String corpus, String sentence, String outcome) {
        holds(corpus, sentence, outcome);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    fleet => how many cars are there => count 4
                    fleet => delete the table cars => ask
                    driving => count the cars => ask
                    events => how many freelancers do we have => count 2
                    """)
    void callsTablesAndFlagsByOtherNouns(String corpus, String sentence, String outcome) {
        holds(corpus, sentence, outcome);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    winery => the two cheapest wines by price => top Wine: Alzira Rosado, Alzira Crianza
                    winery => the last two orders, by order date => top Order: O-509, O-503
                    translations => cheapest translator going by word rate => top Translator: Rosa Delgado
                    charity => the last 3 donations by date => top Donation: D-76, D-71, D-73
                    theatre => the two longest plays by running time => top Production: Brass and Ivory, The Lighthouse
                    archaeology => heaviest find so far => top Find: F-301
                    choir => which concert has sold the most tickets => top Concert: Summer Serenade
                    winery => highest discount on any customer => value 15
                    florist => what is the highest number of reminders on an invoice => value 2
                    deskshare => highest daily rate among the fixed desks => value 38
                    winery => which customer has ordered the most => ask
                    toolhire => the two oldest tools by purchase date => ask
                    """)
    void ordersByWhatIsNamedBehind(String corpus, String sentence, String outcome) {
        holds(corpus, sentence, outcome);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    toolhire => hires that should have been returned by now => list Hire: H-902, H-904
                    toolhire => hires which should have been back by now but aren't => list Hire: H-902, H-904
                    winery => orders which should have been shipped already => list Order: O-506
                    printshop => which machines should have been serviced already => list Machine: Plotmax 1600
                    toolhire => tools that should have been inspected already => ask
                    winery => orders placed since Monday => list Order: O-503, O-509
                    printshop => show me the overdue bills => list Bill: R-702, R-706
                    wholesale => what is Ali delivering today => list Delivery: D-81
                    winery => what has Hotel Regent ordered => list Order: O-502, O-503
                    winery => what has Hotel Regent not paid => list Order: O-502, O-503
                    carrental => everything that Hugo Lindqvist has booked => list Booking: B-804, B-808
                    """)
    void findsWhatIsToBeDoneAndWhatSomebodyDid(String corpus, String sentence, String outcome) {
        holds(corpus, sentence, outcome);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    winery => wines with more than 10 but fewer than 40 bottles => list Wine: Lisle Grand Reserve, Verin Premier Cru, Torre Barolo, Vale Tawny
                    winery => customers with more than 10 percent discount => list Customer: Hotel Regent, Grape Corner, Vine Street Deli
                    winery => orders that are new or packed, but not Greta's => list Order: O-503, O-509
                    winery => customers missing an email or a phone => list Customer: Dorothy Lang, Hotel Regent, The Copper Pan, Walter Penrose, Vine Street Deli
                    winery => customers without an email or a phone => list Customer:
                    winery => orders by customers in Bath => list Order: O-501, O-504, O-509
                    publisher => books by authors from Ireland => list Book: Low Tide, Quiet Rooms, The Ferryman's Debt
                    bikeshop => repairs of bikes whose owner lives in Bruges => list Repair: R-302, R-308
                    charity => helpers w/ driving licence but untrained => list Helper: Lotte Visser
                    recruiting => who wants more than 80k => list Candidate: Elena Marsh, Henrik Dahl
                    toolhire => hires of tools by access => list Hire: H-902, H-905
                    deskshare => fixed desks => list Desk: D-07, D-08, D-09
                    """)
    void readsConditionsOnTwoThings(String corpus, String sentence, String outcome) {
        holds(corpus, sentence, outcome);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    toolhire => headcount per depot => groups City shop=2, North yard=2, South yard=2
                    toolhire => hire charges for each status => groups booked=1905, cancelled=160, out=4075, returned=54
                    archaeology => agreed fees by county => groups Essex=54700, Kent=84000, Suffolk=24200
                    translations => words by target language => groups English=15400, French=2600, German=16950, Japanese=18500, Spanish=1900
                    pharmacy => order totals for each kind of delivery => groups courier=209.7, pick up=43, post=40.8
                    dancestudio => sum up the places of the classes by hall => groups attic=45, big hall=60, mirror room=24
                    winery => orders by customer in September => groups Bistro Marlow=2, Hotel Regent=2, Vine Street Deli=2
                    footballclub => What do our sponsors pay in total per year? => value 10800
                    vet => What do our owners owe us altogether? => value 767.5
                    scrapyard => what do we owe all the suppliers together? => value 11235.5
                    archaeology => what do the crews that are on site cost us per day, all together => value 2830
                    """)
    void makesFiguresOfGroupsAndOfWhatIsPaid(String corpus, String sentence, String outcome) {
        holds(corpus, sentence, outcome);
    }

    private static void holds(String corpus, String said, String outcome) {
        assertThat(Outcomes.of(corpus, said)).isEqualTo(Outcomes.normal(outcome));
    }
}
