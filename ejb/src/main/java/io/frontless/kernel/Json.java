package io.frontless.kernel;

import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParsingException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * JSON (RFC 8259) to and from plain Java values: {@link Map}, {@link List}, {@link String}, {@link BigDecimal}, {@link Boolean}, null.
 * Reading is strict, since it is fed by strangers: duplicate names, deep nesting, monstrous numbers, lone surrogates and NUL are refused.
 */
public final class Json {

    private static final int NUMBER_CHARS_MAX = 40;

    /** Looked up once: the API looks through the whole class path at every call. */
    private static final JsonProvider PROVIDER = JsonProvider.provider();

    private Json() {}

    /** Reads one object; anything else is refused as INVALID. */
    public static Map<String, @Nullable Object> readObject(Reader source) {
        try (JsonParser parser = PROVIDER.createParser(source)) {
            if (!parser.hasNext() || parser.next() != JsonParser.Event.START_OBJECT) {
                throw Rejection.invalid("body", "a JSON object", "something else");
            }
            Map<String, @Nullable Object> object = object(parser, "body", 1);
            if (parser.hasNext()) {
                throw Rejection.invalid("body", "one JSON object", "more after it");
            }
            return object;
        } catch (JsonParsingException e) {
            throw Rejection.invalid(
                    "body",
                    "well-formed JSON",
                    "an error at line " + e.getLocation().getLineNumber() + ", column "
                            + e.getLocation().getColumnNumber());
        } catch (jakarta.json.JsonException e) {
            throw Rejection.invalid(
                    "body", "JSON in UTF-8 of at most " + Limits.JSON_DEPTH_MAX + " levels", "bytes that are not");
        }
    }

    /** Reads one object from text. */
    public static Map<String, @Nullable Object> readObject(String source) {
        return readObject(new StringReader(source));
    }

    /** Writes an object; the order of its names is kept. */
    public static String write(Map<String, ? extends @Nullable Object> object) {
        return text(object);
    }

    /** Writes an array. */
    public static String write(List<?> array) {
        return text(array);
    }

    /** Writes an object with its names in order at every level: what is equal has the same text, in every process. */
    public static String canonical(Map<String, ? extends @Nullable Object> object) {
        return text(inOrder(object));
    }

    private static Map<String, @Nullable Object> inOrder(Map<?, ?> object) {
        Map<String, @Nullable Object> ordered = new TreeMap<>();
        object.forEach((name, value) -> ordered.put(String.valueOf(name), inOrder(value)));
        return ordered;
    }

    private static @Nullable Object inOrder(@Nullable Object value) {
        if (value instanceof Map<?, ?> object) {
            return inOrder(object);
        }
        if (value instanceof Iterable<?> items) {
            List<@Nullable Object> list = new ArrayList<>();
            items.forEach(item -> list.add(inOrder(item)));
            return list;
        }
        return value;
    }

    private static String text(Object value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = PROVIDER.createGenerator(text)) {
            value(generator, value);
        }
        return text.toString();
    }

    private static Map<String, @Nullable Object> object(JsonParser parser, String path, int depth) {
        requireDepth(path, depth);
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        while (parser.next() != JsonParser.Event.END_OBJECT) {
            String name = text(parser, path);
            if (object.containsKey(name)) {
                throw Rejection.invalid(path, "names that differ", name + " twice");
            }
            object.put(name, value(parser, parser.next(), path + "." + name, depth));
        }
        return object;
    }

    private static List<@Nullable Object> list(JsonParser parser, String path, int depth) {
        requireDepth(path, depth);
        List<@Nullable Object> list = new ArrayList<>();
        for (JsonParser.Event next = parser.next(); next != JsonParser.Event.END_ARRAY; next = parser.next()) {
            list.add(value(parser, next, path, depth));
        }
        return list;
    }

    private static @Nullable Object value(JsonParser parser, JsonParser.Event event, String path, int depth) {
        return switch (event) {
            case START_OBJECT -> object(parser, path, depth + 1);
            case START_ARRAY -> list(parser, path, depth + 1);
            case VALUE_STRING -> text(parser, path);
            case VALUE_NUMBER -> number(parser, path);
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            case KEY_NAME, END_OBJECT, END_ARRAY -> throw Rejection.invalid(path, "a value", event);
        };
    }

    private static BigDecimal number(JsonParser parser, String path) {
        String digits = parser.getString();
        try {
            BigDecimal number = digits.length() <= NUMBER_CHARS_MAX ? new BigDecimal(digits) : null;
            if (number != null && Math.abs((long) number.scale()) <= NUMBER_CHARS_MAX) {
                return number;
            }
        } catch (NumberFormatException e) {
            // An exponent beyond what can be counted; other wrong numbers the parser has refused.
            throw tooLong(path, digits);
        }
        throw tooLong(path, digits);
    }

    private static Rejection tooLong(String path, String digits) {
        return Rejection.invalid(path, "a number of at most " + NUMBER_CHARS_MAX + " digits", digits);
    }

    private static String text(JsonParser parser, String path) {
        String text = parser.getString();
        requireStorable(path, text);
        return text;
    }

    /** Refuses what UTF-8 or the database cannot hold: NUL and halves of surrogate pairs. */
    public static void requireStorable(String path, String text) {
        if (text.indexOf('\0') >= 0 || text.codePoints().anyMatch(point -> point >= 0xD800 && point <= 0xDFFF)) {
            throw Rejection.invalid(path, "text without NUL and lone surrogates", "one of them");
        }
    }

    private static void requireDepth(String path, int depth) {
        if (depth > Limits.JSON_DEPTH_MAX) {
            throw Rejection.invalid(path, "at most " + Limits.JSON_DEPTH_MAX + " levels of nesting", "more");
        }
    }

    private static void value(JsonGenerator generator, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            generator.writeStartObject();
            map.forEach((name, item) -> {
                generator.writeKey(String.valueOf(name));
                value(generator, item);
            });
            generator.writeEnd();
        } else if (value instanceof Iterable<?> items) {
            generator.writeStartArray();
            items.forEach(item -> value(generator, item));
            generator.writeEnd();
        } else {
            scalar(generator, value);
        }
    }

    private static void scalar(JsonGenerator generator, @Nullable Object value) {
        if (value == null) {
            generator.writeNull();
        } else if (value instanceof BigDecimal number) {
            generator.write(number);
        } else if (value instanceof Number number) {
            generator.write(number.longValue());
        } else if (value instanceof Boolean flag) {
            generator.write(flag);
        } else {
            generator.write(value.toString());
        }
    }
}
