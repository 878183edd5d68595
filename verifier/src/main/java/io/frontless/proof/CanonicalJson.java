package io.frontless.proof;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * JSON of which equal values have one text (docs/event-format.md §2): names in the order of their length in UTF-8 and then of their bytes, a space
 * after each comma and colon, numbers in plain decimal digits. It is the text that PostgreSQL's jsonb has.
 */
public final class CanonicalJson {

    private static final Comparator<String> ORDER = CanonicalJson::compareNames;

    private CanonicalJson() {}

    /** The order of names in an object. */
    public static int compareNames(String one, String other) {
        if (isAscii(one) && isAscii(other)) {
            return one.length() != other.length()
                    ? Integer.compare(one.length(), other.length())
                    : one.compareTo(other);
        }
        byte[] first = one.getBytes(StandardCharsets.UTF_8);
        byte[] second = other.getBytes(StandardCharsets.UTF_8);
        return first.length != second.length
                ? Integer.compare(first.length, second.length)
                : Arrays.compareUnsigned(first, second);
    }

    /** An empty object whose names are in order. */
    public static <V extends @Nullable Object> SortedMap<String, V> object() {
        return new TreeMap<>(ORDER);
    }

    /** As nearly all names are: a character is a byte, and there is nothing to encode. */
    private static boolean isAscii(String name) {
        for (int at = 0; at < name.length(); at++) {
            if (name.charAt(at) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /** The text of a value: a map, an iterable, a {@link BigDecimal} or other number, a boolean, null; of anything else, its string. */
    public static String write(@Nullable Object value) {
        StringBuilder text = new StringBuilder();
        write(text, value);
        return text.toString();
    }

    /** The text of an array. */
    public static String array(@Nullable Object... items) {
        return write(Arrays.asList(items));
    }

    private static void write(StringBuilder text, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            object(text, map);
        } else if (value instanceof Iterable<?> items) {
            text.append('[');
            for (Iterator<?> each = items.iterator(); each.hasNext(); ) {
                write(text, each.next());
                text.append(each.hasNext() ? ", " : "");
            }
            text.append(']');
        } else if (value == null || value instanceof Boolean) {
            text.append(value);
        } else if (value instanceof BigDecimal number) {
            text.append(number.toPlainString());
        } else if (value instanceof Number number) {
            text.append(number.longValue());
        } else {
            string(text, value.toString());
        }
    }

    private static void object(StringBuilder text, Map<?, ?> map) {
        text.append('{');
        String comma = "";
        for (Map.Entry<?, ?> entry : inOrder(map).entrySet()) {
            string(text.append(comma), String.valueOf(entry.getKey()));
            write(text.append(": "), entry.getValue());
            comma = ", ";
        }
        text.append('}');
    }

    private static Map<?, ?> inOrder(Map<?, ?> map) {
        if (map instanceof SortedMap<?, ?> sorted && sorted.comparator() == ORDER) {
            return map;
        }
        Map<String, @Nullable Object> ordered = CanonicalJson.object();
        map.forEach((name, value) -> ordered.put(String.valueOf(name), value));
        return ordered;
    }

    private static void string(StringBuilder text, String value) {
        int plain = 0;
        while (plain < value.length() && isPlain(value.charAt(plain))) {
            plain++;
        }
        text.append('"').append(value, 0, plain);
        for (int at = plain; at < value.length(); at++) {
            char each = value.charAt(at);
            switch (each) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\b' -> text.append("\\b");
                case '\f' -> text.append("\\f");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> {
                    if (each < ' ') {
                        text.append(String.format("\\u%04x", (int) each));
                    } else {
                        text.append(each);
                    }
                }
            }
        }
        text.append('"');
    }

    private static boolean isPlain(char each) {
        return each >= ' ' && each != '"' && each != '\\';
    }
}
