package io.frontless.assistant.offline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What only one record may have, and one has, is not proposed for another. */
final class AlreadyThereTest {

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    museum => add artist Elsa Marin, country Spain
                    museum => new tour Night Walk on 3 Nov
                    museum => add loan L-31
                    insurance => create claim C-41 with amount 200
                    """)
    void isAskedAbout(String corpus, String sentence) {
        assertThat(Outcomes.of(corpus, sentence)).isEqualTo("ask");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    museum => add artist Elsa Marinova, country Spain => add Artist | Country=Spain | Name=Elsa Marinova
                    museum => add loan L-40 => add Loan | Loan no=L-40
                    """)
    void isAddedWhereItIsNew(String corpus, String sentence, String outcome) {
        assertThat(Outcomes.of(corpus, sentence)).isEqualTo(Outcomes.normal(outcome));
    }
}
