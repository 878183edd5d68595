package io.frontless.proof;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON (RFC 8259): maps in the canonical order of names, lists, strings, {@link BigDecimal}, booleans, null. Numbers keep every digit. What is no
 * JSON, names something twice or is deeper than anything we write is an {@link IllegalArgumentException}.
 */
public final class JsonText {

    private static final int DEPTH_MAX = 64;

    /** An exponent beyond this would make a number longer than any value we keep. */
    private static final int SCALE_MAX = 20_000;

    private final String text;
    private int at;

    private JsonText(String text) {
        this.text = text;
    }

    /** The one value that the text has. */
    public static @Nullable Object read(String text) {
        JsonText reader = new JsonText(text);
        Object value = reader.value(0);
        reader.space();
        if (reader.at < text.length()) {
            throw reader.wrong("nothing more");
        }
        return value;
    }

    /** The same, which has to be an object. */
    @SuppressWarnings("unchecked")
    public static SortedMap<String, @Nullable Object> readObject(String text) {
        if (read(text) instanceof SortedMap<?, ?> object) {
            return (SortedMap<String, @Nullable Object>) object;
        }
        throw new IllegalArgumentException("expected a JSON object");
    }

    private @Nullable Object value(int depth) {
        space();
        if (depth > DEPTH_MAX) {
            throw wrong("at most " + DEPTH_MAX + " levels");
        }
        char first = at < text.length() ? text.charAt(at) : 0;
        return switch (first) {
            case '{' -> object(depth);
            case '[' -> list(depth);
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private SortedMap<String, @Nullable Object> object(int depth) {
        SortedMap<String, @Nullable Object> object = CanonicalJson.object();
        at++;
        space();
        if (skip('}')) {
            return object;
        }
        do {
            space();
            String name = string();
            space();
            expect(':');
            if (object.containsKey(name)) {
                throw wrong("names that differ");
            }
            object.put(name, value(depth + 1));
            space();
        } while (skip(','));
        expect('}');
        return object;
    }

    private List<@Nullable Object> list(int depth) {
        List<@Nullable Object> list = new ArrayList<>();
        at++;
        space();
        if (skip(']')) {
            return list;
        }
        do {
            list.add(value(depth + 1));
            space();
        } while (skip(','));
        expect(']');
        return list;
    }

    private String string() {
        expect('"');
        int plainEnd = at;
        while (plainEnd < text.length() && isPlain(text.charAt(plainEnd))) {
            plainEnd++;
        }
        String plain = text.substring(at, plainEnd);
        at = plainEnd;
        if (skip('"')) {
            return plain;
        }
        StringBuilder string = new StringBuilder(plain);
        while (!skip('"')) {
            char each = next();
            if (each == '\\') {
                string.append(escaped());
            } else if (each < ' ') {
                throw wrong("no control character");
            } else {
                string.append(each);
            }
        }
        return string.toString();
    }

    private static boolean isPlain(char each) {
        return each >= ' ' && each != '"' && each != '\\';
    }

    private char escaped() {
        char kind = next();
        return switch (kind) {
            case '"', '\\', '/' -> kind;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw wrong("an escape");
        };
    }

    private char unicode() {
        int code = 0;
        for (int digits = 0; digits < 4; digits++) {
            int digit = Character.digit(next(), 16);
            if (digit < 0) {
                throw wrong("four hexadecimal digits");
            }
            code = code * 16 + digit;
        }
        return (char) code;
    }

    private BigDecimal number() {
        int from = at;
        while (at < text.length() && "+-.0123456789eE".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        try {
            BigDecimal number = new BigDecimal(text.substring(from, at));
            if (Math.abs((long) number.scale()) <= SCALE_MAX) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw wrong("a value");
        }
        throw wrong("a number of a sensible size");
    }

    private @Nullable Object word(String word, @Nullable Object value) {
        if (!text.startsWith(word, at)) {
            throw wrong("a value");
        }
        at += word.length();
        return value;
    }

    private void space() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private boolean skip(char wanted) {
        if (at < text.length() && text.charAt(at) == wanted) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(char wanted) {
        if (!skip(wanted)) {
            throw wrong("'" + wanted + "'");
        }
    }

    private char next() {
        if (at >= text.length()) {
            throw wrong("more");
        }
        return text.charAt(at++);
    }

    private IllegalArgumentException wrong(String expected) {
        return new IllegalArgumentException("expected " + expected + " at character " + at + " of the JSON text");
    }
}
