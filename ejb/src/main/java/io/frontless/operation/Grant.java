package io.frontless.operation;

import io.frontless.kernel.Limits;
import io.frontless.kernel.Rejection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A part of a role: what it allows on an entity, in which records and fields. Grants add up in what they allow; what one of them hides or
 * keeps from being written stays so whatever others say.
 *
 * @param entity the entity's key, or {@link #ANY} for every one, also those to come
 * @param records for which records; only what a single entity's grant can say
 * @param hidden fields that do not exist for the role
 * @param readOnly fields that it sees and cannot write
 */
public record Grant(
        String entity, Set<Permission> permissions, Filter records, Set<String> hidden, Set<String> readOnly) {

    /** Every entity of the workspace, and the workspace itself. */
    public static final String ANY = "*";

    /** What a role can give: everything but what every person may for themselves. */
    public static final Set<Permission> PERMISSIONS = Arrays.stream(Permission.values())
            .filter(Permission::isGrantable)
            .collect(Collectors.collectingAndThen(
                    Collectors.toCollection(() -> EnumSet.noneOf(Permission.class)), Collections::unmodifiableSet));

    public Grant {
        if (!entity.equals(ANY)) {
            Keys.require("entity", entity);
        }
        if (permissions.isEmpty()) {
            throw Rejection.invalid("permissions", "at least one", "none");
        }
        permissions = Collections.unmodifiableSet(EnumSet.copyOf(permissions));
        hidden = fields("hidden", hidden);
        readOnly = fields("readOnly", readOnly);
        boolean part = !records.equals(Filter.everything()) || !hidden.isEmpty() || !readOnly.isEmpty();
        if (part && entity.equals(ANY)) {
            throw Rejection.invalid("entity", "one entity, since only its records and fields can be told apart", ANY);
        }
        if (permissions.contains(Permission.MANAGE_ROLES) && !entity.equals(ANY)) {
            throw Rejection.invalid("entity", ANY + ", since roles are the whole workspace's", entity);
        }
        if (permissions.contains(Permission.MANAGE_KEYS) && !entity.equals(ANY)) {
            throw Rejection.invalid("entity", ANY + ", since API keys are the whole workspace's", entity);
        }
        if (permissions.contains(Permission.MANAGE_CONNECTIONS) && !entity.equals(ANY)) {
            throw Rejection.invalid("entity", ANY + ", since connections are the whole workspace's", entity);
        }
    }

    /** All records and fields of an entity, or of {@link #ANY}. */
    public static Grant of(String entity, Permission... permissions) {
        return new Grant(entity, Set.of(permissions), Filter.everything(), Set.of(), Set.of());
    }

    /** This grant, for these records only. */
    public Grant where(Filter filter) {
        return new Grant(entity, permissions, filter, hidden, readOnly);
    }

    /** This grant, without these fields. */
    public Grant hiding(String... fields) {
        return new Grant(entity, permissions, records, Set.of(fields), readOnly);
    }

    /** This grant, with these fields only to read. */
    public Grant keeping(String... fields) {
        return new Grant(entity, permissions, records, hidden, Set.of(fields));
    }

    /** Whether it allows this on the entity; null stands for the workspace itself. */
    public boolean gives(Permission permission, @Nullable String about) {
        return isAbout(about) && permissions.contains(permission);
    }

    /** Whether it speaks of the entity; null stands for the workspace itself. */
    public boolean isAbout(@Nullable String about) {
        return entity.equals(ANY) || entity.equals(about);
    }

    /** Reads a grant as roles write it; founding a workspace, joining and leaving are no role's to give. */
    public static Grant from(Params params) {
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        for (String name : params.texts("permissions")) {
            permissions.add(permission(name));
        }
        Grant grant = new Grant(
                params.text("entity"),
                permissions,
                params.has("records") ? Filter.from(params.object("records")) : Filter.everything(),
                Set.copyOf(params.texts("hidden")),
                Set.copyOf(params.texts("readOnly")));
        params.requireAllRead();
        return grant;
    }

    /** Reads the grants under a name; too many are refused. */
    public static List<Grant> listFrom(Params params, String name) {
        List<Grant> grants = params.objects(name).stream().map(Grant::from).toList();
        if (grants.size() > Limits.GRANTS_MAX) {
            throw Rejection.invalid(name, "at most " + Limits.GRANTS_MAX + " grants", grants.size());
        }
        return grants;
    }

    /** The form read by {@link #from}. */
    public Map<String, @Nullable Object> params() {
        Map<String, @Nullable Object> params = new LinkedHashMap<>();
        params.put("entity", entity);
        params.put(
                "permissions",
                permissions.stream()
                        .map(one -> one.name().toLowerCase(Locale.ROOT))
                        .toList());
        if (!records.equals(Filter.everything())) {
            params.put("records", records.params());
        }
        if (!hidden.isEmpty()) {
            params.put("hidden", new ArrayList<>(hidden));
        }
        if (!readOnly.isEmpty()) {
            params.put("readOnly", new ArrayList<>(readOnly));
        }
        return params;
    }

    private static Permission permission(String name) {
        for (Permission permission : PERMISSIONS) {
            if (permission.name().toLowerCase(Locale.ROOT).equals(name)) {
                return permission;
            }
        }
        throw Rejection.invalid(
                "permissions",
                "read, create, update, delete, export, schema, approve, manage_roles or manage_keys",
                name);
    }

    private static Set<String> fields(String name, Set<String> keys) {
        if (keys.size() > Limits.FIELDS_MAX) {
            throw Rejection.invalid(name, "at most " + Limits.FIELDS_MAX + " fields", keys.size());
        }
        keys.forEach(key -> Keys.require(name, key));
        return Collections.unmodifiableSet(new TreeSet<>(keys));
    }
}
