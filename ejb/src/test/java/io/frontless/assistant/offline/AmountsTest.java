package io.frontless.assistant.offline;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers and money. */
final class AmountsTest {

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    1200        => 1200
                    -5          => -5
                    1,200       => 1200
                    1,200,300   => 1200300
                    $1,200.50   => 1200.50
                    1.200,50    => 1200.50
                    12,5        => 12.5
                    €300        => 300
                    300€        => 300
                    300 EUR     => 300
                    usd 300     => 300
                    1.2k        => 1200
                    12k         => 12000
                    ten         => 10
                    thirteen    => 13
                    twenty-five => 25
                    twenty five => 25
                    two hundred => 200
                    three hundred and ten => 310
                    one hundred five => 105
                    a hundred   => 100
                    a thousand  => 1000
                    two thousand => 2000
                    two thousand and fifty => 2050
                    half a dozen => 6
                    a dozen     => 12
                    two dozen   => 24
                    half a      => 0.5
                    a hundred euros => 100
                    """)
    void areReadInManyForms(String text, BigDecimal value) {
        assertThat(Amounts.whole(Sentence.read(text).words())).contains(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "12 13",
                "1.2.3",
                "1,20,300",
                "INV-1",
                "12a",
                "k",
                "€",
                "1e5",
                "0x10",
                "12 apples",
                "twenty and five",
                "five six",
                "hundred",
                "Twenty five",
                "ten hundred thousand",
                "twelve hundred",
                "two hundred and"
            })
    void otherWordsAreNone(String text) {
        assertThat(Amounts.whole(Sentence.read(text).words())).isEmpty();
    }
}
