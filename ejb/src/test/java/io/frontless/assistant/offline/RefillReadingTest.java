package io.frontless.assistant.offline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Another value for the field by which records are described, and what becomes of what somebody has who is away. */
final class RefillReadingTest {

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    orchestra => every rehearsal in Hall A moves to Hall C => set Rehearsal: R-101, R-104, R-107 | Hall=Hall C
                    orchestra => rehearsals without hall: Hall B => set Rehearsal: R-105 | Hall=Hall B
                    printshop => move the machines from the Side room to "Annexe" => set Machine: Indra 9, Plotmax 1600 | Location=Annexe
                    itsupport => unassigned tickets to Aisha => set Ticket: T-604, T-605 | Agent=Aisha Bello
                    vet => every animal that has no vet is mine from today => set Animal: Captain, Sheldon | Vet=Imke Voss
                    bikeshop => give customers without any discount 5 => set Customer: Peter Maes, Tom Maes | Discount=5
                    foodbank => Dev drives all the parcels that have no driver yet => set Parcel: FP-203, FP-205, FP-207, FP-208 | Driver=Dev Patel
                    scrapyard => hand Marek's unpaid loads over to Owen Birch as weigher => set Load: 5202, 5203, 5208 | Weigher=Owen Birch
                    tailor => where a customer's discount is empty, enter 3 => set Customer: Dario Conti, Fatima Zahra | Discount=3
                    travel => put Dario down as the guide wherever a trip has none => set Trip: Crete Sun, Nile Cruise | Guide=Dario Conti
                    """)
    void givesTheFieldOfTheConditionAnotherValue(String corpus, String sentence, String outcome) {
        holds(corpus, sentence, outcome);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    orchestra => every rehearsal in Hall A moved to Hall C
                    orchestra => rehearsals in Hall A may move to Hall C
                    orchestra => rehearsals in Hall A should not move to Hall C
                    orchestra => rehearsals without hall: Hall B or Hall A
                    orchestra => Marek thinks rehearsals in Hall A move to Hall C
                    orchestra => rehearsals in Hall A go to the printer
                    orchestra => some rehearsals without leader are mine
                    itsupport => unassigned tickets to Aisha or Viktor
                    itsupport => unassigned tickets are not mine
                    itsupport => if nobody minds, unassigned tickets to Aisha
                    """)
    void asksWhereItIsNoWish(String corpus, String sentence) {
        doesNotWrite(corpus, sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    ferries => Sofus is leaving us, Bente Krog takes over all his waybills => set Freight: 4403, 4405 | Clerk=Bente Krog
                    vet => Sam's leaving: his unfinished duties to Lena => set Duty: Clean the kennels, Prepare operating room | Staff=Lena Roth
                    publisher => Oscar goes on parental leave, transfer all books he edits to Yusuf Demir => set Book: Low Tide, The Ferryman's Debt | Editor=Yusuf Demir
                    """)
    void givesAwayWhatSomebodyHasWhoIsAway(String corpus, String sentence, String outcome) {
        holds(corpus, sentence, outcome);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    ferries => Sofus is not leaving us, Bente Krog takes over his waybills
                    ferries => If Sofus leaves us, Bente Krog takes over all his waybills
                    ferries => Sofus might be ill, Bente Krog takes over all his waybills
                    itsupport => Viktor is ill, so half of his tickets go to Aisha
                    """)
    void asksWhereNobodyIsSurelyAway(String corpus, String sentence) {
        doesNotWrite(corpus, sentence);
    }

    private static void holds(String corpus, String sentence, String outcome) {
        Workspace workspace = Corpus.read(corpus).workspace("");
        assertThat(new Outcomes(workspace).of(workspace.propose(sentence))).isEqualTo(outcome);
    }

    private static void doesNotWrite(String corpus, String sentence) {
        Workspace workspace = Corpus.read(corpus).workspace("");
        String outcome = new Outcomes(workspace).of(workspace.propose(sentence));
        assertThat(Outcomes.isWrite(outcome)).as(outcome).isFalse();
    }
}
