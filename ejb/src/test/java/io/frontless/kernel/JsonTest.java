package io.frontless.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON from strangers: read exactly, or refused as INVALID, and never anything else. */
class JsonTest {

    @Test
    void everyKindOfValueIsReadAndWrittenBackTheSame() {
        String json =
                "{\"text\":\"a \\\"b\\\" \\u00e9 \uD83D\uDE00\",\"number\":1200.50,\"whole\":-7,\"yes\":true,\"no\":false,"
                        + "\"none\":null,\"list\":[1,[\"a\"],{}],\"object\":{\"a\":{\"b\":1}}}";

        Map<String, @Nullable Object> read = Json.readObject(json);

        assertThat(read.get("number")).isEqualTo(new BigDecimal("1200.50"));
        assertThat(read.get("text")).isEqualTo("a \"b\" é \uD83D\uDE00");
        assertThat(read).containsKey("none");
        assertThat(read.keySet()).containsExactly("text", "number", "whole", "yes", "no", "none", "list", "object");
        assertThat(Json.readObject(Json.write(read))).isEqualTo(read);
    }

    @Test
    void canonicalTextDoesNotDependOnTheOrderOfNames() {
        Map<String, @Nullable Object> one = Json.readObject("{\"b\":[{\"d\":1,\"c\":null}],\"a\":{\"f\":2,\"e\":3}}");
        Map<String, @Nullable Object> other = Json.readObject("{\"a\":{\"e\":3,\"f\":2},\"b\":[{\"c\":null,\"d\":1}]}");

        assertThat(Json.canonical(one))
                .isEqualTo(Json.canonical(other))
                .isEqualTo("{\"a\":{\"e\":3,\"f\":2},\"b\":[{\"c\":null,\"d\":1}]}");
    }

    @Test
    void otherValuesAreWrittenAsTheirText() {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("id", new UUID(0, 1));
        values.put("count", 5);
        values.put("items", Arrays.asList("a", null));

        assertThat(Json.write(values))
                .isEqualTo("{\"id\":\"00000000-0000-0000-0000-000000000001\",\"count\":5,\"items\":[\"a\",null]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "[]",
                "\"text\"",
                "1",
                "null",
                "true",
                "{",
                "}",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{a:1}",
                "{'a':1}",
                "{\"a\":1} {}",
                "{\"a\":1}]",
                "{\"a\":1}x",
                "{/**/}",
                "{\"a\":01}",
                "{\"a\":+1}",
                "{\"a\":.5}",
                "{\"a\":1.}",
                "{\"a\":NaN}",
                "{\"a\":Infinity}",
                "{\"a\":1e400}",
                "{\"a\":1e-400}",
                "{\"a\":1e99999999999}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\t\"}",
                "{\"a\":\"\\u0000\"}",
                "{\"a\":\"\\ud800\"}",
                "{\"a\":\"\\udc00\\ud800\"}",
                "{\"\\ud800\":1}",
                "{\"a\":1,\"a\":2}",
                "{\"a\":{\"b\":1,\"b\":1}}",
                "{\"a\":tru}",
                "{\"a\":[1,2}",
                "{\"a\":\"unended}",
                "\u0000"
            })
    void whatIsNotOneStrictObjectIsRefused(String json) {
        assertRefused(json);
    }

    @Test
    void numberIsBounded() {
        String longest = "1".repeat(40);

        assertThat(Json.readObject("{\"a\":" + longest + "}")).containsEntry("a", new BigDecimal(longest));
        assertRefused("{\"a\":1" + longest + "}");
        assertThat(Json.readObject("{\"a\":1e40}")).containsEntry("a", new BigDecimal("1e40"));
        assertRefused("{\"a\":1e41}");
    }

    @Test
    void nestingIsBounded() {
        assertThat(Json.readObject(nested(32))).isNotEmpty();
        assertRefused(nested(33));
        assertRefused(nested(100_000));
        assertRefused("{\"a\":" + "[".repeat(100_000));
        assertRefused("{\"a\":" + "[".repeat(32) + "]".repeat(32) + "}");
        assertThat(Json.readObject("{\"a\":" + "[".repeat(31) + "]".repeat(31) + "}"))
                .isNotEmpty();
    }

    @Test
    void refusalNamesThePathAndRepeatsNoMoreThanASample() {
        assertThatThrownBy(() -> Json.readObject("{\"plan\":{\"steps\":[{\"a\":" + "9".repeat(1_000) + "}]}}"))
                .isInstanceOfSatisfying(Rejection.class, rejection -> {
                    assertThat(rejection.details().get(0).field()).isEqualTo("body.plan.steps.a");
                    assertThat(rejection.message()).hasSizeLessThan(400);
                });
    }

    @Test
    void storableTextIsLetThrough() {
        Json.requireStorable("name", "Zoë \uD83D\uDE00 \n\t");

        for (String text : List.of("\0", "a\0", "\uD83D", "\uDE00\uD83D")) {
            assertThatThrownBy(() -> Json.requireStorable("name", text)).isInstanceOf(Rejection.class);
        }
    }

    private static String nested(int depth) {
        return "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
    }

    private static void assertRefused(String json) {
        assertThatThrownBy(() -> Json.readObject(json))
                .isInstanceOfSatisfying(Rejection.class, rejection -> assertThat(rejection.reason())
                        .isEqualTo(Reason.INVALID));
    }
}
