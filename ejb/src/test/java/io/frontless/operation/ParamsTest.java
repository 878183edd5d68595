package io.frontless.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.frontless.kernel.Reason;
import io.frontless.kernel.Refusals;
import io.frontless.kernel.Rejection;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every reader takes exactly its own type, and says where it found another. */
class ParamsTest {
    private static final UUID ID = new UUID(7, 9);

    @Test
    void everyReaderReadsItsType() {
        Params params = params(
                Map.of("text", "x", "id", ID.toString(), "flag", true, "number", BigDecimal.TEN, "kind", "long_text"));

        assertThat(params.text("text")).isEqualTo("x");
        assertThat(params.optionalText("text")).contains("x");
        assertThat(params.longText("text")).isEqualTo("x");
        assertThat(params.id("id")).isEqualTo(ID);
        assertThat(params.optionalId("id")).contains(ID);
        assertThat(params.flag("flag")).isTrue();
        assertThat(params.optionalNumber("number")).contains(BigDecimal.TEN);
        assertThat(params.optionalValue("number")).contains(BigDecimal.TEN);
        assertThat(params.choice("kind", FieldType.class)).isEqualTo(FieldType.LONG_TEXT);
        assertThat(params.has("text")).isTrue();
        assertThatCode(params::requireAllRead).doesNotThrowAnyException();
    }

    @Test
    void everyReaderOfManyReadsItsType() {
        Params params = params(
                Map.of("texts", List.of("a", "b"), "map", Map.of("k", "v"), "objects", List.of(Map.of("k", "w"))));

        assertThat(params.texts("texts")).containsExactly("a", "b");
        assertThat(params.map("map")).isEqualTo(Map.of("k", "v"));
        assertThat(params.optionalMap("map")).contains(Map.of("k", "v"));
        assertThat(params.values("map").get("k")).isEqualTo("v");
        assertThat(params.object("map").text("k")).isEqualTo("v");
        assertThat(params.objects("objects")).hasSize(1);
        assertThat(params.objects("objects").get(0).text("k")).isEqualTo("w");
    }

    @Test
    void whatMayBeLeftOutIsNothing() {
        Params params = params(Map.of());

        assertThat(params.optionalText("a")).isEmpty();
        assertThat(params.optionalId("a")).isEmpty();
        assertThat(params.optionalNumber("a")).isEmpty();
        assertThat(params.optionalValue("a")).isEmpty();
        assertThat(params.optionalMap("a")).isEmpty();
        assertThat(params.flag("a")).isFalse();
        assertThat(params.texts("a")).isEmpty();
        assertThat(params.objects("a")).isEmpty();
        assertThat(params.has("a")).isFalse();
    }

    @Test
    void nullIsNothing() {
        Map<String, @Nullable Object> given = new HashMap<>();
        given.put("a", null);

        assertThat(new Params("", given).has("a")).isFalse();
        assertThat(new Params("", given).flag("a")).isFalse();
    }

    static Stream<Arguments> missing() {
        return Stream.of(
                reader("a text", params -> params.text("a")),
                reader("a text", params -> params.longText("a")),
                reader("an id (UUID)", params -> params.id("a")),
                reader("an object", params -> params.map("a")),
                reader("an object", params -> params.object("a")),
                reader("an object", params -> params.values("a")),
                reader("a text", params -> params.choice("a", FieldType.class)));
    }

    @ParameterizedTest
    @MethodSource("missing")
    void whatIsMissingIsRefusedByItsName(String expected, Consumer<Params> reader) {
        Rejection rejection = Refusals.of(() -> reader.accept(params(Map.of())));

        assertThat(rejection.reason()).isEqualTo(Reason.INVALID);
        assertThat(rejection.details()).containsExactly(new Rejection.Detail("a", expected, "nothing"));
    }

    static Stream<Arguments> mistyped() {
        return Stream.of(
                wrong(" ", params -> params.text("a")),
                wrong("", params -> params.optionalText("a")),
                wrong("x".repeat(501), params -> params.optionalText("a")),
                wrong(true, params -> params.text("a")),
                wrong(BigDecimal.ONE, params -> params.longText("a")),
                wrong("1-2-3-4-5", params -> params.id("a")),
                wrong("no id", params -> params.id("a")),
                wrong(ID, params -> params.id("a")),
                wrong(BigDecimal.ONE, params -> params.optionalId("a")),
                wrong("true", params -> params.flag("a")),
                wrong("TEXT", params -> params.choice("a", FieldType.class)),
                wrong("x", params -> params.texts("a")),
                wrong(List.of(BigDecimal.ONE), params -> params.texts("a")),
                wrong(Map.of(), params -> params.objects("a")),
                wrong(List.of("x"), params -> params.objects("a")),
                wrong(List.of(), params -> params.map("a")),
                wrong("x", params -> params.optionalMap("a")),
                wrong("1", params -> params.optionalNumber("a")),
                wrong(Map.of("k", List.of()), params -> params.values("a")));
    }

    @ParameterizedTest
    @MethodSource("mistyped")
    void whatIsOfAnotherTypeIsRefused(Object value, Consumer<Params> reader) {
        Rejection rejection = Refusals.of(() -> reader.accept(params(Map.of("a", value))));

        assertThat(rejection.reason()).isEqualTo(Reason.INVALID);
    }

    @Test
    void textsAreBounded() {
        assertThat(params(Map.of("a", "x".repeat(500))).text("a")).hasSize(500);
        assertThat(params(Map.of("a", "x".repeat(20_000))).longText("a")).hasSize(20_000);
    }

    @Test
    void valuesAreBounded() {
        assertThat(params(Map.of("a", many(200))).values("a").fields()).hasSize(200);
        assertThat(Refusals.fieldsOf(() -> params(Map.of("a", many(201))).values("a")))
                .isEqualTo("a");
    }

    @Test
    void choiceThatIsNoneNamesThoseThereAre() {
        assertThat(Refusals.of(() -> params(Map.of("a", "x")).choice("a", OnDelete.class))
                        .message())
                .isEqualTo("a: expected one of [refuse, clear, cascade], found x");
    }

    @Test
    void placeIsNamedByItsPath() {
        Params params = params(Map.of("list", List.of(Map.of("k", "v"), Map.of()), "one", Map.of()));

        assertThat(Refusals.fieldsOf(() -> params.objects("list").get(1).text("k")))
                .isEqualTo("list[1].k");
        assertThat(Refusals.fieldsOf(() -> params.object("one").object("two"))).isEqualTo("one.two");
    }

    @Test
    void whatNobodyAskedForIsRefused() {
        Params params = params(Map.of("asked", "x", "unasked", "y"));
        params.text("asked");

        Rejection rejection = Refusals.of(params::requireAllRead);

        assertThat(rejection.details())
                .containsExactly(new Rejection.Detail("unasked", "no such parameter; known are [asked]", "unasked"));
    }

    private static Map<String, Object> many(int count) {
        Map<String, Object> many = new LinkedHashMap<>();
        for (int index = 0; index < count; index++) {
            many.put("f" + index, "x");
        }
        return many;
    }

    private static Arguments reader(String expected, Consumer<Params> reader) {
        return Arguments.of(expected, reader);
    }

    private static Arguments wrong(Object value, Consumer<Params> reader) {
        return Arguments.of(value, reader);
    }

    private static Params params(Map<String, ?> given) {
        return new Params("", new LinkedHashMap<>(given));
    }
}
