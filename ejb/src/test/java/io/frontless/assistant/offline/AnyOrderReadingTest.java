package io.frontless.assistant.offline;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontless.assistant.control.Proposal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Changes that no form reads: by what they mention, in any order, with stories and reasons. */
final class AnyOrderReadingTest {

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    invoices => amount INV-0090 now 350 => Change Amount of Invoice INV-0090 to 350 | s1 record.update invoice <INV-0090>@1 {values={amount=350}}
                    invoices => INV-0090 due two weeks later => Change Due date of Invoice INV-0090 to 2026-11-15 | s1 record.update invoice <INV-0090>@1 {values={due_date=2026-11-15}}
                    invoices => Globex called, INV-0089 has been paid this morning, please update the status => Mark Invoice INV-0089 as paid | s1 record.update invoice <INV-0089>@3 {values={status=paid}}
                    invoices => INV-0090 was a mistake, please delete it => Delete Invoice INV-0090 | s1 record.delete invoice <INV-0090>@1
                    leads    => Bank of America moved to Dallas, please change the city => Change City of Lead Bank of America to Dallas | s1 record.update lead <Bank of America>@1 {values={city=Dallas}}
                    leads    => my mistake, Studio 54 is not active any more => Mark Lead Studio 54 as not active | s1 record.update lead <Studio 54>@5 {values={active=false}}
                    """)
    void readsWhatIsMentioned(String workspace, String sentence, String proposal) {
        assertThat(Workspace.named(workspace).say(sentence)).isEqualTo(proposal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ann thinks Studio 54 is won",
                "Studio 54 nearly won",
                "Studio 54 is won or lost",
                "Studio 54 would be won by now",
                "keep Studio 54 new",
                "lift the active of Studio 54",
                "fail to mark Studio 54 as won",
                "stop Studio 54 being won",
                "Bob forgot to set Studio 54 to won",
                "Bob promised that Studio 54 will be won",
                "Studio 54 not won",
                "hopefully Studio 54 is won",
                "Studio 54 had been won before",
                "if only Studio 54 were won",
                "the letter about Studio 54 says \"won\"",
                "Studio 54 Bank of America won",
                "Studio 54 won lost",
                "Studio 54 5 7000",
                "undo the won of Studio 54",
                "Bob cancelled his visit, Studio 54 is open",
                "ignore Studio 54, won",
                "tell Bob that Studio 54 is won",
                "Studio 54 looks won",
                "should Studio 54 be won",
                "nobody has won Studio 54",
                "never won, Studio 54",
                "won: neither Studio 54 nor Bank of America",
                "Studio 54 is as good as won",
                "we doubt Studio 54 is won",
                "Studio 54 seems won",
                "mark Studio 54 as won, that was a joke",
                "mark Studio 54 as won, says Bob",
                "mark Studio 54 as won, no wait",
                "Bob thinks so, Studio 54 is won, isn't it"
            })
    void changesNothingInDoubt(String sentence) {
        assertThat(Workspace.leads().propose(sentence)).isNotInstanceOf(Proposal.Change.class);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    Studio 54 danced into Rome               => ask Is this meant: Change City of Lead Studio 54 to Rome? | set the city of lead "Studio 54" to "Rome"
                    Ann took Studio 54 for a walk in Rome    => ask Is this meant: Change Owner and City of Lead Studio 54? | set the owner of lead "Studio 54" to "Ann"; set the city of lead "Studio 54" to "Rome"
                    all leads are won                        => ask Is this meant: Mark 4 leads as won? |
                    """)
    void asksWhereAWordMayMeanSomethingElse(String sentence, String question) {
        assertThat(Workspace.leads().say(sentence)).isEqualTo(question);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Studio 54 danced into Rome", "Ann took Studio 54 for a walk in Rome"})
    void whatIsOfferedIsDoneWhenSaid(String sentence) {
        Workspace leads = Workspace.leads();
        Proposal.Question question = (Proposal.Question) leads.propose(sentence);

        assertThat(leads.propose(question.options().get(0))).isInstanceOf(Proposal.Change.class);
    }
}
