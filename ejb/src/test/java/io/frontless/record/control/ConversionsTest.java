package io.frontless.record.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is stored, read as another type. */
class ConversionsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "integer | 12 | 12",
                "integer | ' 1,234 ' | 1234",
                "integer | 12.5 | ",
                "integer | twelve | ",
                "decimal | 1.25 | 1.25",
                "decimal | '1.234,50' | 1234.5",
                "money | '€ 1,234.50' | 1234.5",
                "money | '12,5 €' | 12.5",
                "money | 12 apples | ",
                "date | 2026-12-15 | 2026-12-15",
                "date | 15.12.2026 | 2026-12-15",
                "date | 15 Dec 2026 | 2026-12-15",
                "date | December 15, 2026 | 2026-12-15",
                "date | 12/15/2026 | 2026-12-15",
                "date | 15/12/2026 | 2026-12-15",
                "date | 01/02/2026 | ",
                "date | 02/02/2026 | 2026-02-02",
                "date | 2026-02-30 | ",
                "date | 2026-12-15T23:30:00-02:00 | 2026-12-16",
                "date | soon | ",
                "datetime | 2026-12-15 | 2026-12-15T00:00:00Z",
                "datetime | 2026-12-15 09:30 | 2026-12-15T09:30:00Z",
                "boolean | Yes | true",
                "boolean | 0 | false",
                "boolean | maybe | ",
                "email | a@b.example | a@b.example",
                "email | nobody | ",
                "text | anything | anything"
            })
    void textIsReadAsAnotherType(String type, String stored, @Nullable String read) {
        FieldSpec field = FieldSpec.of("f", "F", FieldType.valueOf(type.toUpperCase(Locale.ROOT)));

        Object value = Conversions.read(field, stored);

        assertThat(value == null ? null : Conversions.text(value)).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource({
        "text, 1.50, 1.50",
        "integer, 1.50, ",
        "integer, 2.0, 2",
        "money, 2.5, 2.5",
        "boolean, 1, true",
        "date, 20261215, 2026-12-15"
    })
    void numberIsReadAsAnotherType(String type, BigDecimal stored, @Nullable String read) {
        FieldSpec field = FieldSpec.of("f", "F", FieldType.valueOf(type.toUpperCase(Locale.ROOT)));

        Object value = Conversions.read(field, stored);

        assertThat(value == null ? null : Conversions.text(value)).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource({"PAID, paid", "paid, paid", "late, "})
    void textIsReadAsAnOption(String stored, @Nullable String read) {
        assertThat(Conversions.read(FieldSpec.choice("f", "F", List.of("paid", "open")), stored))
                .isEqualTo(read);
    }
}
