package io.frontless.access.boundary;

import io.frontless.identity.boundary.RequestParameter;
import io.frontless.kernel.Json;
import io.frontless.kernel.Rejection;
import io.frontless.operation.Comparison;
import io.frontless.operation.FieldType;
import io.frontless.operation.Filter;
import io.frontless.operation.Grant;
import io.frontless.operation.Params;
import io.frontless.operation.Permission;
import io.frontless.record.control.CsvImport;
import io.frontless.schema.control.SchemaView;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A grant as the rows of a form say it; the names of its inputs begin with {@code g} and its place.
 *
 * @param entity the table's key, or nothing for a row that says nothing
 * @param field with {@code comparison} and {@code value} the one condition that records must meet; nothing for all records
 * @param filter a filter of several conditions as JSON, which the form keeps as it is; nothing where there is none
 * @param hidden field keys, separated by commas
 * @param readOnly field keys, separated by commas
 */
public record GrantForm(
        int index,
        String entity,
        Set<Permission> permissions,
        String field,
        String comparison,
        String value,
        String filter,
        String hidden,
        String readOnly) {

    /** A permission with its box. */
    public record Tick(String name, String label, boolean on) {}

    /** A row to fill in. */
    static GrantForm empty(int index) {
        return new GrantForm(index, "", EnumSet.noneOf(Permission.class), "", "eq", "", "", "", "");
    }

    /** The row of a grant that there is. */
    static GrantForm of(int index, Grant grant) {
        Filter.Compare simple = simple(grant.records());
        boolean all = grant.records().equals(Filter.everything());
        return new GrantForm(
                index,
                grant.entity(),
                grant.permissions(),
                simple == null ? "" : simple.path(),
                simple == null ? "eq" : simple.comparison().wireName(),
                simple == null || simple.value() == null ? "" : simple.value().toString(),
                simple != null || all ? "" : Json.write(grant.records().params()),
                String.join(", ", grant.hidden()),
                String.join(", ", grant.readOnly()));
    }

    /** The row as it was sent. */
    static GrantForm sent(HttpServletRequest request, int index) {
        String prefix = "g" + index + "-";
        return new GrantForm(
                index,
                text(request, prefix + "entity"),
                Grant.PERMISSIONS.stream()
                        .filter(one -> RequestParameter.text(request, prefix + one.name())
                                .isPresent())
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Permission.class))),
                text(request, prefix + "field"),
                text(request, prefix + "comparison"),
                text(request, prefix + "value"),
                text(request, prefix + "filter"),
                text(request, prefix + "hidden"),
                text(request, prefix + "readonly"));
    }

    /** What the row grants; what it says wrongly is refused. */
    Grant grant(SchemaView schema) {
        return new Grant(entity, permissions, records(schema), keys(hidden), keys(readOnly));
    }

    /** The permissions with their boxes. */
    public List<Tick> ticks() {
        return Grant.PERMISSIONS.stream()
                .map(one -> new Tick(one.name(), GrantText.label(one), permissions.contains(one)))
                .toList();
    }

    private Filter records(SchemaView schema) {
        if (!filter.isEmpty()) {
            return Filter.from(new Params("filter", Json.readObject(filter)));
        }
        if (field.isEmpty()) {
            return Filter.everything();
        }
        Comparison chosen = Arrays.stream(Comparison.values())
                .filter(one -> one.wireName().equals(comparison))
                .findFirst()
                .orElseThrow(() -> Rejection.invalid("comparison", "one of the list", comparison));
        FieldType type = schema.entity(entity)
                .flatMap(view -> view.field(field))
                .map(spec -> spec.type())
                .orElse(FieldType.TEXT);
        return new Filter.Compare(field, chosen, chosen.takesValue() ? CsvImport.value(type, value) : null);
    }

    private static Filter.@Nullable Compare simple(Filter filter) {
        return filter instanceof Filter.Compare compare && !compare.comparison().takesList() ? compare : null;
    }

    private static Set<String> keys(String text) {
        return Arrays.stream(text.split(","))
                .map(key -> key.strip().toLowerCase(Locale.ROOT))
                .filter(key -> !key.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String text(HttpServletRequest request, String name) {
        return RequestParameter.text(request, name).map(String::strip).orElse("");
    }
}
