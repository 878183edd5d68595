package io.frontless.assistant.offline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is neither a change of values nor a question: comments, links, merges, views, savepoints, and what others did taken back. */
final class BesideRecordsTest {

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    comment on INV-0089: called twice => Comment on Invoice INV-0089 | s1 comment.add invoice {record=<INV-0089>, text=called twice}
                    add a comment to INV-0089: "delete it" => Comment on Invoice INV-0089 | s1 comment.add invoice {record=<INV-0089>, text=delete it}
                    comment "call first" on INV-0089 => Comment on Invoice INV-0089 | s1 comment.add invoice {record=<INV-0089>, text=call first}
                    comment on INV-0089 that they have paid => Comment on Invoice INV-0089 | s1 comment.add invoice {record=<INV-0089>, text=they have paid}
                    comment on INV-7: hello => no There is no record “INV-7”.
                    comment on INV-0089 => no That was not understood. These would be:
                    link INV-0089 to INV-0090 as replaces => Link INV-0089 to INV-0090 | s1 link.add invoice {label=replaces, record=<INV-0089>, to=<INV-0090>}
                    link INV-0089 to INV-0090 => no Say what the link is, as in “link … to … as replaces”; or set the field that refers to the other record.
                    merge INV-0090 into INV-0089 => Merge Invoice INV-0090 into INV-0089 | s1 record.merge invoice {from=<INV-0090>, into=<INV-0089>}
                    merge INV-0089 and INV-0090 => ask Which of both is to stay? | merge "INV-0089" into "INV-0090" ; merge "INV-0090" into "INV-0089"
                    merge INV-0089 into INV-0089 => no It is not clear which two records of one table to merge. Say “merge … into …”.
                    redact the client of INV-0089 because they asked for it => Redact Client of Invoice INV-0089 | s1 event.redact invoice {fields=[client], reason=they asked for it, record=<INV-0089>}
                    redact client from INV-0089: asked for => Redact Client of Invoice INV-0089 | s1 event.redact invoice {fields=[client], reason=asked for, record=<INV-0089>}
                    redact the client of INV-0089 => no Say which field of which record, and why: “redact the … of … because …”. The reason stays in the log.
                    """)
    void recordsGetMore(String sentence, String proposal) {
        assertThat(Workspace.invoices().say(sentence)).isEqualTo(proposal);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    save paid invoices as a view called Paid ones => Add view Paid ones to Invoice | s1 view.create invoice {view={key=paid_ones, label=Paid ones, filter={field=status, op=eq, value=paid}}}
                    create a view "Late" of overdue invoices => Add view Late to Invoice | s1 view.create invoice {view={key=late, label=Late, filter={all=[{field=due_date, op=lt, value=today} {field=status, op=ne, value=paid}]}}}
                    create a view of invoices over 1000 => Add view Invoices over 1000 to Invoice | s1 view.create invoice {view={key=invoices_over_1000, label=Invoices over 1000, filter={field=amount, op=gt, value=1000}}}
                    create a view Soon of invoices due next week => no A view keeps its conditions: say the day as a date, such as 2026-10-05.
                    create a view Big of the 3 largest invoices => no A view has all records that meet its conditions, not the first few.
                    """)
    void conditionsAreKeptAsViews(String sentence, String proposal) {
        assertThat(Workspace.invoices().say(sentence)).isEqualTo(proposal);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    save a point called before-cleanup => Save a point called before-cleanup | s1 savepoint.create null {savepoint=before-cleanup}
                    create savepoint before-cleanup => Save a point called before-cleanup | s1 savepoint.create null {savepoint=before-cleanup}
                    set a save point "before it all" => Save a point called before it all | s1 savepoint.create null {savepoint=before it all}
                    save a point called a and delete INV-0089 => Save a point called a; Delete Invoice INV-0089 | s1 savepoint.create null {savepoint=a} ; s2 record.delete invoice <INV-0089>@3
                    go back to before-cleanup => undo to before-cleanup
                    roll back to savepoint before-cleanup => undo to before-cleanup
                    undo everything since the savepoint before-cleanup => undo to before-cleanup
                    go back to before-cleanup and skip conflicts => SKIP undo to before-cleanup
                    go back to yesterday => no “yesterday” is a time. To take back what was done since, say who did it.
                    remove savepoint before-cleanup => Remove the savepoint before-cleanup | s1 savepoint.remove null {savepoint=before-cleanup}
                    """)
    void savepointsAreSetAndGoneBackTo(String sentence, String proposal) {
        assertThat(Workspace.invoices().say(sentence)).isEqualTo(proposal);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    undo what Jane did yesterday => undo from 2026-09-30T00:00:00Z until 2026-10-01T00:00:00Z by Jane
                    undo everything Omar changed between 9 and 11 => undo from 2026-10-01T09:00:00Z until 2026-10-01T11:00:00Z by Omar
                    undo everything Omar changed yesterday between 9:30 and 2 pm => undo from 2026-09-30T09:30:00Z until 2026-09-30T14:00:00Z by Omar
                    undo Jane Doe's changes since Monday => undo from 2026-09-28T00:00:00Z until 2026-10-02T00:00:00Z by Jane Doe
                    undo all changes by Jane since 2026-09-15 => undo from 2026-09-15T00:00:00Z until 2026-10-02T00:00:00Z by Jane
                    undo Jane's last change => undo the last 1 of Jane
                    undo Jane's last 3 changes => undo the last 3 of Jane
                    undo everything I did today => undo from 2026-10-01T00:00:00Z until 2026-10-02T00:00:00Z
                    undo everything I did since yesterday => undo from 2026-09-30T00:00:00Z until 2026-10-02T00:00:00Z
                    undo that and skip conflicts => SKIP UndoLast
                    undo that even if it was changed since => FORCE UndoLast
                    undo what Jane did yesterday with everything that depends on it => ABORT with dependents undo from 2026-09-30T00:00:00Z until 2026-10-01T00:00:00Z by Jane
                    undo my last 2 changes anyway => FORCE undo the last 2
                    take back your last two changes => undo the last 2
                    undo the last four things you did => undo the last 4
                    wait no, put back what you just deleted => UndoLast
                    scratch that, I want it back the way it was => UndoLast
                    that was a mistake, roll it back => UndoLast
                    """)
    void whatSomebodyDidIsTakenBack(String sentence, String proposal) {
        assertThat(Workspace.invoices().say(sentence)).isEqualTo(proposal);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    undo everything Jane did
                    undo everything Jane deleted yesterday
                    undo what they did yesterday
                    undo invoices' changes since Monday
                    undo everything before yesterday
                    undo that and skip conflicts even if it was changed since
                    """)
    void whatIsNotClearIsNotTakenBack(String sentence) {
        assertThat(Workspace.invoices().say(sentence)).startsWith("no ");
    }
}
