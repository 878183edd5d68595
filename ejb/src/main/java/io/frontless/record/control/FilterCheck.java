package io.frontless.record.control;

import io.frontless.operation.FieldSpec;
import io.frontless.record.control.TypedFilter.All;
import io.frontless.record.control.TypedFilter.Any;
import io.frontless.record.control.TypedFilter.Compare;
import io.frontless.record.control.TypedFilter.Not;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tells whether a record meets a filter, from its values alone, with the meaning that the search in the database has. */
public final class FilterCheck {

    private final Function<UUID, Optional<Map<String, @Nullable Object>>> living;

    /** @param living the values of a living record, asked for only where a filter leads through references */
    public FilterCheck(Function<UUID, Optional<Map<String, @Nullable Object>>> living) {
        this.living = living;
    }

    /** Whether a record with these values, as its JSON has them, meets the filter. */
    public boolean meets(TypedFilter filter, Map<String, @Nullable Object> values) {
        if (filter instanceof All all) {
            return all.parts().stream().allMatch(part -> meets(part, values));
        }
        if (filter instanceof Any any) {
            return any.parts().stream().anyMatch(part -> meets(part, values));
        }
        if (filter instanceof Not not) {
            return !meets(not.part(), values);
        }
        Compare compare = (Compare) filter;
        return compared(compare.hops(), compare.field(), values)
                .filter(found -> holds(compare, found))
                .isPresent();
    }

    private static boolean holds(Compare compare, Object found) {
        return switch (compare.test()) {
            case PRESENT -> true;
            case ONE_OF -> compare.values().contains(found);
            case LT -> Comparables.compare(found, compare.value()) < 0;
            case LE -> Comparables.compare(found, compare.value()) <= 0;
            case GT -> Comparables.compare(found, compare.value()) > 0;
            case GE -> Comparables.compare(found, compare.value()) >= 0;
            case CONTAINS -> found.toString().contains(compare.value().toString());
            case STARTS_WITH -> found.toString().startsWith(compare.value().toString());
        };
    }

    /** What stands at the end of the path; a missing link on the way leaves nothing. */
    private Optional<Object> compared(List<FieldSpec> hops, FieldSpec field, Map<String, @Nullable Object> values) {
        Map<String, @Nullable Object> last = values;
        for (FieldSpec hop : hops) {
            Object target = last.get(hop.key());
            Optional<Map<String, @Nullable Object>> next =
                    target == null ? Optional.empty() : living.apply(UUID.fromString(target.toString()));
            if (next.isEmpty()) {
                return Optional.empty();
            }
            last = next.get();
        }
        return Optional.ofNullable(last.get(field.key())).map(value -> Comparables.of(field.type(), value));
    }
}
