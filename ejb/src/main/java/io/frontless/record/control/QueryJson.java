package io.frontless.record.control;

import io.frontless.kernel.Limits;
import io.frontless.kernel.Rejection;
import io.frontless.operation.Filter;
import io.frontless.operation.Params;
import io.frontless.record.control.Grouping.Aggregate;
import io.frontless.record.control.Grouping.Bucket;
import io.frontless.record.control.Grouping.By;
import io.frontless.record.control.RecordQuery.Page;
import io.frontless.record.control.RecordQuery.Sort;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Queries as JSON: what clients send, and what views and turns of a conversation keep. */
public final class QueryJson {

    private static final int ROWS = 50;

    private QueryJson() {}

    /** Reads a query; whatever is misspelt, mistyped or beyond a limit is refused as INVALID. */
    public static RecordQuery read(Params params) {
        String entity = params.text("entity");
        Filter filter = params.has("filter") ? Filter.from(params.object("filter")) : Filter.everything();
        String search = params.optionalText("search").orElse(null);
        List<Sort> sort = params.objects("sort").stream().map(QueryJson::sort).toList();
        List<String> columns = params.texts("columns");
        int limit = whole("limit", params.optionalNumber("limit").orElse(BigDecimal.valueOf(ROWS)));
        String cursor = params.has("cursor") ? params.longText("cursor") : null;
        Grouping group = params.has("group") ? grouping(params.object("group")) : null;
        params.requireAllRead();
        return new RecordQuery(entity, filter, null, search, sort, columns, new Page(limit, 0, cursor), group);
    }

    /** Writes what {@link #read} reads. */
    public static Map<String, @Nullable Object> write(RecordQuery query) {
        Map<String, @Nullable Object> json = shape(query);
        json.put("columns", query.columns());
        json.put("limit", BigDecimal.valueOf(query.page().limit()));
        if (query.page().cursor() != null) {
            json.put("cursor", query.page().cursor());
        }
        return json;
    }

    /** What makes a query the same for its cursors: everything but which part of it is wanted, and what of each record. */
    static Map<String, @Nullable Object> shape(RecordQuery query) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("entity", query.entity());
        json.put("filter", query.filter().params());
        if (query.search() != null) {
            json.put("search", query.search());
        }
        json.put(
                "sort",
                query.sort().stream()
                        .map(sort -> Map.of("field", sort.field(), "descending", sort.descending()))
                        .toList());
        Grouping group = query.group();
        if (group != null) {
            json.put("group", write(group));
        }
        return json;
    }

    private static Sort sort(Params params) {
        Sort sort = new Sort(params.text("field"), params.flag("descending"));
        params.requireAllRead();
        return sort;
    }

    private static Grouping grouping(Params params) {
        Grouping grouping = new Grouping(
                params.objects("by").stream().map(QueryJson::by).toList(),
                params.objects("aggregates").stream().map(QueryJson::aggregate).toList());
        params.requireAllRead();
        return grouping;
    }

    private static By by(Params params) {
        By by = new By(params.text("field"), params.has("bucket") ? params.choice("bucket", Bucket.class) : null);
        params.requireAllRead();
        return by;
    }

    private static Aggregate aggregate(Params params) {
        Aggregate aggregate = new Aggregate(
                params.choice("function", Grouping.Function.class),
                params.optionalText("field").orElse(null));
        params.requireAllRead();
        return aggregate;
    }

    private static Map<String, @Nullable Object> write(Grouping group) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("by", group.by().stream().map(QueryJson::write).toList());
        json.put("aggregates", group.aggregates().stream().map(QueryJson::write).toList());
        return json;
    }

    private static Map<String, Object> write(By by) {
        Bucket bucket = by.bucket();
        return bucket == null
                ? Map.of("field", by.field())
                : Map.of("field", by.field(), "bucket", bucket.name().toLowerCase(Locale.ROOT));
    }

    private static Map<String, Object> write(Aggregate aggregate) {
        String function = aggregate.function().name().toLowerCase(Locale.ROOT);
        String field = aggregate.field();
        return field == null ? Map.of("function", function) : Map.of("function", function, "field", field);
    }

    private static int whole(String name, BigDecimal number) {
        try {
            return number.intValueExact();
        } catch (ArithmeticException e) {
            throw Rejection.invalid(name, "1 to " + Limits.PAGE_ROWS_MAX, number);
        }
    }
}
