package io.frontless.assistant.offline;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontless.assistant.control.Proposal;
import io.frontless.assistant.control.Proposal.About;
import io.frontless.assistant.control.Proposal.Asked;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions about the past, asked on Thursday 2026-10-01. */
final class HistoryReadingTest {

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    who changed INV-0089 last week => record <INV-0089> from 2026-09-21 until 2026-09-28
                    who changed the invoice INV-0089 yesterday? => record <INV-0089> from 2026-09-30 until 2026-10-01
                    who changed the amount of INV-0089 => record <INV-0089> field amount
                    who changed INV-0089's amount => record <INV-0089> field amount
                    who updated invoices this month => entity invoice did record.update from 2026-10-01
                    who deleted Acme => gone Acme did record.delete
                    who deleted invoice INV-0012 => gone invoice INV-0012 did record.delete
                    who created INV-0089? => record <INV-0089> did record.create
                    who deleted anything in the last 3 days => everything did record.delete from 2026-09-28
                    Please tell me who deleted "Old Acme" on 1 September 2026 => gone Old Acme did record.delete from 2026-09-01 until 2026-09-02
                    what did jane do yesterday => everything by jane from 2026-09-30 until 2026-10-01
                    what did I change today? => everything by I from 2026-10-01 until 2026-10-02
                    what has Jane Doe deleted since 2026-09-15 => everything by Jane Doe did record.delete from 2026-09-15
                    show me everything jane did last month => everything by jane from 2026-09-01 until 2026-10-01
                    changes by Jane => everything by Jane
                    show jane's changes => everything by jane
                    what changed since Friday => everything from 2026-09-25
                    since friday, what has changed? => everything from 2026-09-25
                    what changed in invoices since last Monday => entity invoice from 2026-09-28
                    what was deleted yesterday => everything did record.delete from 2026-09-30 until 2026-10-01
                    what invoices changed last week => entity invoice from 2026-09-21 until 2026-09-28
                    what happened to it last week => record <INV-0089> from 2026-09-21 until 2026-09-28
                    what happened between 2026-09-01 and 2026-09-03 => everything from 2026-09-01 until 2026-09-04
                    history of INV-0012 => gone INV-0012
                    history of invoices => entity invoice
                    show the changes of INV-0089 in August => record <INV-0089> from 2026-08-01 until 2026-09-01
                    when was INV-0089 created => record <INV-0089> did record.create
                    show INV-0089 as of Monday => at 2026-09-28T23:59:59.999999Z record <INV-0089>
                    show invoice INV-0089 as of 2026-09-20 14:30 => at 2026-09-20T14:30:00Z record <INV-0089>
                    invoices as of yesterday => at 2026-09-30T23:59:59.999999Z entity invoice
                    as of 1 September, show invoices => at 2026-09-01T23:59:59.999999Z entity invoice
                    show Acme as it was on 1 December => at 2025-12-01T23:59:59.999999Z gone Acme
                    what was the amount of INV-0089 on 1 December => at 2025-12-01T23:59:59.999999Z record <INV-0089> field amount
                    what was INV-0089's amount last Monday => at 2026-09-28T23:59:59.999999Z record <INV-0089> field amount
                    what did INV-0089 look like on September 3 => at 2026-09-03T23:59:59.999999Z record <INV-0089>
                    who changed the record of INV-0089 last week => record <INV-0089> from 2026-09-21 until 2026-09-28
                    which invoices were deleted this week => entity invoice did record.delete from 2026-09-28
                    my changes today => everything by me from 2026-10-01 until 2026-10-02
                    which changes did Jane make yesterday => everything by Jane from 2026-09-30 until 2026-10-01
                    what happened this morning => everything from 2026-10-01 until 2026-10-01T12:00:00Z
                    what changed yesterday afternoon => everything from 2026-09-30T12:00:00Z until 2026-10-01
                    were there any changes to INV-0089 this week => record <INV-0089> from 2026-09-28
                    what did I just do => everything by I
                    how was INV-0089 two weeks ago => no
                    how was INV-0089 2 weeks ago => at 2026-09-17T23:59:59.999999Z record <INV-0089>
                    """)
    void reads(String sentence, String expected) {
        assertThat(shown(sentence)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "show invoices created last week",
                "show pending invoices",
                "add invoice INV-0099 for Acme, 1200 due 2026-12-15",
                "mark INV-0089 as paid",
                "change the amount of INV-0089 to 1300",
                "delete INV-0089",
                "undo that",
                "show the last 20 changes",
                "what changed?",
                "has INV-0089 been paid?",
                "what does Jane still have to do",
                "what may Jane do",
                "has Acme been updated?",
                "which invoices were paid",
                "show my changes",
                "who is Acme",
                "what is the amount of INV-0089?",
                "invoices due before 2027-01-01",
                "show invoices over 1000 on hold",
                "INV-0089 is 1300 as of today",
                "INV-0089: amount 1300 as of now"
            })
    void leavesToOthers(String sentence) {
        assertThat(new HistoryReading().read(turn(sentence))).isEmpty();
    }

    private static String shown(String sentence) {
        Optional<Proposal> read = new HistoryReading().read(turn(sentence));
        if (read.isEmpty()) {
            return "no";
        }
        if (read.get() instanceof Proposal.ShowPast past) {
            return "at " + past.at() + " " + about(past.about());
        }
        Proposal.ListEvents events = (Proposal.ListEvents) read.get();
        return about(events.about()) + asked(events.asked());
    }

    private static String about(About about) {
        String field = about.field().map(key -> " field " + key).orElse("");
        if (about.gone().isPresent()) {
            return "gone " + about.entity().map(key -> key + " ").orElse("")
                    + about.gone().get() + field;
        }
        return about.record()
                        .map(id -> "record " + Workspace.invoices().records().title(id.toString()))
                        .or(() -> about.entity().map(key -> "entity " + key))
                        .orElse("everything")
                + field;
    }

    private static String asked(Asked asked) {
        return asked.who().map(name -> " by " + name).orElse("")
                + asked.action().map(name -> " did " + name).orElse("")
                + asked.from().map(time -> " from " + day(time.toString())).orElse("")
                + asked.until().map(time -> " until " + day(time.toString())).orElse("");
    }

    private static String day(String time) {
        return time.replace("T00:00:00Z", "");
    }

    private static Turn turn(String sentence) {
        return Turn.of(Workspace.invoices().request(sentence), Care.STRICT, new Effort());
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    logistics => Petit Jardin are VIP as of today => set Customer: Petit Jardin | VIP=yes
                    vintner => Good news, Old Mill is certified organic as of today!! => set Vineyard: Old Mill | Organic=yes
                    bakery => butter croissants cost 1.75 as of today => set Recipe: Butter Croissant | Price=1.75
                    """)
    void whatIsSoAsOfTodayIsNoQuestionAboutThePast(String corpus, String sentence, String outcome) {
        assertThat(Outcomes.of(corpus, sentence)).isEqualTo(Outcomes.normal(outcome));
    }
}
