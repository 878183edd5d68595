package io.frontless.assistant.offline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever speaks takes one record on. */
final class TakenOnTest {

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    pianos: I will take care of 3005 myself => set Repair: 3005 | Technician=Marek Stolarz
                    pianos: I'm doing 3005 myself => set Repair: 3005 | Technician=Marek Stolarz
                    tailor: I'll do T-207 myself => set Job: T-207 | Tailor=Marta Quinn
                    markethall: ill do R-206 myself, put me as fixer => set Repair: R-206 | Fixer=Marta Hollis
                    pharmacy: ill take care of R-503 myself, put me as pharmacist => set Prescription: R-503 | Pharmacist=Hanna Berger
                    lawfirm: I'll take M-104 myself, put me down as the lawyer => set Matter: M-104 | Lawyer=Nora Klein
                    """)
    void getsIt(String sentence, String outcome) {
        assertThat(said(sentence)).isEqualTo(Outcomes.normal(outcome));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pianos: I'd do 3005 myself",
                "pianos: I can't do 3005 myself",
                "pianos: I won't do 3005 myself",
                "pianos: I did 3005 myself",
                "pianos: I'll pay 3005 myself",
                "pianos: I'll do all the open repairs myself",
                "pianos: I will sell H-201 myself",
                "pianos: I'll do it myself",
                "pianos: will I do 3005 myself?",
                "pianos: I'll do 3005 myself if nobody else can"
            })
    void asksWhereItMayBeAboutSomethingElse(String sentence) {
        assertThat(said(sentence)).isEqualTo("ask");
    }

    private static String said(String sentence) {
        int colon = sentence.indexOf(':');
        return Outcomes.of(sentence.substring(0, colon), sentence.substring(colon + 2));
    }
}
