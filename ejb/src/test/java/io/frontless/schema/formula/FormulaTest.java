package io.frontless.schema.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontless.kernel.Limits;
import io.frontless.kernel.Rejection;
import io.frontless.operation.FieldRules;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What formulas compute, what they refuse, and what they cannot be made to do. */
class FormulaTest {

    private static final List<FieldSpec> FIELDS = List.of(
            FieldSpec.of("name", "Name", FieldType.TEXT),
            FieldSpec.of("notes", "Notes", FieldType.LONG_TEXT),
            FieldSpec.of("copies", "Copies", FieldType.INTEGER),
            FieldSpec.of("price", "Price", FieldType.MONEY),
            FieldSpec.of("rate", "Rate", FieldType.DECIMAL),
            FieldSpec.of("due", "Due", FieldType.DATE),
            FieldSpec.of("sent", "Sent", FieldType.DATETIME),
            FieldSpec.of("paid", "Paid", FieldType.BOOLEAN),
            FieldSpec.of("type", "Type", FieldType.TEXT),
            FieldSpec.choice("status", "Status", List.of("open", "closed")));

    private static final Map<String, @Nullable Object> VALUES = values();

    private static Map<String, @Nullable Object> values() {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("name", "Ada");
        values.put("copies", new BigDecimal("3"));
        values.put("price", new BigDecimal("10.5"));
        values.put("rate", new BigDecimal("0.19"));
        values.put("due", "2026-12-15");
        values.put("sent", "2026-12-01T09:30:00Z");
        values.put("paid", true);
        values.put("type", "letter");
        values.put("status", "open");
        return values;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "money | price * copies | 31.5000",
                "money | price + price * rate | 12.4950",
                "money | price * 1.2 - decimal(1) | 11.6000",
                "money | price / copies | 3.5000",
                "decimal | decimal(2) / 3 | 0.6667",
                "decimal | -price | -10.5000",
                "decimal | round(price * rate, 1) | 2.0000",
                "decimal | copies | 3",
                "integer | copies * 2 | 6",
                "boolean | price > 10 && copies <= 3 | true",
                "boolean | price == decimal('10.50') | true",
                "boolean | due < sent | false",
                "boolean | status == 'open' | true",
                "text | name + ' (' + string(price) + ')' | Ada (10.5)",
                "text | paid ? 'paid' : status | paid",
                "text | type | letter",
                "text | name.startsWith('A') ? 'a' : 'b' | a",
                "date | due + days(14) | 2026-12-29",
                "date | sent | 2026-12-01",
                "datetime | sent + duration('30m') | 2026-12-01T10:00:00Z",
                "integer | due.getFullYear() | 2026"
            })
    void formulaComputesItsValue(String type, String formula, String value) {
        Formula compiled = Formula.compile(computed(FieldType.valueOf(type.toUpperCase(Locale.ROOT)), formula), FIELDS);

        Object result = compiled.value(VALUES);

        assertThat(result instanceof BigDecimal number ? number.toPlainString() : String.valueOf(result))
                .isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"price * copies", "price / 0", "price > 5 ? price : decimal(0)", "decimal(name)", "price * 1e300"
            })
    void whatIsMissingOrFailsMakesTheResultEmpty(String formula) {
        Map<String, @Nullable Object> without = new LinkedHashMap<>(VALUES);
        without.remove("price");

        assertThat(Formula.compile(computed(FieldType.MONEY, formula), FIELDS).value(without))
                .isNull();
    }

    @Test
    void formulaCanAskForWhatIsMissing() {
        Formula formula = Formula.compile(computed(FieldType.MONEY, "price == null ? decimal(copies) : price"), FIELDS);

        assertThat(formula.value(Map.of("copies", BigDecimal.TEN))).isEqualTo(new BigDecimal("10.0000"));
        assertThat(formula.value(Map.of())).isNull();
        assertThat(formula.reads()).containsExactlyInAnyOrder("price", "copies");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text | price",
                "integer | price",
                "money | name",
                "date | name",
                "boolean | copies",
                "text | nothing",
                "text | name +",
                "text | name.foo",
                "money | price * name",
                "text | name.matches('a{1000}')",
                "date | now()",
                "text | dyn(name)",
                "text | self",
                "boolean | [1, 2].exists(x, x > 1)",
                "text | [name].map(x, x + x)[0]",
                "text | java.lang.System.getenv('HOME')",
                "text | getClass()",
                "text | ''.getClass()",
                "text | null",
                "text | {}"
            })
    void whatDoesNotFitIsRefusedWhenItIsSaved(String type, String formula) {
        FieldSpec field = computed(FieldType.valueOf(type.toUpperCase(Locale.ROOT)), formula);

        assertThatThrownBy(() -> Formula.compile(field, FIELDS))
                .isInstanceOf(Rejection.class)
                .hasMessageContaining("self.formula");
    }

    @Test
    void monstrousFormulasAreRefusedOrBounded() {
        List<String> monsters = List.of(
                "(".repeat(400) + "1" + ")".repeat(400),
                "-".repeat(900) + "1",
                "!".repeat(900) + "true",
                "[".repeat(400) + "]".repeat(400),
                "1+".repeat(400) + "1",
                "copies == 1 ? ".repeat(60) + "1",
                "name.".repeat(150) + "x",
                "\"" + "\\".repeat(800),
                "\0",
                "1e400");

        for (String monster : monsters) {
            try {
                Formula.compile(computed(FieldType.INTEGER, monster), FIELDS).value(VALUES);
            } catch (Rejection refused) {
                assertThat(refused.message()).contains("formula");
            }
        }
        assertThatThrownBy(() -> computed(FieldType.TEXT, "a".repeat(Limits.FORMULA_CHARS_MAX + 1)))
                .isInstanceOf(Rejection.class);
    }

    @Test
    void numbersStayOfBoundedSize() {
        String power = "price * 1000000.0".replace("price", "((price * price) * (price * price))");
        Formula formula = Formula.compile(
                computed(FieldType.DECIMAL, String.join(" * ", Collections.nCopies(15, "(" + power + ")"))), FIELDS);

        Object value = formula.value(Map.of("price", new BigDecimal("99999999999999.9999")));

        assertThat(value).isInstanceOfAny(BigDecimal.class);
        assertThat(((BigDecimal) Objects.requireNonNull(value)).precision()).isLessThan(2_000);
    }

    @Test
    void computedFieldsReadEachOtherInAnyOrderButNotInACircle() {
        FieldSpec gross = named("gross", FieldType.MONEY, "net + tax");
        FieldSpec tax = named("tax", FieldType.MONEY, "net * rate");
        FieldSpec net = named("net", FieldType.MONEY, "price * copies");
        List<FieldSpec> fields = new ArrayList<>(FIELDS);
        fields.addAll(List.of(gross, tax, net));
        Map<String, @Nullable Object> values = values();

        ComputedFields.of(fields).compute(values, (field, value) -> value);

        assertThat(values).containsEntry("gross", new BigDecimal("37.4850"));
        assertThatThrownBy(() -> ComputedFields.of(List.of(
                        named("a", FieldType.TEXT, "b"),
                        named("b", FieldType.TEXT, "c"),
                        named("c", FieldType.TEXT, "a"))))
                .isInstanceOf(Rejection.class)
                .hasMessageContaining("circle");
    }

    @Test
    void computedFieldHasNoOtherDemands() {
        FieldSpec field = computed(FieldType.TEXT, "name");

        assertThatThrownBy(() -> field.demanding(true, false)).isInstanceOf(Rejection.class);
        assertThatThrownBy(() -> field.demanding(false, true)).isInstanceOf(Rejection.class);
        assertThatThrownBy(() -> field.ruledBy(field.rules().orElse("x"))).isInstanceOf(Rejection.class);
        assertThatThrownBy(() -> FieldSpec.choice("c", "C", List.of("x")).ruledBy(FieldRules.NONE.computedBy("name")))
                .isInstanceOf(Rejection.class);
    }

    private static FieldSpec computed(FieldType type, String formula) {
        return named("self", type, formula);
    }

    private static FieldSpec named(String key, FieldType type, String formula) {
        return FieldSpec.of(key, key, type).ruledBy(FieldRules.NONE.computedBy(formula));
    }
}
