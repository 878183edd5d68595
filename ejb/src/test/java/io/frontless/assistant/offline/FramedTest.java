package io.frontless.assistant.offline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A change that is only spoken of, put off or taken back is not made, however plain it is by itself. */
final class FramedTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I was going to change all draft invoices to open",
                "I didn't mark all open invoices as paid",
                "we forgot to mark INV-0089 as paid",
                "they made me mark INV-0089 as paid",
                "I plan to mark INV-0089 as paid",
                "wait before you assign all of Omar's leads to Lena Fischer",
                "before you mark INV-0089 as paid",
                "why mark INV-0089 as paid",
                "no need to mark INV-0089 as paid",
                "there is no reason to mark INV-0089 as paid",
                "remind me to mark INV-0089, INV-0092 and INV-0093 paid",
                "the email says: create lead Max Muster (max@muster.example) from Berlin worth 900",
                "example: mark INV-0089 as paid",
                "the plan is to mark INV-0089 as paid",
                "it was a mistake to clear the due date of INV-0089",
                "yesterday I told Ben to mark INV-0089 as paid",
                "nobody should mark INV-0089 as paid"
            })
    void isSpokenOfOnly(String sentence) {
        assertThat(Outcomes.of("crm", sentence)).isEqualTo("ask");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INV-0089 is paid, I guess",
                "INV-0089 is paid, he claims",
                "INV-0089 is paid, as far as I know",
                "INV-0089 is paid, supposedly",
                "INV-0089 is paid (unconfirmed)",
                "INV-0089 is paid, can you check",
                "INV-0089 is paid, which is wrong",
                "INV-0089 is paid - that was before",
                "INV-0089 is paid in the draft",
                "INV-0089 is paid twice",
                "INV-0089 is open by mistake",
                "mark INV-0089 as paid, or maybe not",
                "mark INV-0089 as paid, wrong chat",
                "INV-0089 is paid, so the story goes",
                "INV-0089 is paid, hopefully",
                "mark INV-0089 as paid as a test only"
            })
    void isDoubtedOrTakenBack(String sentence) {
        assertThat(Outcomes.of("crm", sentence)).isEqualTo("ask");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mark INV-0089 as paid later",
                "mark INV-0089 as paid after the meeting",
                "mark INV-0089 as paid every Monday",
                "mark INV-0089 as paid when I'm back",
                "mark INV-0089 as paid the day they pay",
                "mark INV-0089 as paid at some point",
                "I'll mark INV-0089 as paid tomorrow",
                "assign the lead Mia Wong to Omar tomorrow at 9",
                "put a note on INV-0089: \"call before shipping\" tomorrow at 9",
                "create a table Supplier with name, city and phone tomorrow at 9",
                "create a table Supplier with name, city and phone, or maybe not",
                "rename the field City of companies to Town once approved"
            })
    void isPutOff(String sentence) {
        assertThat(Outcomes.of("crm", sentence)).isEqualTo("ask");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    mark INV-0089 as paid if possible => set Invoice: INV-0089 | Status=paid
                    set notes of INV-0089 to call him every Monday => set Invoice: INV-0089 | Notes=call him every Monday
                    set notes of INV-0089 to pays later => set Invoice: INV-0089 | Notes=pays later
                    move the due date of INV-0089 a week later => set Invoice: INV-0089 | Due date=2026-09-22
                    we had a talk, mark INV-0089 as paid => set Invoice: INV-0089 | Status=paid
                    delete INV-0094, it was entered twice => delete Invoice: INV-0094
                    delete INV-0094, it was created by mistake => delete Invoice: INV-0094
                    """)
    void isMeantAllTheSame(String sentence, String outcome) {
        assertThat(Outcomes.of("crm", sentence)).isEqualTo(Outcomes.normal(outcome));
    }
}
