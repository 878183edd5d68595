package io.frontless.operation;

import io.frontless.kernel.Limits;
import io.frontless.kernel.Rejection;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which records: a tree of comparisons, in the one form that queries, views, bulk changes and the record grants of roles share. Written as
 * {@code {"all": [...]}}, {@code {"any": [...]}}, {@code {"not": {...}}} or {@code {"field": "client.country", "op": "eq", "value": "DE"}}.
 * What a filter means for an entity is checked where its schema is known.
 */
public sealed interface Filter {

    /** The filter that every record meets. */
    static Filter everything() {
        return new All(List.of());
    }

    /** All must hold; of none, every record. */
    record All(List<Filter> parts) implements Filter {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /** One at least must hold; of none, no record. */
    record Any(List<Filter> parts) implements Filter {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    /** It must not hold. */
    record Not(Filter part) implements Filter {}

    /**
     * One comparison.
     *
     * @param path the field's key, or keys joined by dots that lead through references: {@code client.country}
     * @param value a text, number or boolean; a list of them for IN and NOT_IN; null where the comparison takes none. A text can be a moment
     *     relative to now for dates ({@code today-3w}, {@code start_of_month}), or the caller ({@code @me})
     */
    record Compare(
            String path, Comparison comparison, @Nullable Object value) implements Filter {

        private static final Pattern PATH = Pattern.compile("[a-z][a-z0-9_]{0,59}(\\.[a-z][a-z0-9_]{0,59}){0,3}");

        public Compare {
            if (!PATH.matcher(path).matches()) {
                throw Rejection.invalid("filter.field", "a field's key, or up to 4 joined by dots", path);
            }
            value = required(path, comparison, value);
        }

        private static @Nullable Object required(String path, Comparison comparison, @Nullable Object value) {
            if (!comparison.takesValue()) {
                if (value != null) {
                    throw Rejection.invalid(path, "no value with " + comparison.wireName(), value);
                }
                return null;
            }
            if (comparison.takesList()) {
                if (!(value instanceof List<?> list) || list.isEmpty() || list.size() > Limits.FILTER_VALUES_MAX) {
                    throw Rejection.invalid(path, "a list of 1 to " + Limits.FILTER_VALUES_MAX + " values", value);
                }
                list.forEach(item -> requireScalar(path, item));
                return List.copyOf(list);
            }
            requireScalar(path, value);
            return value;
        }

        private static void requireScalar(String path, @Nullable Object value) {
            if (!(value instanceof String || value instanceof BigDecimal || value instanceof Boolean)) {
                throw Rejection.invalid(path, "a text, a number, true or false to compare with", value);
            }
        }
    }

    /** One comparison with a value. */
    static Filter compare(String path, Comparison comparison, Object value) {
        return new Compare(path, comparison, value);
    }

    /** Equality, the commonest comparison. */
    static Filter equal(String path, Object value) {
        return new Compare(path, Comparison.EQ, value);
    }

    /** All of several. */
    static Filter all(Filter... parts) {
        return new All(List.of(parts));
    }

    /** All of a list; one alone stands for itself. */
    static Filter all(List<? extends Filter> parts) {
        return parts.size() == 1 ? parts.get(0) : new All(List.copyOf(parts));
    }

    /** Both, without a needless level where either is everything. */
    default Filter and(Filter other) {
        if (equals(everything())) {
            return other;
        }
        return other.equals(everything()) ? this : new All(List.of(this, other));
    }

    /** Every comparison in the tree. */
    default Stream<Compare> comparisons() {
        if (this instanceof All all) {
            return all.parts().stream().flatMap(Filter::comparisons);
        }
        if (this instanceof Any any) {
            return any.parts().stream().flatMap(Filter::comparisons);
        }
        return this instanceof Not not ? not.part().comparisons() : Stream.of((Compare) this);
    }

    /** The form read by {@link #from}. */
    default Map<String, @Nullable Object> params() {
        Map<String, @Nullable Object> params = new LinkedHashMap<>();
        if (this instanceof All all) {
            params.put("all", all.parts().stream().map(Filter::params).toList());
        } else if (this instanceof Any any) {
            params.put("any", any.parts().stream().map(Filter::params).toList());
        } else if (this instanceof Not not) {
            params.put("not", not.part().params());
        } else {
            Compare compare = (Compare) this;
            params.put("field", compare.path());
            params.put("op", compare.comparison().wireName());
            if (compare.value() != null) {
                params.put("value", compare.value());
            }
        }
        return params;
    }

    /** Reads a filter; more than {@link Limits#FILTER_NODES_MAX} parts, and any other shape, are refused as INVALID. */
    static Filter from(Params params) {
        Filter filter = read(params);
        if (nodes(filter) > Limits.FILTER_NODES_MAX) {
            throw Rejection.invalid("filter", "at most " + Limits.FILTER_NODES_MAX + " parts", nodes(filter));
        }
        return filter;
    }

    private static Filter read(Params params) {
        Filter filter;
        if (params.has("all")) {
            filter = new All(params.objects("all").stream().map(Filter::read).toList());
        } else if (params.has("any")) {
            filter = new Any(params.objects("any").stream().map(Filter::read).toList());
        } else if (params.has("not")) {
            filter = new Not(read(params.object("not")));
        } else {
            Optional<Object> value = params.optionalValue("value");
            filter = new Compare(params.text("field"), params.choice("op", Comparison.class), value.orElse(null));
        }
        params.requireAllRead();
        return filter;
    }

    private static long nodes(Filter filter) {
        if (filter instanceof All all) {
            return 1 + all.parts().stream().mapToLong(Filter::nodes).sum();
        }
        if (filter instanceof Any any) {
            return 1 + any.parts().stream().mapToLong(Filter::nodes).sum();
        }
        return filter instanceof Not not ? 1 + nodes(not.part()) : 1;
    }
}
