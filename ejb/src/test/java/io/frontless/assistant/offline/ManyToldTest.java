package io.frontless.assistant.offline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told of many records, and other words for which of them are meant. */
final class ManyToldTest {

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    vet => duties of Sam Ito have high priority => set Duty: Clean the kennels, Compare wormer prices | Priority=high
                    vet => medicines below their reorder level are on order => set Medicine: Canigard, Ketoran | On order=yes
                    itsupport => tickets opened this week have low priority => set Ticket: T-604, T-605, T-608 | Priority=low
                    itsupport => devices bought before 2022 are retired => set Device: DT-10, LT-03 | State=retired
                    wholesale => restaurants in Old Town have a credit limit of 5000 => set Restaurant: Le Petit Jardin, Trattoria Lucia | Credit limit=5000
                    wholesale => all cheese from Fromagerie Duval is unavailable => set Product: Brie de Meaux | Available=no
                    marina => works of Marek Sobol have an estimate of 500 => set Work: W-61, W-62, W-66 | Estimate=500
                    marina => invoices of Augusta Vane are due on Monday => set Invoice: M-901 | Due on=2026-10-05
                    physio => therapists with fewer than 30 hours don't accept new patients => set Therapist: Anton Weber, Fatma Celik | Accepts new=no
                    furniture => the two most expensive orders have paid their deposit => set Order: A-316 | Deposit paid=yes
                    vintner => all new orders are packed => set Order: 3303, 3304, 3307, 3308 | State=packed
                    waterlab => the two highest bills are disputed => set Bill: 9002, 9006 | Disputed=yes
                    dairy => suppliers from Trub or Langnau are all organic now => set Supplier: Sonnmatt, Talboden | Organic=yes
                    orchestra => the draft contracts are all sent now => set Contract: 302, 304 | State=sent
                    vet => the youngest animal comes to Hilltop Stables => set Animal: Nacho | Owner=Hilltop Stables
                    """)
    void changesThoseThatThereAreNow(String corpus, String sentence, String outcome) {
        holds(corpus, sentence, outcome);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    vet => all dogs are neutered => ask
                    gym => all cardio machines are broken => ask
                    physio => therapists accept new patients => ask
                    radio => Pavel is back from leave now => ask
                    radio => Yasmin is back from leave => ask
                    itsupport => all laptops are encrypted => ask
                    vet => visits of Rufus are not paid => ask
                    vet => Owen thinks visits of Rufus are paid => ask
                    itsupport => tickets of Katja might be closed => ask
                    wholesale => restaurants in Old Town have paid => ask
                    publisher => with the exception of the unpaid one, Hanna Voss's statements have a rate of 11 => set Statement: RS-0307 | Rate=11
                    """)
    void asksWhereItMayBeSoInGeneralOrIsOnlyClaimed(String corpus, String sentence, String outcome) {
        holds(corpus, sentence, outcome);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    vet => neutered for all dogs => set Animal: Nacho, Rufus | Neutered=yes
                    marina => no water tap for all berths on pontoon South => set Berth: S1, S2 | Water tap=no
                    itsupport => auto renewal for all licences except PayrollPlus => set Licence: DrawPro, MindBoard, ScanMaster, VaultKey | Auto renewal=yes
                    wholesale => the stock of Taleggio minus 4 => set Product: Taleggio | Stock=10
                    vet => raise the price of all food by 10% => set Medicine: Renal diet | Price=35.75
                    wholesale => everything we buy from Caseificio Monti gets 5% dearer => set Product: Parmesan 24 | Price=22.05 ; set Product: Taleggio | Price=17.325
                    coworking => new tasks: BK-203 confirmed, delete BK-208 => set Booking: BK-203 | Status=confirmed ; delete Booking: BK-208
                    """)
    void changesWhatIsSaidInOtherWords(String corpus, String sentence, String outcome) {
        holds(corpus, sentence, outcome);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    itsupport => my tickets => list Ticket: T-606, T-608
                    marina => my berths => list Berth: N1, N2
                    itsupport => employees starting in october => list Employee: Leo Sanders
                    itsupport => employees who started before 2016 => list Employee: Erik Lund, Gerd Pohl
                    itsupport => employees ending in December => list Employee: Gerd Pohl
                    vet => which animals' vaccination has run out? => list Animal: Duchess, Rufus
                    vet => animals of the Andersens => list Animal: Sheldon
                    wholesale => restaurants that pay within two weeks => list Restaurant: Green Fork, Sushi Kaito, The Copper Pan, Trattoria Lucia
                    wholesale => restaurants that pay within a month => ask
                    wholesale => products we get from Hof Lindner => list Product: Conference Pears, Savoy Cabbage
                    wholesale => eateries in Old Town => list Restaurant: Le Petit Jardin, Trattoria Lucia
                    wholesale => worst rated organic supplier => top Supplier: Finca Soler
                    marina => boats sorted by length, the longest two => top Boat: Jonge Jan, Dreizack
                    vet => visits sorted by fee, only the first 3 => top Visit: V-72, V-74, V-71
                    vet => hours left in duties not finished => value 10.75
                    vet => animals with an alert => list Animal: Captain, Duchess, Rufus
                    """)
    void findsThoseMeantByOtherWords(String corpus, String sentence, String outcome) {
        holds(corpus, sentence, outcome);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    physio => all invoices of Ahmed Farouk have been paid yesterday => set Invoice: 2602, 2604 | Paid on=2026-09-30
                    physio => the largest invoice has been paid yesterday => set Invoice: 2602 | Paid on=2026-09-30
                    radio => the most expensive spot has been paid => set Spot: S-203 | Paid=yes
                    radio => the two cheapest spots have been paid => set Spot: S-204, S-207 | Paid=yes
                    radio => the spots of Radius Bikes have been paid => set Spot: S-207 | Paid=yes
                    physio => I think all invoices of Ahmed Farouk have been paid yesterday => ask
                    physio => not all invoices of Ahmed Farouk have been paid => ask
                    physio => some invoices of Ahmed Farouk have been paid yesterday => ask
                    physio => invoices which have been paid => list Invoice: 2601, 2605
                    """)
    void takesWhatHasBeenDoneToAllOfThem(String corpus, String sentence, String outcome) {
        holds(corpus, sentence, outcome);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    physio => all invoices of Milan Jovic have been paid yesterday
                    physio => most invoices of Ahmed Farouk have been paid yesterday
                    physio => the invoices of Ahmed Farouk that have been paid
                    radio => the most expensive spots have been paid
                    """)
    void changesNothingWhereADayWouldBeLostOrNotAllAreMeant(String corpus, String sentence) {
        assertThat(Outcomes.of(corpus, sentence)).doesNotStartWith("set");
    }

    private static void holds(String corpus, String said, String outcome) {
        assertThat(Outcomes.of(corpus, said)).isEqualTo(Outcomes.normal(outcome));
    }
}
