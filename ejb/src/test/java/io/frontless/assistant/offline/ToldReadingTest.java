package io.frontless.assistant.offline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Changes that are weighed by what a sentence mentions: what it is about, what is told of that, and what stands beside. */
final class ToldReadingTest {

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    driving: LS-205 isn't night, it's city => set Lesson: LS-205 | Topic=city
                    driving: DS-104 is out of the workshop again, the chain was replaced => set Vehicle: DS-104 | In workshop=no
                    driving: Boris is on holiday; his planned lessons go to Petra Simic => set Lesson: LS-205, LS-209 | Instructor=Petra Simic
                    driving: EX-72: examiner Inga Nagel, fee paid => set Exam: EX-72 | Examiner=Inga Nagel | Fee paid=yes
                    gardens: Dov is ill, Oona takes over J-208 => set Job: J-208 | Gardener=Oona Byrne
                    gardens: the price of J-207 is 950, not 980 as I wrote => set Job: J-207 | Price=950
                    gardens: J-204 can start on 2 November instead of 26 October => set Job: J-204 | Planned for=2026-11-02
                    solar: move PowerCrate from B4 to B2 => set Equipment: PowerCrate | Shelf=B2
                    gardens: J-203 is done by Dov now => set Job: J-203 | Gardener=Dov Adler
                    vet: V-74 will be done by Lena => set Visit: V-74 | Vet=Lena Roth
                    wholesale: INV-0089 was paid on 30 September => set Invoice: INV-0089 | Paid on=2026-09-30 | Status=paid
                    wholesale: INV-0089 was paid on the 28th => set Invoice: INV-0089 | Paid on=2026-09-28 | Status=paid
                    wholesale: INV-0089 is due on the 28th => set Invoice: INV-0089 | Due on=2026-10-28
                    solar: Sven's van is Van 4, not Van 2 => set Fitter: Sven Oster | Van=Van 4
                    """)
    void weighsWhatIsToldOfRecords(String sentence, String outcome) {
        assertThat(said(sentence)).isEqualTo(Outcomes.normal(outcome));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    gardens: Kofi gets £1.50 an hour more from now on => set Gardener: Kofi Mensah | Hourly rate=26
                    driving: Viktor passed his theory, 2 hours off => set Student: Viktor Hahn | Hours left=1
                    driving: LS-209 is to last twice as long => set Lesson: LS-209 | Minutes=180
                    gardens: J-201 can't happen on Monday, do it on the Wednesday of the same week => set Job: J-201 | Planned for=2026-10-07
                    solar: 4 Helios 390 were sold, take them out of the stock => set Equipment: Helios 390 | In stock=18
                    solar: J-73 and J-75 start two weeks later => set Installation: J-73 | Starts on=2026-11-02 ; set Installation: J-75 | Starts on=2026-12-07
                    """)
    void weighsMoreAndLess(String sentence, String outcome) {
        assertThat(said(sentence)).isEqualTo(Outcomes.normal(outcome));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    driving: Rashid might teach LS-205
                    driving: Rashid taught LS-205
                    driving: Rashid refuses to teach LS-205
                    driving: LS-205 to Rashid, but only if he agrees
                    driving: half of the planned lessons go to Petra Simic
                    driving: planned lessons, namely those in DS-101, go to Petra Simic
                    driving: Boris goes on parental leave, transfer all lessons he teaches to Petra Simic
                    driving: LS-205 was night
                    driving: DS-104 is back from the workshop
                    driving: lower Diego's rate, he teaches car now
                    gardens: turn R-0067 from draft into sent
                    gardens: Silas drove the Green Van yesterday
                    gardens: J-208 was done by Oona
                    gardens: invoices of Hotel Belvoir get a week more to be paid
                    solar: all of Ruth's offers go to Erik Thal, only not OF-309
                    solar: Kemal is on leave until Friday
                    solar: OF-302 is won, hooray, and OF-303 too
                    publisher: give all books he edits to Yusuf Demir
                    gardens: J-203 needs another gardener
                    shelter: Rolf Becker wants Luna neutered
                    gardens: R-0062 should have been paid by now
                    gardens: the Green Van needs a service on 5 October
                    gardens: Dov replaces Kofi on J-203
                    gardens: Dov helps Kofi with J-203
                    driving: Boris and Petra teach LS-205 together
                    driving: EX-77 was moved by Inga
                    solar: we sent Marta Quint a maintenance plan
                    solar: Marta Quint had a maintenance plan
                    """)
    void asksWhereSomethingElseMayBeMeant(String sentence) {
        assertThat(said(sentence)).isEqualTo("ask");
    }

    private static String said(String sentence) {
        int colon = sentence.indexOf(':');
        return Outcomes.of(sentence.substring(0, colon), sentence.substring(colon + 2));
    }
}
