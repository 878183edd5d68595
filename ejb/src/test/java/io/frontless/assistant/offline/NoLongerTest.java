package io.frontless.assistant.offline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Deletions of what is no more, told in two parts. */
final class NoLongerTest {

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    nursery => We don't deal with Terracotta Rossi any more, please remove that supplier => delete Supplier: Terracotta Rossi
                    nursery => Terracotta Rossi is no more, delete that supplier => delete Supplier: Terracotta Rossi
                    wholesale => we don't need the failed deliveries in the list, please erase them => delete Delivery: D-86
                    wholesale => D-86 is off, bin it => delete Delivery: D-86
                    archaeology => reports both submitted and invoiced can be deleted now => delete Report: R-64
                    nursery => We don't deal with Terracotta Rossi any more, please remove that order => ask
                    nursery => We don't deal with Terracotta Rossi any more => ask
                    wholesale => we don't need D-86, delete INV-0093 => ask
                    bikeshop => the yellow bike and its repair can go, delete both => ask
                    """)
    void areReadWithWhatTellsOfThem(String corpus, String sentence, String outcome) {
        assertThat(Outcomes.of(corpus, sentence)).isEqualTo(outcome);
    }
}
