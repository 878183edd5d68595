package io.frontless.workspace.control;

import io.frontless.operation.Filter;
import io.frontless.operation.Grant;
import io.frontless.operation.Permission;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a role allows. Whatever is done with records of an entity needs that it may be read, and its schema that all of it may. Entities that do not exist are answered like any other, so an answer tells nothing about which there are.
 *
 * @param role the role's key
 */
public record Access(String role, List<Grant> grants) {

    private static final String ME = "@me";

    public Access {
        grants = List.copyOf(grants);
    }

    /** What a verified person may do before they are in a workspace: found it. */
    public static Access founding() {
        return new Access("", List.of(Grant.of(Grant.ANY, Permission.FOUND_WORKSPACE)));
    }

    /** What people may do in the scope of their own account. */
    public static Access ofSelf() {
        return new Access("", List.of(Grant.of(Grant.ANY, Permission.READ, Permission.MANAGE_ACCOUNT)));
    }

    /** What the operator of the installation may do in its scope. */
    public static Access ofOperator() {
        return new Access("", List.of(Grant.of(Grant.ANY, Permission.READ, Permission.OPERATE_KEYS)));
    }

    /** What the vault may do in the name of whoever opens a secret: have it written down. */
    public static Access ofVault() {
        return new Access("", List.of(Grant.of(Grant.ANY, Permission.USE_SECRETS)));
    }

    /** What the installation's operator may do in a workspace: say that it was moved, and see nothing. */
    public static Access operating() {
        return new Access("", List.of(Grant.of(Grant.ANY, Permission.MOVE_WORKSPACE)));
    }

    /** What works for the retention may do in a workspace: have removed what was archived, and see nothing. */
    public static Access removing() {
        return new Access("", List.of(Grant.of(Grant.ANY, Permission.REMOVE_ARCHIVED)));
    }

    /** What a verified person may do in a workspace that they only have an invitation to: join it. */
    public static Access joining() {
        return new Access("", List.of());
    }

    /** Whether the role allows this on an entity, in some of its records at least; null stands for the workspace itself. */
    public boolean allows(Permission permission, @Nullable String entity) {
        if (permission == Permission.OWN_MEMBERSHIP) {
            return true;
        }
        return gives(permission, entity)
                && switch (permission) {
                    case READ,
                            MANAGE_ROLES,
                            MANAGE_KEYS,
                            MANAGE_CONNECTIONS,
                            FOUND_WORKSPACE,
                            OWN_MEMBERSHIP,
                            MANAGE_ACCOUNT,
                            USE_SECRETS,
                            OPERATE_KEYS,
                            MOVE_WORKSPACE,
                            REMOVE_ARCHIVED -> true;
                    case CREATE, UPDATE, DELETE, EXPORT, APPROVE -> gives(Permission.READ, entity);
                    case SCHEMA -> readsAllOf(entity);
                };
    }

    /** Whether the role allows this on the workspace or on any entity of it. */
    public boolean allowsSomewhere(Permission permission) {
        return permission == Permission.OWN_MEMBERSHIP
                || grants.stream().anyMatch(grant -> grant.permissions().contains(permission));
    }

    /** Which records the role allows this for: those of any grant that gives it. */
    public Filter filter(Permission permission, String entity) {
        List<Filter> filters = grants.stream()
                .filter(grant -> grant.gives(permission, entity))
                .map(Grant::records)
                .distinct()
                .toList();
        if (filters.contains(Filter.everything())) {
            return Filter.everything();
        }
        return filters.size() == 1 ? filters.get(0) : new Filter.Any(filters);
    }

    /** The fields that do not exist for the role. */
    public Set<String> hidden(String entity) {
        return fields(entity, Grant::hidden);
    }

    /** The fields that the role cannot write. */
    public Set<String> readOnly(String entity) {
        return fields(entity, Grant::readOnly);
    }

    /** Whether the role sees every record and field of an entity; null stands for every entity there is or will be. */
    public boolean readsAllOf(@Nullable String entity) {
        boolean all = grants.stream()
                .anyMatch(grant ->
                        grant.gives(Permission.READ, entity) && grant.records().equals(Filter.everything()));
        return all
                && grants.stream()
                        .noneMatch(grant ->
                                grant.isAbout(entity) && !grant.hidden().isEmpty());
    }

    /** Whether the role sees every record of an entity, though perhaps not all of its fields. */
    public boolean readsAllRecordsOf(String entity) {
        return allows(Permission.READ, entity)
                && filter(Permission.READ, entity).equals(Filter.everything());
    }

    /** Whether there is nothing in the workspace that the role does not see. */
    public boolean readsEverything() {
        return readsAllOf(null)
                && grants.stream().allMatch(grant -> grant.hidden().isEmpty());
    }

    /** Whether this is the role of those who may do everything. */
    public boolean isOwner() {
        return role.equals(Role.OWNER.key());
    }

    /** Whether all that the other role allows is allowed by this one too: nobody gives more than they have. */
    public boolean covers(Access other) {
        return entities(other).allMatch(entity -> covers(other, entity));
    }

    private boolean gives(Permission permission, @Nullable String entity) {
        return grants.stream().anyMatch(grant -> grant.gives(permission, entity));
    }

    private boolean covers(Access other, String entity) {
        for (Permission permission : Permission.values()) {
            if (other.gives(permission, entity)
                    && !(allows(permission, entity)
                            && within(other.filter(permission, entity), filter(permission, entity)))) {
                return false;
            }
        }
        boolean silent = other.grants.stream().noneMatch(grant -> grant.isAbout(entity));
        Set<String> unwritten = new TreeSet<>(other.hidden(entity));
        unwritten.addAll(other.readOnly(entity));
        return silent || (other.hidden(entity).containsAll(hidden(entity)) && unwritten.containsAll(readOnly(entity)));
    }

    /** Whether a filter can be seen to let no more through than another; whose records "mine" are depends on who asks. */
    private static boolean within(Filter inner, Filter outer) {
        if (outer.equals(Filter.everything())) {
            return true;
        }
        if (outer.comparisons().anyMatch(Access::speaksOfMe)) {
            return false;
        }
        if (inner instanceof Filter.Any any) {
            return any.parts().stream().allMatch(part -> within(part, outer));
        }
        boolean alternative =
                outer instanceof Filter.Any any && any.parts().stream().anyMatch(part -> within(inner, part));
        boolean narrowed =
                inner instanceof Filter.All all && all.parts().stream().anyMatch(part -> within(part, outer));
        return inner.equals(outer) || alternative || narrowed;
    }

    private static boolean speaksOfMe(Filter.Compare compare) {
        List<?> values = compare.value() instanceof List<?> list ? list : List.of(String.valueOf(compare.value()));
        return values.stream().anyMatch(value -> String.valueOf(value).startsWith(ME));
    }

    private Stream<String> entities(Access other) {
        return Stream.concat(
                        Stream.of(Grant.ANY),
                        Stream.concat(grants.stream(), other.grants.stream()).map(Grant::entity))
                .distinct();
    }

    private Set<String> fields(String entity, Function<Grant, Set<String>> some) {
        return grants.stream()
                .filter(grant -> grant.isAbout(entity))
                .flatMap(grant -> some.apply(grant).stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
