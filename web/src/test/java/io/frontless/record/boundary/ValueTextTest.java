package io.frontless.record.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ValueTextTest {

    @Test
    void moneyHasTwoDecimalsAndGroups() {
        assertThat(text(FieldType.MONEY, new BigDecimal("1200"))).isEqualTo("1,200.00");
        assertThat(text(FieldType.MONEY, new BigDecimal("0.1255"))).isEqualTo("0.1255");
    }

    @Test
    void wholeNumbersHaveNoGroupsSinceMostAreNames() {
        assertThat(text(FieldType.INTEGER, new BigDecimal("10248"))).isEqualTo("10248");
    }

    @Test
    void momentsAreInUtc() {
        assertThat(text(FieldType.DATETIME, "2026-11-23T14:05:41.318Z")).isEqualTo("2026-11-23 14:05 UTC");
    }

    @Test
    void flagsAreWords() {
        assertThat(text(FieldType.BOOLEAN, true)).isEqualTo("yes");
    }

    @Test
    void aReferenceIsShownByTheTitleOfItsRecord() {
        FieldSpec customer = FieldSpec.reference("customer", "Customer", "customer");

        assertThat(ValueText.of(customer, "id-1", Map.of("id-1", "ALFKI"))).isEqualTo("ALFKI");
        assertThat(ValueText.of(customer, null, Map.of())).isEmpty();
    }

    @Test
    void countsAgreeInNumber() {
        assertThat(ValueText.count(1, "row")).isEqualTo("1 row");
        assertThat(ValueText.count(2155, "row")).isEqualTo("2,155 rows");
    }

    private static String text(FieldType type, Object value) {
        return ValueText.of(FieldSpec.of("field", "Field", type), value, Map.of());
    }
}
