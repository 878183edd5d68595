package io.frontless.assistant.offline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mail addresses, links and phone numbers, told in whatever order. */
final class AddressToldTest {

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    travel => You can reach Finn Crane at finn@crane.example, can you save that as his mail address? => set Traveller: Finn Crane | Mail address=finn@crane.example
                    agency => Daniel Osei's e-mail is d.osei@medivita.example, can you put that on his contact => set Contact: Daniel Osei | Email=d.osei@medivita.example
                    recordings => Kenji Mori finally told us his booking mail: kombu@beats.example, pls store it => set Artist: DJ Kombu | Booking mail=kombu@beats.example
                    waterlab => For the Cantonal Health Office I have found the website, it is https://cho.example, please to save => set Client: Cantonal Health Office | Website=https://cho.example
                    snow => Mr Unterberger can be reached under +43 512 5550 88 => set Client: Georg Unterberger | Telephone=+43 512 5550 88
                    dairy => Phone number of the Sonnmatt farm, which was missing: +41 34 5550 19 => set Supplier: Sonnmatt | Phone=+41 34 5550 19
                    dentist => Peter Moser wrote from peter.moser@mail.example => ask
                    dentist => email Peter Moser at peter.moser@mail.example => ask
                    dentist => call Peter Moser at +43 3172 5550 44 => ask
                    dentist => Peter Moser's email isn't peter.moser@mail.example => ask
                    dentist => Peter Moser's old email was peter.moser@mail.example => ask
                    dentist => send the invoice of Peter Moser to peter.moser@mail.example => ask
                    dentist => Peter Moser can no longer be reached at peter.moser@mail.example => ask
                    dentist => Peter Moser's wife has the email anna@mail.example => ask
                    dentist => you can reach me at nora@mail.example about Peter Moser => ask
                    dentist => Peter Moser may be reached at peter.moser@mail.example => ask
                    """)
    void areReadWhereNothingElseIsTold(String corpus, String sentence, String outcome) {
        assertThat(Outcomes.of(corpus, sentence)).isEqualTo(outcome);
    }
}
