package io.frontless.assistant.offline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands beside a change tells of it, and is no change of its own; two kinds of records are both meant. */
final class AccompanyingTest {

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    tennisclub => move B-509 to Hall B, on 16 October 2026, with Marek Hollis as coach => ask
                    tennisclub => move B-509 to Hall B, with Marek Hollis as coach => set Booking: B-509 | Court=Hall B | Coach=Marek Hollis
                    """)
    void whoGoesAlongGetsNoDayOfHisOwn(String corpus, String sentence, String outcome) {
        assertThat(Outcomes.of(corpus, sentence)).isEqualTo(Outcomes.normal(outcome));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    plus clients and clients from York: discount 10 => set Client: Bramwell Dental, Orbit Spares, Tallis Pharmacy | Discount=10
                    clients from York and plus clients: discount 10 => set Client: Bramwell Dental, Orbit Spares, Tallis Pharmacy | Discount=10
                    delete plus clients and clients from York => delete Client: Bramwell Dental, Orbit Spares, Tallis Pharmacy
                    """)
    void twoKindsOfOneTableAreBothMeant(String sentence, String outcome) {
        assertThat(Outcomes.of("couriers", sentence)).isEqualTo(Outcomes.normal(outcome));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    Forklift Safety costs 440, and its sessions have 8 seats => set Course: Forklift Safety | List price=440 ; set Session: S-202 | Seats=8
                    Forklift Safety costs 440, and its sessions have 8 seats from now on => set Course: Forklift Safety | List price=440 ; set Session: S-202 | Seats=8
                    """)
    void aChangeBeforeAnotherIsNoStory(String sentence, String outcome) {
        assertThat(Outcomes.of("trainers", sentence)).isEqualTo(Outcomes.normal(outcome));
    }
}
