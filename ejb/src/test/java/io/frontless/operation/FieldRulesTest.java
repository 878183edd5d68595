package io.frontless.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontless.kernel.Refusals;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Which rules fit which fields, and how they are read and written. */
class FieldRulesTest {
    private static final FieldRules ALL = new FieldRules(
            "x",
            new FieldRules.Range(BigDecimal.ONE, BigDecimal.TEN),
            new FieldRules.Length(1, 9),
            "[a-z]+",
            OnDelete.CASCADE,
            "1 + 1",
            true);

    @Test
    void rulesAreReadAsTheyAreWritten() {
        assertThat(FieldRules.read(ALL.params())).isEqualTo(ALL);
        assertThat(FieldRules.read(Map.of())).isEqualTo(FieldRules.NONE);
        assertThat(FieldRules.NONE.params()).isEmpty();
    }

    @Test
    void rulesAreMadeOneByOne() {
        FieldRules made = FieldRules.NONE
                .orElse("x")
                .within(BigDecimal.ONE, BigDecimal.TEN)
                .ofLength(1, 9)
                .matching("[a-z]+")
                .onDelete(OnDelete.CASCADE)
                .computedBy("1 + 1")
                .keptFromModels(true);

        assertThat(made).isEqualTo(ALL);
    }

    @ParameterizedTest
    @EnumSource(FieldType.class)
    void convertedFieldKeepsTheRulesThatStillMeanSomething(FieldType type) {
        FieldRules kept = ALL.keptFor(type);

        assertThat(kept.ifMissing()).isNull();
        assertThat(kept.formula()).isEqualTo("1 + 1");
        switch (type) {
            case TEXT, LONG_TEXT, EMAIL, PHONE, URL ->
                assertThat(kept)
                        .isEqualTo(FieldRules.NONE
                                .ofLength(1, 9)
                                .matching("[a-z]+")
                                .computedBy("1 + 1")
                                .keptFromModels(true));
            case INTEGER, DECIMAL, MONEY, DATE, DATETIME ->
                assertThat(kept)
                        .isEqualTo(FieldRules.NONE
                                .within(BigDecimal.ONE, BigDecimal.TEN)
                                .computedBy("1 + 1")
                                .keptFromModels(true));
            case REFERENCE ->
                assertThat(kept)
                        .isEqualTo(FieldRules.NONE
                                .onDelete(OnDelete.CASCADE)
                                .computedBy("1 + 1")
                                .keptFromModels(true));
            case BOOLEAN, CHOICE ->
                assertThat(kept).isEqualTo(FieldRules.NONE.computedBy("1 + 1").keptFromModels(true));
        }
    }

    @ParameterizedTest
    @EnumSource(FieldType.class)
    void lengthAndPatternAreForTextsOnly(FieldType type) {
        boolean text = List.of(FieldType.TEXT, FieldType.LONG_TEXT, FieldType.EMAIL, FieldType.PHONE, FieldType.URL)
                .contains(type);

        assertFits(type, FieldRules.NONE.ofLength(1, 9), text);
        assertFits(type, FieldRules.NONE.matching("a"), text);
    }

    @ParameterizedTest
    @EnumSource(FieldType.class)
    void boundsAreNumbersForNumbersAndTextsForTimes(FieldType type) {
        boolean number =
                List.of(FieldType.INTEGER, FieldType.DECIMAL, FieldType.MONEY).contains(type);
        boolean time = List.of(FieldType.DATE, FieldType.DATETIME).contains(type);

        assertFits(type, FieldRules.NONE.within(BigDecimal.ONE, null), number);
        assertFits(type, FieldRules.NONE.within(null, BigDecimal.ONE), number);
        assertFits(type, FieldRules.NONE.within("2026-01-01", null), time);
        assertFits(type, FieldRules.NONE.within(null, "2026-01-01"), time);
    }

    @ParameterizedTest
    @EnumSource(FieldType.class)
    void fateOfReferencesIsForReferencesWhichHaveNoDefault(FieldType type) {
        assertFits(type, FieldRules.NONE.onDelete(OnDelete.CLEAR), type == FieldType.REFERENCE);
        assertFits(type, FieldRules.NONE.orElse("x"), type != FieldType.REFERENCE);
    }

    @ParameterizedTest
    @EnumSource(FieldType.class)
    void formulaIsForPlainTypesAndStandsAlone(FieldType type) {
        boolean plain = type != FieldType.REFERENCE && type != FieldType.CHOICE;

        assertFits(type, FieldRules.NONE.computedBy("1"), plain);
        assertFits(type, FieldRules.NONE.computedBy("1").keptFromModels(true), plain);
        assertFits(type, FieldRules.NONE.computedBy("1").orElse("x"), false);
    }

    @Test
    void refusalSaysWhichKindOfBoundIsExpected() {
        assertThat(Refusals.of(() -> FieldRules.NONE.within("x", null).requireFit("k", FieldType.INTEGER))
                        .message())
                .isEqualTo("k.min: expected a number, found x");
        assertThat(Refusals.of(() -> FieldRules.NONE.within(null, true).requireFit("k", FieldType.DATE))
                        .message())
                .isEqualTo("k.max: expected a date, found true");
        assertThat(Refusals.of(() -> FieldRules.NONE.within(null, true).requireFit("k", FieldType.URL))
                        .message())
                .isEqualTo("k.max: expected none for this type, found true");
    }

    @Test
    void computedFieldIsNeitherRequiredNorUnique() {
        FieldSpec computed = FieldSpec.of("a", "A", FieldType.INTEGER).ruledBy(FieldRules.NONE.computedBy("1"));

        assertThat(computed.computed()).isTrue();
        assertThat(computed.demanding(false, false).computed()).isTrue();
        assertThat(Refusals.fieldsOf(() -> computed.demanding(true, false))).isEqualTo("a.formula");
        assertThat(Refusals.fieldsOf(() -> computed.demanding(false, true))).isEqualTo("a.formula");
        assertThat(FieldSpec.of("a", "A", FieldType.TEXT).computed()).isFalse();
    }

    @Test
    void patternAndFormulaAreBounded() {
        assertThat(FieldRules.NONE.matching("a".repeat(200)).pattern()).hasSize(200);
        assertThat(Refusals.fieldsOf(() -> FieldRules.NONE.matching("a".repeat(201))))
                .isEqualTo("pattern");
        assertThat(FieldRules.NONE.computedBy("1".repeat(1_000)).formula()).hasSize(1_000);
        assertThat(Refusals.fieldsOf(() -> FieldRules.NONE.computedBy("1".repeat(1_001))))
                .isEqualTo("formula");
        assertThat(Refusals.fieldsOf(() -> FieldRules.NONE.computedBy(" "))).isEqualTo("formula");
    }

    @Test
    void lengthsAreInOrder() {
        assertThat(new FieldRules.Length(3, 3).min()).isEqualTo(3);
        assertThat(new FieldRules.Length(3, null).max()).isNull();
        assertThat(new FieldRules.Length(null, 3).min()).isNull();
        assertThat(Refusals.fieldsOf(() -> new FieldRules.Length(4, 3))).isEqualTo("minLength");
    }

    @ParameterizedTest
    @CsvSource({"0, true", "20000, true", "5.0, true", "20001, false", "-1, false", "0.5, false", "1e12, false"})
    void lengthIsAWholeNumberOfCharacters(BigDecimal length, boolean accepted) {
        Map<String, @Nullable Object> given = Map.of("maxLength", length);

        if (accepted) {
            assertThat(FieldRules.read(given).length().max()).isEqualTo(length.intValue());
        } else {
            assertThat(Refusals.fieldsOf(() -> FieldRules.read(given))).isEqualTo("rules.maxLength");
        }
    }

    @Test
    void defaultIsAScalar() {
        assertThat(FieldRules.read(Map.of("default", BigDecimal.ONE)).ifMissing())
                .isEqualTo(BigDecimal.ONE);
        assertThat(FieldRules.read(Map.of("default", false)).ifMissing()).isEqualTo(false);
        assertThat(Refusals.fieldsOf(() -> FieldRules.read(Map.of("default", List.of()))))
                .isEqualTo("default");
    }

    @Test
    void fieldIsReadAsItIsWritten() {
        FieldSpec choice = FieldSpec.choice("a", "A", List.of("x", "y")).demanding(true, false);
        FieldSpec reference = FieldSpec.reference("b", "B", "client").ruledBy(FieldRules.NONE.onDelete(OnDelete.CLEAR));

        assertThat(FieldSpec.from(new Params("", choice.params()))).isEqualTo(choice);
        assertThat(FieldSpec.from(new Params("", reference.params()))).isEqualTo(reference);
        assertThat(FieldSpec.of("c", "C", FieldType.DATE).params())
                .containsOnlyKeys("key", "label", "type", "required", "unique");
        assertThat(choice.labelled("Z").offering(List.of("q")))
                .isEqualTo(FieldSpec.choice("a", "Z", List.of("q")).demanding(true, false));
        assertThat(FieldSpec.of("c", "C", FieldType.DATE).identifying())
                .isEqualTo(FieldSpec.of("c", "C", FieldType.DATE).demanding(true, true));
    }

    @Test
    void unknownAttributeOfAFieldIsRefused() {
        Map<String, @Nullable Object> given =
                new LinkedHashMap<>(FieldSpec.of("c", "C", FieldType.DATE).params());
        given.put("requried", true);

        assertThat(Refusals.fieldsOf(() -> FieldSpec.from(new Params("", given))))
                .isEqualTo("requried");
    }

    @Test
    void labelsAndOptionsAreBounded() {
        List<String> options =
                IntStream.rangeClosed(1, 200).mapToObj(Integer::toString).toList();
        String longest = "x".repeat(500);

        assertThat(FieldSpec.of("a", longest, FieldType.TEXT).label()).hasSize(500);
        assertThat(FieldSpec.choice("a", "A", options).options()).hasSize(200);
        assertThat(FieldSpec.choice("a", "A", List.of(longest)).options()).containsExactly(longest);
        assertThat(Refusals.fieldsOf(() -> FieldSpec.of("a", longest + "x", FieldType.TEXT)))
                .isEqualTo("label");
        assertThat(Refusals.fieldsOf(() -> FieldSpec.of("a", " ", FieldType.TEXT)))
                .isEqualTo("label");
        assertThat(Refusals.fieldsOf(() -> FieldSpec.choice("a", "A", List.of(longest + "x"))))
                .isEqualTo("a.options");
        assertThat(Refusals.fieldsOf(() -> FieldSpec.choice(
                        "a",
                        "A",
                        IntStream.rangeClosed(0, 200)
                                .mapToObj(Integer::toString)
                                .toList())))
                .isEqualTo("a.options");
    }

    private static void assertFits(FieldType type, FieldRules rules, boolean fits) {
        if (fits) {
            rules.requireFit("k", type);
        } else {
            assertThat(Refusals.fieldsOf(() -> rules.requireFit("k", type))).startsWith("k");
        }
    }
}
