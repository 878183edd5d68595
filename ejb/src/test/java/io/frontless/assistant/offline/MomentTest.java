package io.frontless.assistant.offline;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontless.assistant.control.Proposal;
import io.frontless.assistant.offline.Corpus.Said;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Days with their times: set, moved, compared and added. */
final class MomentTest {

    static Stream<Said> said() {
        return Corpus.sentences(Corpus.TIMED).stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("said")
    void doesWhatIsSaid(Said said) {
        Workspace workspace = Corpus.read(said.corpus()).workspace(said.mentioned());

        String outcome = Outcomes.normal(new Outcomes(workspace).of(workspace.propose(said.sentence())));

        assertThat(said.outcomes().stream().map(Outcomes::normal).collect(Collectors.toSet()))
                .contains(outcome);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "don't move S-13 to 3 pm",
                "should I move S-13 to 3 pm",
                "we may move S-13 to 3 pm",
                "what if S-13 starts at 10:30",
                "the engineer said S-13 starts at 11",
                "move S-13 to 3 pm if Paul agrees",
                "move S-13 to 3 pm or 4 pm",
                "move S-13 to tomorrow at 9 or 10",
                "move S-13 to before noon",
                "move S-13 to Monday morning",
                "move S-13 to 25:00",
                "S-13 must not start at 10:30",
                "S-13 starts around 10:30",
                "S-13 costs 60 at 3 pm",
                "mark S-13 as done at 11:00",
                "Tom Vale at 9",
                "I didn't mark all sessions today before 10:00 as missed",
            })
    void asksWhereNoTimeIsSurelyMeant(String sentence) {
        assertThat(Outcomes.of(Corpus.TIMED, sentence)).isEqualTo("ask");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "don't postpone S-13 by an hour",
                "S-13 a bit later",
                "S-13 would be an hour later",
                "postpone S-13 by a while",
                "postpone Tom Vale by an hour",
                "extend S-13 by 2 days",
                "the revue takes 2 hours",
                "example: postpone the kick-off by 2 days",
            })
    void asksWhereNothingIsSurelyMoved(String sentence) {
        assertThat(Outcomes.of(Corpus.TIMED, sentence)).isEqualTo("ask");
    }

    /** Whether an end moves with its start, and which half of a day is meant, is asked in sentences that are understood. */
    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    move the revue to Tuesday => set Rehearsal: Revue | From=2026-10-06T13:00:00Z | Until=2026-10-06T14:30:00Z
                    move the revue to Tuesday => set Rehearsal: Revue | From=2026-10-06T13:00:00Z
                    the revue starts an hour later => set Rehearsal: Revue | From=2026-10-05T14:00:00Z | Until=2026-10-05T15:30:00Z
                    the revue starts an hour later => set Rehearsal: Revue | From=2026-10-05T14:00:00Z
                    move S-13 to Monday at 3 => set Session: S-13 | Starts at=2026-10-05T15:00:00Z
                    add session S-16 tomorrow at 3 => add Session | Code=S-16 | Starts at=2026-10-02T15:00:00Z
                    """)
    void offersWhatIsUnderstood(String sentence, String outcome) {
        Workspace workspace = Corpus.read(Corpus.TIMED).workspace("");

        Proposal.Question question = (Proposal.Question) workspace.propose(sentence);

        assertThat(question.options().stream()
                        .map(option -> Outcomes.of(Corpus.TIMED, option))
                        .toList())
                .contains(Outcomes.normal(outcome));
    }
}
