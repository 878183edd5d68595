package io.frontless.assistant.offline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Questions, undoing, histories and wishes of fields in other words than the usual ones, by what they come to. */
final class ToldOtherwiseTest {

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    oops, that was wrong, roll back the last thing I did => undo last
                    take back the last two things I changed => undo last 2
                    my last three changes were nonsense, please take them back => undo last 3
                    I deleted the wrong job, get it back => undo last
                    everything I did since Monday must be undone => undo mine from 2026-09-28
                    undo everything I've changed today => undo mine from 2026-10-01
                    undo my two most recent changes => undo last 2
                    cancel the last two things I did, put it all back as it was => undo last 2
                    cancel the last two jobs I booked => ask
                    all jobs should be undone => ask
                    who has been fiddling with J-801? => changes Job: J-801
                    has anybody changed J-801 lately? => changes Job: J-801
                    who last edited J-801 => changes Job: J-801
                    what happened to J-801, who changed what? => changes Job: J-801
                    who has made changes to J-801 => changes Job: J-801
                    the ten most recent changes please => changes 10
                    full history of J-801 => changes Job: J-801
                    """)
    void undoesAndTellsWhatWasDone(String sentence, String outcome) {
        holds("garage", sentence, outcome);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    cars should also have a field Colour, plain text => schema field.create car colour
                    jobs need another column Warranty until, a date => schema field.create job warranty_until
                    we'd like an extra field "VAT number" for customers => schema field.create customer vat_number
                    drop the mileage field of cars, nobody fills it in => schema field.delete car mileage
                    delete the field mileage of cars, we only use the inspection until => ask
                    we don't need the mileage field of cars any more, delete it => schema field.delete car mileage
                    we don't need the mileage of cars any more, delete it => ask
                    delete the mileage field => schema field.delete car mileage
                    take the maker field out of parts => schema field.delete part maker
                    the car field Mileage ought to be called Odometer => schema field.update car mileage
                    add cancelled to the options of a job's state => schema field.update job state
                    jobs can have lapsed as their state as well, add that option => schema field.update job state
                    add "lapsed" to the states of jobs => schema field.update job state
                    add booked to the states of jobs => ask
                    lapsed should be a possible state of jobs => schema field.update job state
                    every job needs a mechanic, make that a rule => schema field.update job mechanic
                    a job must not be without a car => schema field.update job car
                    a car can exist without a mileage => ask
                    the bill of a job may never be negative => schema field.update job bill
                    the phone of customers should be optional again => schema field.update customer phone
                    the stock of 44-100 must not be empty => ask
                    should cars have a field Colour? => ask
                    """)
    void changesFieldsAsTheyAreWished(String sentence, String outcome) {
        holds("garage", sentence, outcome);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    garage => a list of the unpaid jobs please => list Job: J-801, J-802, J-803, J-805, J-806
                    garage => could you send us an overview of the customers in Ulm => list Customer: Baker Cabs, Nina Falk
                    garage => give me the number of jobs for each mechanic => groups -=1, Hatice Aydin=2, Jan Kolar=2, Milan Horvat=1
                    garage => number of jobs each mechanic has => groups -=1, Hatice Aydin=2, Jan Kolar=2, Milan Horvat=1
                    insurance => claims, newest first by filing date => top Claim: C-47, C-44, C-41, C-45, C-42, C-46, C-43
                    travel => cost of the bookings for each trip => groups Crete Sun=975, Dolomites Trek=1150, Lisbon Weekend=1467, Nile Cruise=13140, Seville Flamenco=4100, Vienna Advent=1470
                    garage => jobs per state, just the numbers => groups booked=2, collected=1, done=1, in progress=1, waiting for parts=1
                    garage => total bill by job state => groups booked=60, collected=412, done=145, in progress=310, waiting for parts=890
                    garage => number of jobs per mechanic in October => groups -=1, Milan Horvat=1
                    solar => average price per system => groups battery=8766.666667, heat pump=69050, solar=36475
                    solar => which supplier has the most equipment => groups Alpstahl=1, Lumeria=2, Nordhaus=2, Voltan=3
                    gardens => which gardener has the most jobs => list Gardener: Dov Adler, Kofi Mensah, Oona Byrne
                    theatre => reservations, largest amount first => top Reservation: T-302, T-305, T-301, T-307, T-303, T-304, T-308, T-306
                    museum => what do we have by Aiko Sato? => list Exhibit: Silent Platform, Tide Loop
                    driving => what share of exams was passed => ask
                    farm => total harvest per crop => ask
                    garage => done but not paid, which jobs are those => list Job: J-802
                    garage => customers in Ulm, who are they => list Customer: Baker Cabs, Nina Falk
                    garage => is anything booked among the jobs => list Job: J-805, J-806
                    garage => not counting J-804, which jobs are done or collected? => list Job: J-802
                    garage => of the jobs, which ones are waiting for parts or still booked => list Job: J-803, J-805, J-806
                    garage => all of Hatice's jobs that are not paid => list Job: J-801
                    garage => give me J-801 => ask
                    winery => send all packed orders => ask
                    """)
    void asksInAnyOrder(String corpus, String sentence, String outcome) {
        holds(corpus, sentence, outcome);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    winery => customers we have no phone number of => list Customer: Dorothy Lang, The Copper Pan, Vine Street Deli
                    winery => customers for whom we have no email => list Customer: Hotel Regent, Walter Penrose
                    winery => customers whose phone number we don't have => list Customer: Dorothy Lang, The Copper Pan, Vine Street Deli
                    winery => customers that didn't give us an email => list Customer: Hotel Regent, Walter Penrose
                    winery => customers with a phone but no email => list Customer: Hotel Regent, Walter Penrose
                    winery => customers who don't have a single order => list Customer: Walter Penrose
                    winery => customers that never got an order => list Customer: Walter Penrose
                    winery => wines that are not used in any order => list Wine: Kessler Auslese
                    vet => owners we can reach neither by phone nor email => list Owner: Nils Andersen
                    winery => customers we can't reach by phone => list Customer: Dorothy Lang, The Copper Pan, Vine Street Deli
                    printshop => bills that don't belong to any job => list Bill: R-706, R-708
                    travel => travellers with a missing mail address => list Traveller: Cem Aydin, Finn Crane
                    gardens => jobs that haven't been assigned to anyone => list Job: J-204, J-206
                    travel => trips nobody has booked yet => list Trip: Skye Walks
                    library => delete books nobody has borrowed => ask
                    theatre => reservations that have not been paid => list Reservation: T-302, T-303, T-305, T-306
                    winery => delete the customers with a phone but no email => delete Customer: Hotel Regent, Walter Penrose
                    """)
    void findsWhatIsMissing(String corpus, String sentence, String outcome) {
        holds(corpus, sentence, outcome);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    garage => jobs booked from September to October => list Job: J-801, J-802, J-803, J-805, J-806
                    winery => customers with a last order from March to July => list Customer: Dorothy Lang, Simon Lang, The Copper Pan
                    winery => producers with partner since between 2018 and 2020 => list Producer: Domaine Verin, Cascina Torre
                    garage => cars with more than 100,000 km => list Car: BC-HD 3, NU-OR 55, UL-BC 7
                    fleet => delete vehicles with more than 100,000 miles => ask
                    garage => jobs of more than 2 hours => list Job: J-801, J-804
                    garage => jobs of private customers => list Job: J-801, J-804, J-806
                    garage => jobs for cars of customers in Senden => list Job: J-804
                    driving => vehicles whose service is overdue => list Vehicle: DS-102, DS-106
                    solar => fitters whose licence expires before 2027 => list Fitter: Clara Winkel, Sven Oster
                    optician => frames under 100 euros => list Frame: Cricket, Gecko
                    garage => cars whose inspection falls in October => list Car: NU-OR 55
                    garage => cars with inspection until some day within the next two months => list Car: NU-OR 55, UL-NF 12
                    winery => customers with a limit over 5000 => list Customer: Hotel Regent, Grape Corner
                    itsupport => tickets from people in finance => list Ticket: T-602, T-603
                    driving => whose birthday is in October => list Student: Viktor Hahn
                    driving => students with a birthday in the next two months => list Student: Ewa Nowak, Jonas Pohl, Viktor Hahn
                    printshop => clients who have been with us the longest => top Client: Hollis Estate Agents
                    recruiting => the 3 companies that have been partners longest => top Company: Elbe Freight, Kranich Logistik, Nimbus Soft
                    coworking => who is our newest member => top Member: Hanna Brandt
                    """)
    void comparesAndLeadsOn(String corpus, String sentence, String outcome) {
        holds(corpus, sentence, outcome);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    garage => which town does Nina Falk live in => list Customer: Nina Falk
                    garage => Nina's phone number => list Customer: Nina Falk
                    garage => when was J-801 booked => list Job: J-801
                    garage => how much is J-801's bill => list Job: J-801
                    """)
    void showsTheOneOfWhichAFieldIsAsked(String corpus, String sentence, String outcome) {
        holds(corpus, sentence, outcome);
    }

    private static void holds(String corpus, String sentence, String outcome) {
        assertThat(Outcomes.of(corpus, sentence)).isEqualTo(Outcomes.normal(outcome));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    furniture => A-312 is postponed by two weeks => set Order: A-312 | Deliver by=2026-12-04
                    furniture => the delivery of A-312 is delayed by two weeks => set Order: A-312 | Deliver by=2026-12-04
                    garage => the mileage of UL-NF 12 gets raised by 600 km => set Car: UL-NF 12 | Mileage=84600
                    garage => add 600 km to the mileage of UL-NF 12 => set Car: UL-NF 12 | Mileage=84600
                    coworking => the price of BK-203 is reduced by 10 => set Booking: BK-203 | Price=44
                    coworking => the price of BK-203 was reduced by 10 => ask
                    coworking => BK-203 is reduced by one hour => ask
                    furniture => A-312 may be postponed by two weeks => ask
                    furniture => I heard A-312 is postponed by two weeks => ask
                    furniture => A-312 should not be postponed by two weeks => ask
                    """)
    void isToldInThePassive(String corpus, String sentence, String outcome) {
        assertThat(Outcomes.of(corpus, sentence)).isEqualTo(Outcomes.normal(outcome));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    furniture => the maker of A-313 has left. Please mark A-313 as ordered => ask
                    furniture => A-313's maker will be ill => ask
                    furniture => set the price of A-312 to 5000. Thank you, Hannes => set Order: A-312 | Price=5000
                    garage => job no. J-801 is done => set Job: J-801 | State=done
                    garage => part no. 44-100 costs 50 => set Part: 44-100 | Price=50
                    """)
    void isNoTextThatGoesOnInAnotherSentence(String corpus, String sentence, String outcome) {
        assertThat(Outcomes.of(corpus, sentence)).isEqualTo(Outcomes.normal(outcome));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    furniture => A-313: Emil Toth as maker, price 2800 => set Order: A-313 | Maker=Emil Toth | Price=2800
                    coworking => Cedar: Kirsten as caretaker, 14 seats => set Space: Cedar | Caretaker=Kirsten Holm | Seats=14
                    coworking => BK-203 moves to the 5th of next month => set Booking: BK-203 | Day=2026-11-05
                    coworking => Edgar Nowak has a key card from this month on => set Member: Edgar Nowak | Key card=yes
                    physio => invoice no 2602 was paid on Monday => set Invoice: 2602 | Paid on=2026-09-28
                    furniture => A-313: Oak as maker => ask
                    coworking => Cedar: nobody as caretaker => ask
                    """)
    void isToldByWhoAndWhatFor(String corpus, String sentence, String outcome) {
        assertThat(Outcomes.of(corpus, sentence)).isEqualTo(Outcomes.normal(outcome));
    }
}
