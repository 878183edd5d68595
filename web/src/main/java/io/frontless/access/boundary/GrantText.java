package io.frontless.access.boundary;

import io.frontless.kernel.Json;
import io.frontless.operation.Filter;
import io.frontless.operation.Grant;
import io.frontless.operation.Permission;
import io.frontless.schema.control.EntityView;
import io.frontless.schema.control.SchemaView;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Grants in words. */
public final class GrantText {

    private GrantText() {}

    /** What a grant allows, and where. */
    public static String of(Grant grant, SchemaView schema) {
        String place = grant.entity().equals(Grant.ANY)
                ? "all tables"
                : schema.entity(grant.entity()).map(EntityView::label).orElse(grant.entity());
        StringBuilder text =
                new StringBuilder(permissions(grant)).append(" in ").append(place);
        if (!grant.records().equals(Filter.everything())) {
            text.append(", where ").append(filter(grant.records()));
        }
        if (!grant.hidden().isEmpty()) {
            text.append(", without ").append(String.join(", ", grant.hidden()));
        }
        if (!grant.readOnly().isEmpty()) {
            text.append(", not writing ").append(String.join(", ", grant.readOnly()));
        }
        return text.toString();
    }

    /** Several, one after another. */
    public static String of(List<Grant> grants, SchemaView schema) {
        return grants.stream().map(grant -> of(grant, schema)).collect(Collectors.joining("; "));
    }

    /** What a permission is called on the page. */
    static String label(Permission permission) {
        return switch (permission) {
            case READ -> "Read";
            case CREATE -> "Create";
            case UPDATE -> "Change";
            case DELETE -> "Delete";
            case EXPORT -> "Export";
            case SCHEMA -> "Change tables";
            case APPROVE -> "Approve";
            case MANAGE_ROLES -> "People and roles";
            case MANAGE_KEYS -> "API keys";
            case MANAGE_CONNECTIONS -> "Connections";
            case FOUND_WORKSPACE -> "Found workspaces";
            case MANAGE_ACCOUNT -> "Own account";
            case USE_SECRETS -> "Secrets";
            case OPERATE_KEYS -> "Keys of the installation";
            case OWN_MEMBERSHIP -> "Join and leave";
            case MOVE_WORKSPACE -> "Move to a database";
            case REMOVE_ARCHIVED -> "Remove archived events";
        };
    }

    private static String permissions(Grant grant) {
        String all = grant.permissions().stream().map(GrantText::label).collect(Collectors.joining(", "));
        return all.charAt(0) + all.substring(1).toLowerCase(Locale.ROOT);
    }

    private static String filter(Filter filter) {
        if (filter instanceof Filter.Compare compare) {
            String value = compare.value() == null ? "" : " " + compare.value();
            return compare.path() + " " + compare.comparison().wireName() + value;
        }
        return Json.write(filter.params());
    }
}
