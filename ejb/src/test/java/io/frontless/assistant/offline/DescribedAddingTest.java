package io.frontless.assistant.offline;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontless.assistant.control.Proposal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** New records that are described in parts. */
final class DescribedAddingTest {

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    leads    => we have a new lead, Fenland Books in Ely, worth 900, fenland@books.example => Add Lead Fenland Books | s1 record.create lead {values={name=Fenland Books, city=Ely, value=900, email=fenland@books.example}}
                    leads    => put a lead "Lark & Sons" on Bob's list, won, from Exeter => Add Lead Lark & Sons | s1 record.create lead {values={name=Lark & Sons, owner=Bob, stage=won, city=Exeter}}
                    leads    => sign up a new lead called Odette Marsh, already active, odette@marsh.example => Add Lead Odette Marsh | s1 record.create lead {values={name=Odette Marsh, active=true, email=odette@marsh.example}}
                    leads    => add "Salt Road" as a qualified lead in Rome, Ann handles it => Add Lead Salt Road | s1 record.create lead {values={stage=qualified, name=Salt Road, city=Rome, owner=Ann}}
                    invoices => create INV-0101 for Globex and INV-0102 for Acme, both pending => Add Invoice INV-0101; Add Invoice INV-0102 | s1 record.create invoice {values={number=INV-0101, client=Globex, status=pending}} ; s2 record.create invoice {values={number=INV-0102, client=Acme, status=pending}}
                    """)
    void fitsEachPartToOneField(String workspace, String sentence, String proposal) {
        assertThat(Workspace.named(workspace).say(sentence)).isEqualTo(proposal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "add lead Peter Maier again",
                "put the lead Studio 54 on hold",
                "we have a new lead, Rome, worth 900",
                "put a lead \"X\" on nobody's list",
                "Studio 54 closed: new lead \"X\"",
                "Twin is gone: new lead \"X\"",
                "lead \"X\" won",
                "sign up a new lead called Odette Marsh, maybe active",
            })
    void addsNothingOfWhichAPartIsNotUnderstood(String sentence) {
        assertThat(Workspace.leads().propose(sentence)).isNotInstanceOf(Proposal.Change.class);
    }
}
