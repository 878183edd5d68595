package io.frontless.operation;

import io.frontless.kernel.Limits;
import io.frontless.kernel.Rejection;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads an operation's parameters strictly: a missing, mistyped or unknown one is refused by its path, with what was
 * expected and what was found. Values are JSON's own: text, {@link java.math.BigDecimal}, boolean, list, map, null.
 */
public final class Params {

    private final String path;
    private final Map<String, @Nullable Object> given;
    private final Set<String> read = new HashSet<>();

    public Params(String path, Map<String, @Nullable Object> given) {
        this.path = path;
        this.given = given;
    }

    /** A text of 1 to {@link Limits#TEXT_CHARS_MAX} characters. */
    public String text(String name) {
        return optionalText(name).orElseThrow(() -> Rejection.invalid(at(name), "a text", "nothing"));
    }

    /** The same, where it may be left out. */
    public Optional<String> optionalText(String name) {
        Object value = take(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!(value instanceof String text) || text.isBlank() || text.length() > Limits.TEXT_CHARS_MAX) {
            throw Rejection.invalid(at(name), "a text of 1 to " + Limits.TEXT_CHARS_MAX + " characters", value);
        }
        return Optional.of(text);
    }

    /** A text of any length; whoever takes it has a limit of its own. */
    public String longText(String name) {
        if (take(name) instanceof String text) {
            return text;
        }
        throw Rejection.invalid(at(name), "a text", "nothing");
    }

    /** An identifier (RFC 9562 text form). */
    public UUID id(String name) {
        return optionalId(name).orElseThrow(() -> Rejection.invalid(at(name), "an id (UUID)", "nothing"));
    }

    /** The same, where it may be left out. */
    public Optional<UUID> optionalId(String name) {
        Object value = take(name);
        return value == null ? Optional.empty() : Optional.of(parseId(at(name), value));
    }

    /** A list of identifiers. */
    public List<UUID> ids(String name) {
        List<UUID> ids = new ArrayList<>();
        for (Object item : list(name)) {
            ids.add(parseId(at(name), item == null ? "nothing" : item));
        }
        return ids;
    }

    /** True or false; false where it is left out. */
    public boolean flag(String name) {
        Object value = take(name);
        if (value == null) {
            return false;
        }
        if (!(value instanceof Boolean flag)) {
            throw Rejection.invalid(at(name), "true or false", value);
        }
        return flag;
    }

    /** One of an enum's constants, by its lower-case name. */
    public <E extends Enum<E>> E choice(String name, Class<E> type) {
        String text = text(name);
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() -> Rejection.invalid(
                        at(name),
                        "one of " + Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT),
                        text));
    }

    /** Whether something is given under this name. */
    public boolean has(String name) {
        return given.get(name) != null;
    }

    /** Whatever is given, unread, where it may be left out. */
    public Optional<Object> optionalValue(String name) {
        return Optional.ofNullable(take(name));
    }

    /** A list of texts; empty where it is left out. */
    public List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (Object item : list(name)) {
            if (!(item instanceof String text)) {
                throw Rejection.invalid(at(name), "a list of texts", item);
            }
            texts.add(text);
        }
        return texts;
    }

    /** A list of objects, each to be read by its own reader; empty where it is left out. */
    public List<Params> objects(String name) {
        List<Params> objects = new ArrayList<>();
        for (Object item : list(name)) {
            objects.add(new Params(at(name) + "[" + objects.size() + "]", map(at(name), item)));
        }
        return objects;
    }

    /** One object. */
    public Params object(String name) {
        return new Params(at(name), map(name));
    }

    /** One object, unread. */
    public Map<String, @Nullable Object> map(String name) {
        return map(at(name), take(name));
    }

    /** The same, where it may be left out. */
    public Optional<Map<String, @Nullable Object>> optionalMap(String name) {
        Object value = take(name);
        return value == null ? Optional.empty() : Optional.of(map(at(name), value));
    }

    /** A number, where it may be left out. */
    public Optional<BigDecimal> optionalNumber(String name) {
        Object value = take(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!(value instanceof BigDecimal number)) {
            throw Rejection.invalid(at(name), "a number", value);
        }
        return Optional.of(number);
    }

    /** A whole number between two bounds, where it may be left out. */
    public Optional<Long> optionalWholeNumber(String name, long min, long max) {
        return optionalNumber(name).map(number -> WholeNumber.of(at(name), number, min, max));
    }

    /** A record's values by field key. */
    public Values values(String name) {
        Map<String, @Nullable Object> values = map(name);
        if (values.size() > Limits.FIELDS_MAX) {
            throw Rejection.invalid(at(name), "at most " + Limits.FIELDS_MAX + " values", values.size());
        }
        return new Values(values);
    }

    /** Refuses a parameter that nobody asked for: a misspelt one must not be silently ignored. */
    public void requireAllRead() {
        for (String name : given.keySet()) {
            if (!read.contains(name)) {
                throw Rejection.invalid(at(name), "no such parameter; known are " + List.copyOf(read), name);
            }
        }
    }

    private List<?> list(String name) {
        Object value = take(name);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> list)) {
            throw Rejection.invalid(at(name), "a list", value);
        }
        return list;
    }

    private @Nullable Object take(String name) {
        read.add(name);
        return given.get(name);
    }

    private String at(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private static UUID parseId(String at, Object value) {
        try {
            UUID id = UUID.fromString(String.valueOf(value));
            if (value instanceof String text && text.length() == 36) {
                return id;
            }
        } catch (IllegalArgumentException e) {
            throw Rejection.invalid(at, "an id (UUID)", value);
        }
        throw Rejection.invalid(at, "an id (UUID)", value);
    }

    private static Map<String, @Nullable Object> map(String at, @Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw Rejection.invalid(at, "an object", value == null ? "nothing" : value);
        }
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        map.forEach((key, item) -> copy.put(String.valueOf(key), item));
        return copy;
    }
}
