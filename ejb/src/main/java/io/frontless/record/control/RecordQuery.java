package io.frontless.record.control;

import io.frontless.kernel.Limits;
import io.frontless.kernel.Rejection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which records of an entity: the same query serves REST, the portal and the planner.
 *
 * @param conditions all must hold
 * @param anyText records in which any text field equals this, without regard to case, or the one
 *     record whose id this is; null for no such condition
 * @param sort the field to order by; null for the order of creation
 * @param limit rows at most, 1 to {@link Limits#PAGE_ROWS_MAX}
 * @param offset rows to skip
 */
public record RecordQuery(
        String entity,
        List<Condition> conditions,
        @Nullable String anyText,
        @Nullable Sort sort,
        int limit,
        int offset) {

    /** An order; ties are broken by creation. */
    public record Sort(String field, boolean descending) {}

    public RecordQuery {
        conditions = List.copyOf(conditions);
        if (limit < 1 || limit > Limits.PAGE_ROWS_MAX) {
            throw Rejection.invalid("limit", "1 to " + Limits.PAGE_ROWS_MAX, limit);
        }
        if (offset < 0) {
            throw Rejection.invalid("offset", "0 or more", offset);
        }
    }

    /** Records that meet all conditions, in the order of creation. */
    public static RecordQuery where(String entity, List<Condition> conditions, int limit) {
        return new RecordQuery(entity, conditions, null, null, limit, 0);
    }

    /** Records in which any text field equals the text: how a record is found that somebody mentions. */
    public static RecordQuery mentioning(String entity, String text, int limit) {
        return new RecordQuery(entity, List.of(), text, null, limit, 0);
    }
}
