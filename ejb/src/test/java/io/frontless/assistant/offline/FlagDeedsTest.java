package io.frontless.assistant.offline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Yes-or-no fields that are named by a deed. */
final class FlagDeedsTest {

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    physio => Robert takes new patients again => set Therapist: Robert Quist | Accepts new=yes
                    physio => Fatma does not accept new patients any more => set Therapist: Fatma Celik | Accepts new=no
                    physio => Fatma Celik is not accepting new patients => set Therapist: Fatma Celik | Accepts new=no
                    physio => patients who haven't signed the consent => list Patient: Eva Lorenz, Johann Beck, Paula Lorenz
                    physio => therapists not accepting new patients => list Therapist: Robert Quist
                    physio => unless Johann Beck has signed the consent, cancel T-908 => set Appointment: T-908 | Status=cancelled
                    physio => who accepts new patients => list Therapist: Anton Weber, Fatma Celik, Lina Sander
                    physio => who hasn't signed the consent yet? => list Patient: Eva Lorenz, Johann Beck, Paula Lorenz
                    radio => good news, Yasmin is back from leave => set Host: Yasmin Aydin | On leave=no
                    physio => Robert might take new patients again => ask
                    physio => Lina said that Fatma takes no new patients => ask
                    """)
    void readsWhatIsDone(String corpus, String sentence, String outcome) {
        assertThat(Outcomes.of(corpus, sentence)).isEqualTo(Outcomes.normal(outcome));
    }
}
