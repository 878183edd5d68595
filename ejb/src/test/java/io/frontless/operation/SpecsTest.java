package io.frontless.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontless.kernel.Rejection;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a key, a field and an entity can be. */
class SpecsTest {

    @ParameterizedTest
    @CsvSource({
        "Due date, due_date",
        "customerID, customer_id",
        "Größe (cm), große_cm",
        "2nd name, f_2nd_name",
        "  A--B  , a_b",
        "日本, f_"
    })
    void keyIsMadeOfALabel(String label, String key) {
        assertThat(Keys.from(label)).isEqualTo(key.replace("große", "gro_e"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "1a", "_a", "a-b", "a b", "a;drop", "ä", "a\n"})
    void whatIsNoKeyIsRefused(String key) {
        assertThatThrownBy(() -> Keys.require("entity", key)).isInstanceOf(Rejection.class);
    }

    @Test
    void keysAreBounded() {
        assertThat(Keys.require("entity", "a".repeat(60))).hasSize(60);
        assertThat(Keys.from("a".repeat(500))).hasSize(60);
        assertThatThrownBy(() -> Keys.require("entity", "a".repeat(61))).isInstanceOf(Rejection.class);
    }

    @Test
    void onlyAChoiceHasOptionsAndTheyDiffer() {
        assertThatThrownBy(() -> FieldSpec.choice("a", "A", List.of())).isInstanceOf(Rejection.class);
        assertThatThrownBy(() -> FieldSpec.choice("a", "A", List.of("x", "X"))).isInstanceOf(Rejection.class);
        assertThatThrownBy(() -> FieldSpec.choice("a", "A", List.of(" "))).isInstanceOf(Rejection.class);
        assertThatThrownBy(() -> field(FieldType.TEXT, false, List.of("x"))).isInstanceOf(Rejection.class);
    }

    @Test
    void onlyAReferenceHasATarget() {
        assertThatThrownBy(() -> field(FieldType.REFERENCE, false, List.of())).isInstanceOf(Rejection.class);
        assertThatThrownBy(() ->
                        new FieldSpec("a", "A", FieldType.TEXT, false, false, List.of(), "other", FieldRules.NONE))
                .isInstanceOf(Rejection.class);
    }

    @Test
    void longTextIsNeverUnique() {
        assertThatThrownBy(() -> field(FieldType.LONG_TEXT, true, List.of())).isInstanceOf(Rejection.class);
    }

    @Test
    void entityHasOneTo200FieldsWithKeysAndLabelsThatDiffer() {
        FieldSpec field = FieldSpec.of("a", "A", FieldType.TEXT);
        List<FieldSpec> many = IntStream.rangeClosed(1, 200)
                .mapToObj(index -> FieldSpec.of("f" + index, "F" + index, FieldType.TEXT))
                .toList();

        assertThat(new CreateEntity("e", "E", many).fields()).hasSize(200);
        for (List<FieldSpec> fields : List.of(
                List.<FieldSpec>of(),
                Collections.nCopies(201, field),
                List.of(field, FieldSpec.of("a", "B", FieldType.TEXT)),
                List.of(field, FieldSpec.of("b", "a", FieldType.TEXT)))) {
            assertThatThrownBy(() -> new CreateEntity("e", "E", fields)).isInstanceOf(Rejection.class);
        }
    }

    private static FieldSpec field(FieldType type, boolean unique, List<String> options) {
        return new FieldSpec("a", "A", type, false, unique, options, null, FieldRules.NONE);
    }
}
