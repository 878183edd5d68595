package io.frontless.record.control;

import io.frontless.kernel.Limits;
import io.frontless.kernel.Rejection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Records in groups, and what is computed of each group. Without a field to group by, all records are one group.
 *
 * @param by at most {@link Limits#GROUP_FIELDS_MAX}
 * @param aggregates at most {@link Limits#AGGREGATES_MAX}
 */
public record Grouping(List<By> by, List<Aggregate> aggregates) {

    public Grouping {
        by = List.copyOf(by);
        aggregates = List.copyOf(aggregates);
        if (by.isEmpty() && aggregates.isEmpty()) {
            throw Rejection.invalid("group", "something to group by or to compute", "nothing");
        }
        if (by.size() > Limits.GROUP_FIELDS_MAX) {
            throw Rejection.invalid("group.by", "at most " + Limits.GROUP_FIELDS_MAX + " fields", by.size());
        }
        if (aggregates.size() > Limits.AGGREGATES_MAX) {
            throw Rejection.invalid(
                    "group.aggregates", "at most " + Limits.AGGREGATES_MAX + " of them", aggregates.size());
        }
    }

    /** A field, or a path through references, whose equal values make a group; of dates and times, those of one period in UTC. */
    public record By(String field, @Nullable Bucket bucket) {}

    /** A period of the calendar; weeks begin on Monday (ISO 8601). */
    public enum Bucket {
        DAY,
        WEEK,
        MONTH,
        QUARTER,
        YEAR
    }

    /**
     * A number made of a group.
     *
     * @param field null only for COUNT, which then counts records and otherwise values
     */
    public record Aggregate(Function function, @Nullable String field) {
        public Aggregate {
            if (field == null && function != Function.COUNT) {
                throw Rejection.invalid("group.aggregates.field", "a field for " + function, "nothing");
            }
        }
    }

    /** How a number is made. */
    public enum Function {
        COUNT,
        SUM,
        AVG,
        MIN,
        MAX
    }
}
