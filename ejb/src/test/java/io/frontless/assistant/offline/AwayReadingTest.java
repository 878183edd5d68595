package io.frontless.assistant.offline;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontless.assistant.control.Proposal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Deletions that are said without “delete”. */
final class AwayReadingTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "away with INV-0090",
                "chuck out INV-0090",
                "INV-0090 can be thrown away",
                "INV-0090 has to be deleted",
                "invoice INV-0090 should be removed",
                "take INV-0090 out of our records",
                "strike INV-0090 off the list",
                "INV-0090: remove it",
                "INV-0090 can go in the bin",
                "INV-0090 can be deleted now",
                "INV-0090 can be removed from our records",
                "del INV-0090",
            })
    void deletes(String sentence) {
        assertThat(Workspace.invoices().say(sentence))
                .isEqualTo("Delete Invoice INV-0090 | s1 record.delete invoice <INV-0090>@1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INV-0090 could be deleted",
                "INV-0090 might have to be thrown away",
                "INV-0090 should never be deleted",
                "take INV-0090 off the wall",
                "away with you",
                "can INV-0090 be deleted?",
                "INV-0090 has been deleted",
                "INV-0090 may be deleted",
                "Chuck INV-0090",
                "INV-0090 may go in the bin",
                "INV-0090 can be removed from the wall",
            })
    void deletesNothingThatIsOnlyTalkedOf(String sentence) {
        assertThat(Workspace.invoices().propose(sentence)).isNotInstanceOf(Proposal.Change.class);
    }
}
