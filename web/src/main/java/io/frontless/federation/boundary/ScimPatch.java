package io.frontless.federation.boundary;

import io.frontless.kernel.Rejection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Changes of a resource (RFC 7644 §3.5.2), made on the resource as it is shown; also in the forms that Entra ID and Okta send: names of operations in capitals,
 * dotted names without a path, and members to remove as a value.
 */
final class ScimPatch {

    private static final int OPERATIONS_MAX = 200;
    private static final Pattern SELECTED = Pattern.compile("([^\\[\\]]+)\\[(.+)\\](?:\\.([A-Za-z$][A-Za-z0-9_$-]*))?");

    private final Map<String, @Nullable Object> resource;

    private ScimPatch(Map<String, @Nullable Object> resource) {
        this.resource = new LinkedHashMap<>(resource);
    }

    /** The resource after the operations of a request. */
    static Map<String, @Nullable Object> apply(
            Map<String, @Nullable Object> resource, Map<String, @Nullable Object> request) {
        Object operations = ScimPath.get(request, "Operations");
        if (!(operations instanceof List<?> list) || list.isEmpty() || list.size() > OPERATIONS_MAX) {
            throw Rejection.invalid("body", "1 to " + OPERATIONS_MAX + " Operations", operations);
        }
        ScimPatch patch = new ScimPatch(resource);
        for (Object one : list) {
            if (!(one instanceof Map<?, ?> operation)) {
                throw Rejection.invalid("body", "Operations that are objects", one);
            }
            patch.one(ScimPath.named(operation));
        }
        return patch.resource;
    }

    private void one(Map<String, @Nullable Object> operation) {
        String op = String.valueOf(ScimPath.get(operation, "op")).toLowerCase(Locale.ROOT);
        Object path = ScimPath.get(operation, "path");
        Object value = ScimPath.get(operation, "value");
        if (!List.of("add", "replace", "remove").contains(op)) {
            throw Rejection.invalid("body", "an op: add, replace or remove", op);
        }
        if (path == null && !op.equals("remove")) {
            if (!(value instanceof Map<?, ?> values)) {
                throw Rejection.invalid("body", "a value that is an object, where there is no path", value);
            }
            ScimPath.named(values).forEach((name, each) -> at(op, name, each));
        } else if (path instanceof String text) {
            at(op, text, value);
        } else {
            throw Rejection.invalid("path", "a path", path);
        }
    }

    private void at(String op, String path, @Nullable Object value) {
        Matcher selected = SELECTED.matcher(path);
        if (selected.matches()) {
            some(op, new Selection(ScimPath.plain(selected.group(1)), selected.group(2), selected.group(3)), value);
            return;
        }
        if (path.toLowerCase(Locale.ROOT).startsWith("urn:") && value instanceof Map<?, ?>) {
            // An extension that is not kept here.
            return;
        }
        String plain = ScimPath.plain(path);
        int dot = plain.indexOf('.');
        String name = ScimPath.key(resource, dot < 0 ? plain : plain.substring(0, dot));
        if (dot < 0) {
            whole(op, name, value);
        } else {
            Map<String, @Nullable Object> part =
                    resource.get(name) instanceof Map<?, ?> map ? ScimPath.named(map) : new LinkedHashMap<>();
            put(op, part, plain.substring(dot + 1), value);
            resource.put(name, part);
        }
    }

    /** Which values of a list are meant, and which part of each. */
    private record Selection(
            String name, String filter, @Nullable String part) {}

    private void some(String op, Selection selection, @Nullable Object value) {
        Predicate<Map<String, ? extends @Nullable Object>> chosen = ScimFilter.read(selection.filter());
        String name = ScimPath.key(resource, selection.name());
        List<@Nullable Object> after = new ArrayList<>();
        boolean found = false;
        for (Object one : list(resource.get(name))) {
            if (!(one instanceof Map<?, ?> map) || !chosen.test(ScimPath.named(map))) {
                after.add(one);
                continue;
            }
            found = true;
            if (op.equals("remove") && selection.part() == null) {
                continue;
            }
            Map<String, @Nullable Object> changed = ScimPath.named(map);
            if (selection.part() != null) {
                put(op, changed, selection.part(), value);
            } else if (value instanceof Map<?, ?> parts) {
                changed.putAll(ScimPath.named(parts));
            }
            after.add(changed);
        }
        if (!found && !op.equals("remove") && selection.part() != null) {
            Map<String, @Nullable Object> fresh = new LinkedHashMap<>();
            fresh.put(selection.part(), value);
            after.add(fresh);
        }
        resource.put(name, after);
    }

    private void whole(String op, String name, @Nullable Object value) {
        Object present = resource.get(name);
        if (op.equals("remove")) {
            boolean some = present instanceof List<?> && value instanceof List<?> given && !given.isEmpty();
            resource.put(name, some ? without(list(present), list(value)) : null);
        } else if (op.equals("add") && present instanceof List<?>) {
            List<@Nullable Object> more = new ArrayList<>(list(present));
            more.addAll(value instanceof List<?> given ? given : List.of(value == null ? "" : value));
            resource.put(name, more);
        } else if (present instanceof Map<?, ?> map && value instanceof Map<?, ?> parts) {
            Map<String, @Nullable Object> both = ScimPath.named(map);
            both.putAll(ScimPath.named(parts));
            resource.put(name, both);
        } else {
            resource.put(name, value);
        }
    }

    private static void put(String op, Map<String, @Nullable Object> map, String name, @Nullable Object value) {
        String key = ScimPath.key(map, name);
        if (op.equals("remove")) {
            map.remove(key);
        } else {
            map.put(key, value);
        }
    }

    private static List<@Nullable Object> without(List<?> present, List<?> given) {
        List<@Nullable Object> left = new ArrayList<>();
        for (Object one : present) {
            boolean gone = given.stream().anyMatch(other -> valueOf(other).equals(valueOf(one)));
            if (!gone) {
                left.add(one);
            }
        }
        return left;
    }

    private static String valueOf(@Nullable Object item) {
        return String.valueOf(item instanceof Map<?, ?> map ? ScimPath.get(ScimPath.named(map), "value") : item);
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }
}
