package io.frontless.record.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.record.entity.TypedValues.Row;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The typed copy of a value: in the column and form that its type is compared by. */
class TypedRowTest {
    private static final UUID ID = new UUID(1, 2);

    @Test
    void numbersAreWholeNumbersOfTheirSmallestPart() {
        assertThat(column(FieldType.INTEGER, new BigDecimal("-7"))).containsEntry("number_value", -7L);
        assertThat(column(FieldType.DECIMAL, new BigDecimal("1.5"))).containsEntry("number_value", 15_000L);
        assertThat(column(FieldType.MONEY, new BigDecimal("-0.0001"))).containsEntry("number_value", -1L);
        assertThat(column(FieldType.MONEY, new BigDecimal("99999999999999.9999")))
                .containsEntry("number_value", 999_999_999_999_999_999L);
        assertThat(column(FieldType.BOOLEAN, true)).containsEntry("number_value", 1L);
        assertThat(column(FieldType.BOOLEAN, false)).containsEntry("number_value", 0L);
    }

    @Test
    void textsAreComparedWithoutRegardToCase() {
        for (FieldType type :
                List.of(FieldType.TEXT, FieldType.CHOICE, FieldType.EMAIL, FieldType.PHONE, FieldType.URL)) {
            assertThat(column(type, "Ada ÉTÉ")).containsEntry("text_value", "ada été");
        }
    }

    @Test
    void timesAreInstantsAndDatesTheirFirst() {
        assertThat(column(FieldType.DATE, "2026-12-15")).containsEntry("time_value", "2026-12-15T00:00:00Z");
        assertThat(column(FieldType.DATETIME, "2026-12-15T07:30:00Z"))
                .containsEntry("time_value", "2026-12-15T07:30:00Z");
    }

    @Test
    void referenceIsTheTargetsId() {
        FieldSpec field = FieldSpec.reference("value", "Value", "other");

        assertThat(columns(field, ID.toString())).containsEntry("reference_value", ID);
    }

    @Test
    void rowNamesFieldAndRecord() {
        assertThat(column(FieldType.TEXT, "a")).containsEntry("field", "value").containsEntry("record_id", ID);
    }

    @Test
    void longTextHasNoTypedCopy() {
        assertThat(TypedRow.of(FieldSpec.of("value", "Value", FieldType.LONG_TEXT), "thing", ID, "a"))
                .isEmpty();
    }

    @Test
    void onlyAUniqueFieldHasAUniqueKeyAndItIgnoresCase() {
        FieldSpec unique = FieldSpec.of("value", "Value", FieldType.TEXT).identifying();

        assertThat(columns(unique, "INV-1")).containsEntry("unique_key", "inv-1");
        assertThat(column(FieldType.TEXT, "INV-1")).doesNotContainKey("unique_key");
    }

    @Test
    void foldedTextIsComposedAndNoLongerThanWhatIsIndexed() {
        assertThat(TypedRow.folded("CAFE\u0301")).isEqualTo("caf\u00e9");
        assertThat(TypedRow.folded("X".repeat(600))).isEqualTo("x".repeat(500));
    }

    private static Map<String, @Nullable Object> column(FieldType type, Object value) {
        FieldSpec field = type == FieldType.CHOICE
                ? FieldSpec.choice("value", "Value", List.of("a"))
                : FieldSpec.of("value", "Value", type);
        return columns(field, value);
    }

    private static Map<String, @Nullable Object> columns(FieldSpec field, Object value) {
        Row row = TypedRow.of(field, "thing", ID, value).orElseThrow();
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("field", row.place().field());
        columns.put("record_id", row.place().recordId());
        columns.put("text_value", row.text());
        columns.put("number_value", row.number());
        columns.put("time_value", row.time());
        columns.put("reference_value", row.reference());
        columns.put("unique_key", row.uniqueKey());
        columns.values().removeIf(Objects::isNull);
        return columns;
    }
}
