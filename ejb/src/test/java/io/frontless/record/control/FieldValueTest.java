package io.frontless.record.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The one form of each type's values, and what is none. */
class FieldValueTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            text      | Café                       | Café
            text      | ` kept as it is `          | ` kept as it is `
            long_text | one line                   | one line
            date      | 2026-12-15                 | 2026-12-15
            date      | 2024-02-29                 | 2024-02-29
            date      | 0001-01-01                 | 0001-01-01
            date      | 9999-12-31                 | 9999-12-31
            datetime  | 2026-12-15T09:30:00Z       | 2026-12-15T09:30:00Z
            datetime  | 2026-12-15T09:30:00+02:00  | 2026-12-15T07:30:00Z
            datetime  | 2026-12-15T09:30Z          | 2026-12-15T09:30:00Z
            datetime  | 2026-12-15T09:30:00.1234567Z | 2026-12-15T09:30:00.123456Z
            datetime  | 0001-01-01T00:00:00Z       | 0001-01-01T00:00:00Z
            datetime  | 9999-12-31T23:59:59.999999Z | 9999-12-31T23:59:59.999999Z
            choice    | red                        | red
            email     | ada@works.example          | ada@works.example
            email     | o'neil+x@a-b.works.example | o'neil+x@a-b.works.example
            phone     | (5) 555-4729               | (5) 555-4729
            phone     | +49 30 0074321             | +49 30 0074321
            url       | https://example.com/a?b=c  | https://example.com/a?b=c
            """)
    void textHasOneForm(String type, String given, String normal) {
        assertThat(FieldValue.normal(field(type), given)).isEqualTo(normal);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            integer | 5                   | 5
            integer | 5.0                 | 5
            integer | 5E3                 | 5000
            integer | -9007199254740991   | -9007199254740991
            integer | 9007199254740991    | 9007199254740991
            decimal | 1.50                | 1.5
            decimal | 1200                | 1200
            decimal | -0.0001             | -0.0001
            decimal | 99999999999999.9999 | 99999999999999.9999
            money   | 1E+2                | 100
            money   | 0.000000            | 0
            """)
    void numberHasOneForm(String type, BigDecimal given, String normal) {
        assertThat(FieldValue.normal(field(type), given)).hasToString(normal).isEqualTo(new BigDecimal(normal));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            text      | `  `
            date      | 2026-02-30
            date      | 2026-2-3
            date      | 15.12.2026
            date      | 0000-01-01
            date      | 10000-01-01
            date      | 2026-12-15T00:00:00Z
            datetime  | 2026-12-15T09:30:00
            datetime  | 2026-12-15
            datetime  | 2026-12-15T25:00:00Z
            datetime  | 0001-01-01T00:00:00+14:00
            datetime  | 9999-12-31T23:59:59-14:00
            choice    | Red
            choice    | green
            email     | nobody
            email     | a@b
            email     | two@at@works.example
            email     | with blank@works.example
            phone     | call me
            phone     | ()-
            phone     | 12
            url       | example.com
            url       | javascript:alert(1)
            url       | ftp://example.com
            url       | https://
            url       | https://exa mple.com
            integer   | 5
            decimal   | 1.5
            boolean   | true
            """)
    void textThatIsNoSuchValueIsRefusedByName(String type, String given) {
        assertRefused(field(type), given);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            integer | 1.5
            integer | 9007199254740992
            integer | -9007199254740992
            decimal | 1.23456
            decimal | 100000000000000
            money   | 0.00001
            money   | -123456789012345
            text    | 17
            date    | 20261215
            phone   | 555
            boolean | 1
            choice  | 1
            """)
    void numberThatIsNoSuchValueIsRefusedByName(String type, BigDecimal given) {
        assertRefused(field(type), given);
    }

    @ParameterizedTest
    @EnumSource(FieldType.class)
    void nothingAndTheEmptyTextAreNoValueInAnyType(FieldType type) {
        assertThat(FieldValue.normal(field(type.wireName()), null)).isNull();
        assertThat(FieldValue.normal(field(type.wireName()), "")).isNull();
    }

    @Test
    void textsOfEqualCharactersAreEqualBytes() {
        assertThat(FieldValue.normal(field("text"), "Cafe\u0301")).isEqualTo("Caf\u00e9");
    }

    @Test
    void textsAreBounded() {
        assertThat(FieldValue.normal(field("text"), "x".repeat(500))).isEqualTo("x".repeat(500));
        assertThat(FieldValue.normal(field("long_text"), "x".repeat(20_000))).isEqualTo("x".repeat(20_000));
        assertRefused(field("text"), "x".repeat(501));
        assertRefused(field("long_text"), "x".repeat(20_001));
        assertRefused(field("email"), "a@" + "b".repeat(250) + ".example");
    }

    @Test
    void whatCannotBeStoredIsRefused() {
        assertRefused(field("text"), "a\0b");
        assertRefused(field("long_text"), "\ud800");
    }

    @Test
    void booleanIsTrueOrFalse() {
        assertThat(FieldValue.normal(field("boolean"), true)).isEqualTo(true);
        assertThat(FieldValue.normal(field("boolean"), false)).isEqualTo(false);
    }

    private static void assertRefused(FieldSpec field, @Nullable Object given) {
        assertThatThrownBy(() -> FieldValue.normal(field, given)).isInstanceOfSatisfying(Rejection.class, rejection -> {
            assertThat(rejection.reason()).isEqualTo(Reason.INVALID);
            assertThat(rejection.details()).singleElement().satisfies(detail -> {
                assertThat(detail.field()).isEqualTo("value");
                assertThat(detail.expected()).isNotBlank();
            });
        });
    }

    private static FieldSpec field(String type) {
        FieldType fieldType = FieldType.valueOf(type.toUpperCase(Locale.ROOT));
        return switch (fieldType) {
            case CHOICE -> FieldSpec.choice("value", "Value", List.of("red", "blue"));
            case REFERENCE -> FieldSpec.reference("value", "Value", "other");
            case TEXT, LONG_TEXT, INTEGER, DECIMAL, MONEY, DATE, DATETIME, BOOLEAN, EMAIL, PHONE, URL ->
                FieldSpec.of("value", "Value", fieldType);
        };
    }
}
