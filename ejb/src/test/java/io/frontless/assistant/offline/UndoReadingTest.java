package io.frontless.assistant.offline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken back, what comes again, and what is asked of the past, over several workspaces. */
final class UndoReadingTest {

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    museum  => undo the last two => undo last 2
                    museum  => go back five changes of mine => undo last 5
                    clinic  => my last 5 changes back pls => undo last 5
                    crm     => roll back the 4 most recent changes of mine => undo last 4
                    vet     => please reverse what I did just now => undo last
                    garage  => undo that please, my mistake => undo last
                    museum  => I should not have undone that, do it again => redo
                    clinic  => i want the change back that i just undid => redo
                    crm     => I want my undone change back, redo it => redo
                    vet     => i didnt want to undo that, redo it => redo
                    clinic  => undo my previous two => undo last 2
                    crm     => take back the last 3 => undo last 3
                    vet     => please reverse the last two of them => undo last 2
                    garage  => can you undo my last two please => undo last 2
                    museum  => undo that last one => undo last
                    clinic  => undo that change again => undo last
                    crm     => no, undo that => undo last
                    vet     => nope, take it back => undo last
                    garage  => cancel my last change => undo last
                    museum  => one step back => undo last
                    clinic  => two steps back please => undo last 2
                    crm     => the last two changes were wrong, undo them => undo last 2
                    vet     => undo the changes Tom made yesterday => undo Tom from 2026-09-30 until 2026-10-01
                    garage  => undo all I did today => undo mine from 2026-10-01
                    museum  => undo everything I did this morning => undo mine from 2026-10-01 until 2026-10-01
                    clinic  => bring back what I just undid => redo
                    crm     => put back what I've just undone => redo
                    vet     => restore what I undid => redo
                    garage  => redo what we undid => redo
                    museum  => I undid that by mistake, bring it back => redo
                    clinic  => the undo was a mistake, restore it => redo
                    crm     => oops, I didn't mean to undo that, put it back => redo
                    vet     => undo the last undo => redo
                    museum  => please revoke all what I did since 28 September => undo mine from 2026-09-28
                    garage  => go back on everything that I did today => undo mine from 2026-10-01
                    deskshare => drop everything I did since Monday => undo mine from 2026-09-28
                    deskshare => delete what I did yesterday => undo mine from 2026-09-30 until 2026-10-01
                    security => undo everything of mine from today => undo mine from 2026-10-01
                    """)
    void takesBackOrDoesAgain(String corpus, String sentence, String outcome) {
        assertThat(Outcomes.of(corpus, sentence)).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    bikeshop => what has been changed on ticket R-304 so far? => changes Repair: R-304
                    translations => who has been changing Q-72, and how? => changes Quote: Q-72
                    foodbank => what happened to FP-203, who has touched it? => changes Parcel: FP-203
                    scrapyard => who has been changing ticket 5203? => changes Load: 5203
                    footballclub => what was changed at Autohaus Pohl, and by whom => changes Sponsor: Autohaus Pohl
                    insurance => what has been changed lately, the last 20 => changes 20
                    crm     => who changed the record of INV-0089? => changes Invoice: INV-0089
                    crm     => history of the entry for INV-0089 => changes Invoice: INV-0089
                    museum  => who was the last person to edit Blue Harbour? => changes Exhibit: Blue Harbour
                    museum  => were there any changes to Blue Harbour? => changes Exhibit: Blue Harbour
                    crm     => which changes were made to INV-0089? => changes Invoice: INV-0089
                    museum  => how did Blue Harbour change => changes Exhibit: Blue Harbour
                    clinic  => has appointment 501 been changed? => changes Appointment: 501
                    clinic  => all changes ever made to appointment 501 => changes Appointment: 501
                    clinic  => everything that was done with appointment 501 => changes Appointment: 501
                    brewery => can I see who edited batch B-304? => changes Batch: B-304
                    brewery => who touched the record B-304 last => changes Batch: B-304
                    brewery => what was the last change => changes 1
                    vet     => the last change => changes 1
                    """)
    void tellsTheHistory(String corpus, String sentence, String outcome) {
        assertThat(Outcomes.of(corpus, sentence)).isEqualTo(outcome);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "undo nothing",
                "undo the last twenty-five",
                "undo the change of INV-0089",
                "undo the deletion",
                "undo the invoices Tom made yesterday",
                "undo the last two invoices",
                "don't undo that",
                "should I undo that?",
                "no, delete that",
                "I undid that by mistake",
                "redo the last two",
                "cancel my last invoice",
                "put everything back to how it was this morning",
                "what may Tom do"
            })
    void asksWhatIsMeant(String sentence) {
        assertThat(Outcomes.of("crm", sentence)).isEqualTo("ask");
    }
}
