package io.frontless.assistant.offline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists of points. */
final class EnumerationTest {

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
                    1. M-107 closed 2. M-106 active => M-107 closed|M-106 active
                    To do: 1) L-33 approved 2) Highlights 1 full => L-33 approved|Highlights 1 full
                    a) P-1005 active b) C-47 in review => P-1005 active|C-47 in review
                    (a) L-33 approved (b) delete L-34 => L-33 approved|delete L-34
                    * White Lilies price 95 * Blue Wave pieces 8 => White Lilies price 95|Blue Wave pieces 8
                    For today: - 9004 closed - delete R-207 => 9004 closed|delete R-207
                    Room 2 - Room 3 - Room 4 => ''
                    add 2 copies to Dune => ''
                    2. M-106 active => ''
                    """)
    void cutsWhatIsNumberedFromTheFirst(String sentence, String points) {
        List<String> found = Enumeration.points(Sentence.read(sentence).words()).stream()
                .map(Phrase::text)
                .toList();

        assertThat(String.join("|", found)).isEqualTo(points);
    }
}
