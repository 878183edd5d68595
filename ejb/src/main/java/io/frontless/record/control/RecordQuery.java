package io.frontless.record.control;

import io.frontless.kernel.Limits;
import io.frontless.kernel.Rejection;
import io.frontless.operation.Filter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which records of an entity, in which order, and what of them: the one query that REST, the portal, the planner and exports share.
 *
 * @param filter what must hold
 * @param anyText records in which any text field equals this, without regard to case, or the one record whose id this is; null for no such
 *     condition. It has no place in the JSON form, where {@code search} is meant
 * @param search words that must all occur, the last one perhaps only begun; null for none. Without a sort the best come first: records whose
 *     title has the words, then the newest
 * @param sort the fields to order by, at most {@link Limits#SORT_FIELDS_MAX}, empty values last; ties, and everything where there are none,
 *     by creation
 * @param columns the fields whose values are answered; none for all
 * @param page which part of it all
 * @param group what to answer instead of records; null for records
 */
public record RecordQuery(
        String entity,
        Filter filter,
        @Nullable String anyText,
        @Nullable String search,
        List<Sort> sort,
        List<String> columns,
        Page page,
        @Nullable Grouping group) {

    /** An order; ties are broken by creation, newest first where it is descending. */
    public record Sort(String field, boolean descending) {}

    /**
     * A part of what is found.
     *
     * @param limit rows at most, 1 to {@link Limits#PAGE_ROWS_MAX}
     * @param offset rows to skip, for pages that are called by number
     * @param cursor where the page before ended, as its answer said; null for the first
     */
    public record Page(int limit, int offset, @Nullable String cursor) {
        public Page {
            if (limit < 1 || limit > Limits.PAGE_ROWS_MAX) {
                throw Rejection.invalid("limit", "1 to " + Limits.PAGE_ROWS_MAX, limit);
            }
            if (offset < 0) {
                throw Rejection.invalid("offset", "0 or more", offset);
            }
        }
    }

    public RecordQuery {
        sort = List.copyOf(sort);
        columns = List.copyOf(columns);
        if (sort.size() > Limits.SORT_FIELDS_MAX) {
            throw Rejection.invalid("sort", "at most " + Limits.SORT_FIELDS_MAX + " fields", sort.size());
        }
        if (columns.size() > Limits.FIELDS_MAX) {
            throw Rejection.invalid("columns", "at most " + Limits.FIELDS_MAX + " fields", columns.size());
        }
    }

    /** All records of an entity, in the order of creation. */
    public static RecordQuery of(String entity) {
        Page first = new Page(Limits.PAGE_ROWS_MAX, 0, null);
        return new RecordQuery(entity, Filter.everything(), null, null, List.of(), List.of(), first, null);
    }

    /** Records that meet the filter, in the order of creation. */
    public static RecordQuery where(String entity, Filter filter, int limit) {
        return of(entity).filtered(filter).paged(limit, 0);
    }

    /** Records in which any text field equals the text: how a record is found that somebody mentions. */
    public static RecordQuery mentioning(String entity, String text, int limit) {
        return of(entity).mentioning(text).paged(limit, 0);
    }

    /** This query, with one more condition. */
    public RecordQuery filtered(Filter more) {
        return new RecordQuery(entity, filter.and(more), anyText, search, sort, columns, page, group);
    }

    /** This query, of records that mention a text. */
    public RecordQuery mentioning(@Nullable String text) {
        return new RecordQuery(entity, filter, text, search, sort, columns, page, group);
    }

    /** This query, of records that have the words. */
    public RecordQuery searching(@Nullable String words) {
        return new RecordQuery(entity, filter, anyText, words, sort, columns, page, group);
    }

    /** This query in another order. */
    public RecordQuery sorted(List<Sort> order) {
        return new RecordQuery(entity, filter, anyText, search, order, columns, page, group);
    }

    /** This query, of numbers made of the records in groups. */
    public RecordQuery grouped(Grouping grouping) {
        return new RecordQuery(entity, filter, anyText, search, sort, columns, page, grouping);
    }

    /** A page of this query, by number. */
    public RecordQuery paged(int limit, int offset) {
        return paged(new Page(limit, offset, null));
    }

    /** A page of this query. */
    public RecordQuery paged(Page part) {
        return new RecordQuery(entity, filter, anyText, search, sort, columns, part, group);
    }
}
