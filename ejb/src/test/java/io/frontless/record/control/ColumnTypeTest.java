package io.frontless.record.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontless.operation.FieldType;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a file's cells show of their column's type. */
class ColumnTypeTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            quantity   | 12;0;-3                            | INTEGER
            discount   | 0;0.15                             | DECIMAL
            unitPrice  | 14.00;9.8                          | MONEY
            freight    | 32;11.61                           | MONEY
            unitPrice  | on request;9.8                     | TEXT
            postalCode | 05021;12209                        | TEXT
            number     | 1;02                               | TEXT
            big        | 1234567890123456                   | TEXT
            orderDate  | 1996-07-04 00:00:00.000;1996-08-01 | DATE
            seen       | 1996-07-04 10:30:00;1996-07-05T00:00:00 | DATETIME
            phone      | 030-0074321;(5) 555-4729           | PHONE
            fax        | 030-0076545                        | PHONE
            phone      | none                               | TEXT
            code       | 030-0074321                        | TEXT
            contact    | ada@works.example                  | EMAIL
            contact    | ada@works.example;Ada              | TEXT
            site       | https://example.com;http://a.b     | URL
            name       | Ana Trujillo;Hanna Moos            | TEXT
            """)
    void columnHasTheNarrowestTypeThatAllCellsFit(String header, String cells, FieldType type) {
        assertThat(ColumnType.of(header, List.of(cells.split(";", -1)))).isEqualTo(type);
    }

    @Test
    void columnWithoutCellsIsText() {
        assertThat(ColumnType.of("amount", List.of())).isEqualTo(FieldType.TEXT);
    }

    @Test
    void columnWithACellOverALinesLengthIsLongText() {
        assertThat(ColumnType.of("note", List.of("a", "x".repeat(500)))).isEqualTo(FieldType.TEXT);
        assertThat(ColumnType.of("note", List.of("a", "x".repeat(501)))).isEqualTo(FieldType.LONG_TEXT);
    }

    @Test
    void cellIsReadAsItsColumnsType() {
        assertThat(ColumnType.value(FieldType.MONEY, "14.00")).isEqualTo(new BigDecimal("14.00"));
        assertThat(ColumnType.value(FieldType.DATE, "1996-07-04 00:00:00.000")).isEqualTo("1996-07-04");
        assertThat(ColumnType.value(FieldType.DATETIME, "1996-07-04 10:30:00")).isEqualTo("1996-07-04T10:30:00Z");
        assertThat(ColumnType.value(FieldType.BOOLEAN, "Yes")).isEqualTo(true);
        assertThat(ColumnType.value(FieldType.BOOLEAN, "0")).isEqualTo(false);
        assertThat(ColumnType.value(FieldType.TEXT, "0")).isEqualTo("0");
    }

    @ParameterizedTest
    @CsvSource({"INTEGER,many", "MONEY,1 200", "DATE,15.12.2026", "DATETIME,noon", "BOOLEAN,perhaps"})
    void cellThatIsNotOfItsColumnsTypeStaysTextForTheEngineToRefuse(FieldType type, String cell) {
        assertThat(ColumnType.value(type, cell)).isEqualTo(cell);
    }
}
