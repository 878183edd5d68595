package io.frontless.federation.boundary;

import io.frontless.kernel.Rejection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Paths of attributes (RFC 7644 §3.10): names in any case of letters, perhaps after the name of their schema. */
final class ScimPath {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z$][A-Za-z0-9_$-]*(\\.[A-Za-z$][A-Za-z0-9_$-]*)?");
    private static final Pattern SCHEMA =
            Pattern.compile("(?i)urn:ietf:params:scim:schemas:(core|extension):[A-Za-z0-9.:]*?:(User|Group):");

    private ScimPath() {}

    /** A path of one or two names, without its schema. */
    static String plain(String text) {
        String path = SCHEMA.matcher(text).replaceFirst("");
        if (!PLAIN.matcher(path).matches()) {
            throw Rejection.invalid("path", "the name of an attribute, or of one and of a part of it", text);
        }
        return path;
    }

    /** All values that a path leads to; those of a list one by one, and none for what is not there. */
    static List<@Nullable Object> values(Map<String, ? extends @Nullable Object> resource, String path) {
        int dot = path.indexOf('.');
        String first = dot < 0 ? path : path.substring(0, dot);
        Object value = get(resource, first);
        Stream<? extends @Nullable Object> found = value instanceof List<?> list ? list.stream() : Stream.of(value);
        List<@Nullable Object> values = new ArrayList<>();
        found.forEach(one -> {
            Object part =
                    dot < 0 ? one : one instanceof Map<?, ?> map ? get(named(map), path.substring(dot + 1)) : null;
            if (part != null && !part.equals("")) {
                values.add(part);
            }
        });
        return values;
    }

    /** The value of a name, whatever the case of its letters. */
    static @Nullable Object get(Map<String, ? extends @Nullable Object> map, String name) {
        String key = key(map, name);
        return map.get(key);
    }

    /** The name as the map spells it, or as it was given where there is none such. */
    static String key(Map<String, ? extends @Nullable Object> map, String name) {
        return map.keySet().stream()
                .filter(key -> key.equalsIgnoreCase(name))
                .findFirst()
                .orElse(name);
    }

    /** A JSON object that was read, as what it is. */
    static Map<String, @Nullable Object> named(Map<?, ?> map) {
        Map<String, @Nullable Object> named = new LinkedHashMap<>();
        map.forEach((key, value) -> named.put(String.valueOf(key), value));
        return named;
    }
}
