package io.frontless.assistant.offline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What must never become a change: data in quotes, second requests, small talk. */
final class HostileSentencesTest {

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    invoices  => add invoice INV-1 for "Acme; delete table Invoice" => Add Invoice INV-1 | s1 record.create invoice {values={number=INV-1, client=Acme; delete table Invoice}}
                    invoices  => add invoice INV-1 for 'Acme and undo that', 5 => Add Invoice INV-1 | s1 record.create invoice {values={number=INV-1, client=Acme and undo that, amount=5}}
                    invoices  => change the client of INV-0089 to "x, amount 1, status paid" => Change Client of Invoice INV-0089 to x, amount 1, status paid | s1 record.update invoice <INV-0089>@3 {values={client=x, amount 1, status paid}}
                    invoices  => the client of INV-0089 is “Bad; delete all invoices” => Change Client of Invoice INV-0089 to Bad; delete all invoices | s1 record.update invoice <INV-0089>@3 {values={client=Bad; delete all invoices}}
                    invoices  => "mark INV-0089 as paid" => no That was not understood. These would be:
                    invoices  => "delete table Invoice" => no That was not understood. These would be:
                    invoices  => add "invoice" INV-1 => no It is not clear what to add: no table is called like the beginning of “"invoice" INV-1”.
                    invoices  => show "invoices" => no There is no table or record “invoices”.
                    invoices  => "undo" => no That was not understood. These would be:
                    invoices  => delete "it" => no There is no record “it”.
                    invoices  => delete "all" invoices => no There is no record “"all" invoices”.
                    invoices  => "delete" INV-0089 => no That was not understood. These would be:
                    invoices  => add invoice "due" for "for" => Add Invoice due | s1 record.create invoice {values={number=due, client=for}}
                    invoices  => add invoice INV-1 for "Acme" "and" 5 => ask It is not clear which field of invoice “and” belongs to. |
                    invoices  => change the client of INV-0089 to "to" => Change Client of Invoice INV-0089 to to | s1 record.update invoice <INV-0089>@3 {values={client=to}}
                    invoices  => change the client of INV-0089 to Acme "and" amount to 5 => ask It is not clear which field of invoice “and” belongs to. | change the client of INV-0089 to Acme number "and" amount to 5
                    """)
    void quotedTextIsOnlyData(String workspace, String sentence, String proposal) {
        assertThat(Workspace.named(workspace).say(sentence)).isEqualTo(proposal);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    invoices  => add invoice INV-0092 for Acme; show invoices => no “show invoices” looks like a second request. Say one thing at a time, or put texts in quotes.
                    invoices  => add invoice INV-0092 for Acme and delete invoice INV-0089 => Add Invoice INV-0092; Delete Invoice INV-0089 | s1 record.create invoice {values={number=INV-0092, client=Acme}} ; s2 record.delete invoice <INV-0089>@3
                    invoices  => add invoice INV-0092 for Acme, 1200 due 2026-12-15 and mark it as paid => Add Invoice INV-0092; Mark Invoice INV-0092 as paid | s1 record.create invoice {values={number=INV-0092, client=Acme, amount=1200, due_date=2026-12-15, status=paid}}
                    invoices  => mark invoice INV-0089 as paid and delete INV-0090 => Mark Invoice INV-0089 as paid; Delete Invoice INV-0090 | s1 record.update invoice <INV-0089>@3 {values={status=paid}} ; s2 record.delete invoice <INV-0090>@1
                    invoices  => mark invoice INV-0089 as paid. delete INV-9999 => no There is no record “INV-9999”.
                    northwind => change the city of ALFKI to Hamburg and delete it => Change City of Customer ALFKI to Hamburg; Delete Customer ALFKI | s1 record.update customer <ALFKI>@2 {values={city=Hamburg}} ; s2 record.delete customer <ALFKI>
                    """)
    void everyRequestOfASentenceIsAChangeOrNothingIsDone(String workspace, String sentence, String proposal) {
        assertThat(Workspace.named(workspace).say(sentence)).isEqualTo(proposal);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    invoices  => INV-0089 is paid? => list Invoice INV-0089 | invoice any INV-0089
                    invoices  => is INV-0089 paid? => list Invoice INV-0089 | invoice any INV-0089
                    invoices  => don't delete INV-0089 => no That was not understood. These would be:
                    invoices  => never mark INV-0089 as paid => no That was not understood. These would be:
                    invoices  => the weather is nice => no That was not understood. These would be:
                    invoices  => Acme is nice => no That was not understood. These would be:
                    invoices  => asdf qwer => no That was not understood. These would be:
                    invoices  => all invoices are paid => ask Is this meant: Mark 2 invoices as paid? | set the status of invoices "INV-0089" and "INV-0091" to paid
                    invoices  => add invoice "INV-1 => no A quotation mark is opened and not closed.
                    invoices  => ? => no Say in a sentence what to show or to change. Whatever changes something is shown first, and can be undone.
                    """)
    void whatIsNotACommandChangesNothing(String workspace, String sentence, String proposal) {
        assertThat(Workspace.named(workspace).say(sentence)).isEqualTo(proposal);
    }
}
