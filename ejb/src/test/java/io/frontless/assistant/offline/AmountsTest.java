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
                    """)
    void areReadInManyForms(String text, BigDecimal value) {
        assertThat(Amounts.whole(Sentence.read(text).words())).contains(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12 13", "1.2.3", "1,20,300", "INV-1", "12a", "k", "€", "1e5", "0x10", "12 apples"})
    void otherWordsAreNone(String text) {
        assertThat(Amounts.whole(Sentence.read(text).words())).isEmpty();
    }
}
