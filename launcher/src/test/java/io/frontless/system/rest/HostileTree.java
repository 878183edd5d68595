package io.frontless.system.rest;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.internal.LazilyParsedNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** Well-formed JSON with something else in one of its places. */
final class HostileTree {
    /** Written as the escape of half a surrogate pair, which no Java text can become in UTF-8. */
    private static final String LONE = "@LONE@";

    private static final Gson GSON =
            new GsonBuilder().serializeNulls().disableHtmlEscaping().create();

    private static final List<String> NUMBERS = List.of(
            "0",
            "-0",
            "-1",
            "1e400",
            "-1e400",
            "1e-400",
            "1E+2147483648",
            "1e-2147483649",
            "9223372036854775808",
            "0.1e1",
            "1.00000",
            "99999999999999.9999",
            "999999999999999.99999",
            "3.5",
            "1e39",
            "1e41",
            "-9223372036854775809");

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\u0000",
            "a\u0000b",
            LONE,
            "x" + LONE,
            "$s1.id",
            "$s2.id",
            "$s9.id",
            "$",
            "$s1",
            "$s1.version",
            "$$s1.id",
            "$.id",
            "@me",
            "'; drop table frontless.event; --",
            "%",
            "\\",
            "../../etc/passwd",
            "\u202e\u200b",
            "\ud83d\ude00",
            "\uffff",
            "null",
            "true",
            "1e400",
            "NaN",
            "2026-13-45",
            "0000-00-00",
            "+999999999-12-31",
            "-999999999-01-01T00:00:00Z",
            "2026-02-29",
            "infinity",
            "invoice",
            "INVOICE",
            "client.country",
            "client.client.client",
            "number",
            "(a+)+$",
            "[",
            "{{1+1}}",
            "#{1+1}",
            "${jndi:ldap://x}",
            "<script>alert(1)</script>",
            "a.b.c",
            "*",
            "OWNER",
            "0190b5c4-7a31-7c3e-9d2f-5a1b2c3d4e5f",
            "00000000-0000-0000-0000-000000000000",
            "1-1-1-1-1",
            "\r\nX: y",
            "\t",
            "İ",
            "ß");

    private final Random random;
    private final List<String> operations;
    private final List<String> ids;

    HostileTree(Random random, List<String> operations, List<String> ids) {
        this.random = random;
        this.operations = operations;
        this.ids = ids;
    }

    /** JSON's text, with what no tree can hold. */
    static String text(JsonElement tree) {
        return GSON.toJson(tree).replace(LONE, "\\ud83d");
    }

    /** The tree with one place changed; it may be the whole. */
    JsonElement mutated(JsonElement tree) {
        List<Place> places = new ArrayList<>();
        collect(tree, places);
        if (places.isEmpty() || random.nextInt(60) == 0) {
            return hostile();
        }
        Place place = places.get(random.nextInt(places.size()));
        switch (random.nextInt(10)) {
            case 0 -> place.remove();
            case 1 ->
                place.set(places.get(random.nextInt(places.size())).value().deepCopy());
            case 2 -> place.rename(text());
            case 3 -> place.set(wrapped(place.value().deepCopy()));
            case 4 -> place.beside(hostile(), random);
            case 5 -> place.set(new JsonPrimitive(operations.get(random.nextInt(operations.size()))));
            case 6 -> place.set(new JsonPrimitive(ids.get(random.nextInt(ids.size()))));
            default -> place.set(hostile());
        }
        return tree;
    }

    private JsonElement hostile() {
        return switch (random.nextInt(16)) {
            case 0 -> JsonNull.INSTANCE;
            case 1 -> new JsonPrimitive(random.nextBoolean());
            case 2, 3, 4 -> new JsonPrimitive(new LazilyParsedNumber(NUMBERS.get(random.nextInt(NUMBERS.size()))));
            case 5 -> new JsonArray();
            case 6 -> new JsonObject();
            case 7 -> deep();
            case 8 -> new JsonPrimitive(new LazilyParsedNumber("9".repeat(1 + random.nextInt(2_000))));
            case 9 -> new JsonPrimitive("x".repeat(random.nextInt(random.nextInt(20) == 0 ? 300_000 : 21_000)));
            case 10 -> new JsonPrimitive(new UUID(random.nextLong(), random.nextLong()).toString());
            case 11 -> new JsonPrimitive(noise());
            default -> new JsonPrimitive(text());
        };
    }

    private String text() {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    private String noise() {
        StringBuilder noise = new StringBuilder();
        for (int length = random.nextInt(30); length > 0; length--) {
            int point = random.nextInt(Character.MAX_CODE_POINT);
            noise.appendCodePoint(point >= 0xD800 && point <= 0xDFFF ? '?' : point);
        }
        return noise.toString();
    }

    private JsonElement deep() {
        JsonElement inner = new JsonPrimitive(1);
        // Few levels are read, and then refused by what they are; many are refused for being many.
        for (int depth = random.nextInt(random.nextBoolean() ? 12 : 400); depth > 0; depth--) {
            inner = wrapped(inner);
        }
        return inner;
    }

    private JsonElement wrapped(JsonElement inner) {
        if (random.nextBoolean()) {
            JsonArray array = new JsonArray();
            array.add(inner);
            return array;
        }
        JsonObject object = new JsonObject();
        object.add(random.nextBoolean() ? "all" : text(), inner);
        return object;
    }

    private static void collect(JsonElement tree, List<Place> places) {
        if (tree instanceof JsonObject object) {
            for (Map.Entry<String, JsonElement> entry : object.entrySet()) {
                places.add(new Place(object, entry.getKey(), 0));
                collect(entry.getValue(), places);
            }
        } else if (tree instanceof JsonArray array) {
            for (int index = 0; index < array.size(); index++) {
                places.add(new Place(array, "", index));
                collect(array.get(index), places);
            }
        }
    }

    /** A place in an object, by its name, or in an array. */
    private record Place(JsonElement parent, String name, int index) {

        JsonElement value() {
            return parent instanceof JsonObject object
                    ? object.get(name)
                    : parent.getAsJsonArray().get(index);
        }

        void set(JsonElement value) {
            if (parent instanceof JsonObject object) {
                object.add(name, value);
            } else {
                parent.getAsJsonArray().set(index, value);
            }
        }

        void remove() {
            if (parent instanceof JsonObject object) {
                object.remove(name);
            } else {
                parent.getAsJsonArray().remove(index);
            }
        }

        void rename(String other) {
            if (parent instanceof JsonObject object) {
                object.add(other, object.remove(name));
            }
        }

        void beside(JsonElement value, Random random) {
            if (parent instanceof JsonObject object) {
                object.add(name + random.nextInt(3), value);
            } else {
                parent.getAsJsonArray().add(value);
            }
        }
    }
}
