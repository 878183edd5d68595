package io.frontless.operation;

import io.frontless.kernel.Limits;
import io.frontless.kernel.Rejection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A way to look at an entity's records: which, in what order, with which fields.
 *
 * @param columns the fields shown, in their order; of none, all
 */
public record ViewSpec(String key, String label, Filter filter, List<Sort> sort, List<String> columns) {

    /** Order by one field. */
    public record Sort(String field, boolean descending) {

        public Sort {
            Keys.require("view.sort", field);
        }

        private static Sort from(Params params) {
            Sort sort = new Sort(params.text("field"), params.flag("descending"));
            params.requireAllRead();
            return sort;
        }

        private Map<String, @Nullable Object> params() {
            return Map.of("field", field, "descending", descending);
        }
    }

    public ViewSpec {
        Keys.require("view", key);
        sort = List.copyOf(sort);
        columns = List.copyOf(columns);
        columns.forEach(column -> Keys.require("view.columns", column));
        if (sort.stream().map(Sort::field).distinct().count() < sort.size()
                || sort.size() > Limits.CONSTRAINT_FIELDS_MAX) {
            throw Rejection.invalid(
                    "view.sort", "at most " + Limits.CONSTRAINT_FIELDS_MAX + " fields that differ", sort.size());
        }
        if (columns.stream().distinct().count() < columns.size() || columns.size() > Limits.FIELDS_MAX) {
            throw Rejection.invalid("view.columns", "at most " + Limits.FIELDS_MAX + " fields that differ", columns);
        }
    }

    /** This view with another filter. */
    public ViewSpec filtered(Filter other) {
        return new ViewSpec(key, label, other, sort, columns);
    }

    /** Reads a view; a key that is left out is made of the label, and everything else may be left out. */
    public static ViewSpec from(Params params) {
        String label = params.text("label");
        ViewSpec spec = new ViewSpec(
                params.optionalText("key").orElseGet(() -> Keys.from(label)),
                label,
                params.has("filter") ? Filter.from(params.object("filter")) : Filter.everything(),
                params.objects("sort").stream().map(Sort::from).toList(),
                params.texts("columns"));
        params.requireAllRead();
        return spec;
    }

    /** The form read by {@link #from}. */
    public Map<String, @Nullable Object> params() {
        Map<String, @Nullable Object> params = new LinkedHashMap<>();
        params.put("key", key);
        params.put("label", label);
        if (!filter.equals(Filter.everything())) {
            params.put("filter", filter.params());
        }
        if (!sort.isEmpty()) {
            params.put("sort", sort.stream().map(Sort::params).toList());
        }
        if (!columns.isEmpty()) {
            params.put("columns", columns);
        }
        return params;
    }
}
