package io.frontless.federation.boundary;

import io.frontless.federation.control.DirectoryUserView;
import io.frontless.kernel.Rejection;
import io.frontless.operation.DirectoryEntry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A person as SCIM shows them (RFC 7643 §4.1), and reads them. */
final class ScimUser {

    static final String SCHEMA = "urn:ietf:params:scim:schemas:core:2.0:User";

    private ScimUser() {}

    /** The resource; {@code base} is the address of all users. */
    static Map<String, @Nullable Object> shown(DirectoryUserView user, String base) {
        DirectoryEntry entry = user.entry();
        Map<String, @Nullable Object> resource = new LinkedHashMap<>();
        resource.put("schemas", List.of(SCHEMA));
        resource.put("id", user.user().toString());
        if (entry.externalId() != null) {
            resource.put("externalId", entry.externalId());
        }
        resource.put("userName", entry.userName());
        resource.put("displayName", entry.called());
        resource.put("name", Map.of("formatted", entry.called()));
        resource.put("active", entry.active());
        resource.put("emails", List.of(Map.of("value", entry.email(), "type", "work", "primary", true)));
        resource.put("groups", List.of(Map.of("value", entry.role())));
        resource.put(
                "meta",
                Map.of(
                        "resourceType", "User",
                        "created", user.createdAt().toString(),
                        "lastModified", user.changedAt().toString(),
                        "location", base + "/" + user.user(),
                        "version", tag(user)));
        return resource;
    }

    /** What an operation is to change: without what it would only repeat, so that what it names is seen. */
    static Map<String, @Nullable Object> toPatch(DirectoryUserView user) {
        Map<String, @Nullable Object> resource = new LinkedHashMap<>(shown(user, ""));
        resource.remove("displayName");
        resource.remove("name");
        resource.remove("meta");
        return resource;
    }

    /** Weak, since it is of what the resource says and not of its bytes (RFC 9110 §8.8.3). */
    static String tag(DirectoryUserView user) {
        return "W/\"" + user.tag() + "\"";
    }

    /** The entry that a resource says; {@code present} is what stays where it says nothing, null for somebody new. */
    static DirectoryEntry read(
            Map<String, @Nullable Object> resource, @Nullable DirectoryEntry present, String newRole) {
        String userName = text(resource, "userName")
                .orElseThrow(() -> Rejection.invalid("userName", "a text", ScimPath.get(resource, "userName")));
        String email = email(resource)
                .or(() -> Optional.of(userName).filter(name -> name.contains("@")))
                .or(() -> Optional.ofNullable(present).map(DirectoryEntry::email))
                .orElseThrow(() -> Rejection.invalid("emails", "an address, there or in userName", "none"));
        String called = called(resource)
                .or(() -> Optional.ofNullable(present).map(DirectoryEntry::called))
                .orElse(userName);
        return new DirectoryEntry(
                userName,
                text(resource, "externalId").orElse(null),
                email.strip().toLowerCase(Locale.ROOT),
                called.strip(),
                active(ScimPath.get(resource, "active")),
                present == null ? newRole : present.role());
    }

    /** The primary address, or else the first. */
    private static Optional<String> email(Map<String, @Nullable Object> resource) {
        Object emails = ScimPath.get(resource, "emails");
        List<Map<String, @Nullable Object>> all = (emails instanceof List<?> list ? list.stream() : Stream.of())
                .filter(Map.class::isInstance)
                .map(one -> ScimPath.named((Map<?, ?>) one))
                .toList();
        return all.stream()
                .filter(one -> Boolean.TRUE.equals(ScimPath.get(one, "primary")))
                .findFirst()
                .or(() -> all.stream().findFirst())
                .flatMap(one -> text(one, "value"));
    }

    private static Optional<String> called(Map<String, @Nullable Object> resource) {
        Map<String, @Nullable Object> name =
                ScimPath.get(resource, "name") instanceof Map<?, ?> map ? ScimPath.named(map) : Map.of();
        Optional<String> both = text(name, "givenName")
                .flatMap(given -> text(name, "familyName").map(family -> given + " " + family));
        return text(resource, "displayName").or(() -> text(name, "formatted")).or(() -> both);
    }

    /** True where nothing is said; Entra ID says it in words. */
    private static boolean active(@Nullable Object given) {
        if (given == null) {
            return true;
        }
        if (given instanceof Boolean flag) {
            return flag;
        }
        String word = String.valueOf(given);
        if (word.equalsIgnoreCase("true") || word.equalsIgnoreCase("false")) {
            return Boolean.parseBoolean(word);
        }
        throw Rejection.invalid("active", "true or false", given);
    }

    private static Optional<String> text(Map<String, @Nullable Object> map, String name) {
        Object value = ScimPath.get(map, name);
        if (value != null && !(value instanceof String)) {
            throw Rejection.invalid(name, "a text", value);
        }
        return Optional.ofNullable((String) value).filter(text -> !text.isBlank());
    }
}
