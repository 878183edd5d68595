package io.frontless.assistant.offline;

import io.frontless.operation.Filter;
import io.frontless.record.control.RecordQuery;
import io.frontless.record.control.RecordQuery.Sort;
import io.frontless.schema.control.EntityView;
import java.util.List;

/**
 * Records of an entity that meet conditions, as “pending invoices over 1000” says.
 *
 * @param order how they are ordered, where the sentence says so
 * @param most how many of them in that order; 0 for all
 * @param words how the sentence put it
 */
record Selection(EntityView entity, List<Filter> conditions, List<Sort> order, int most, String words) {

    Selection {
        conditions = List.copyOf(conditions);
        order = List.copyOf(order);
    }

    boolean isUnconditional() {
        return conditions.isEmpty() && most == 0;
    }

    /** A page of them, and never more than are meant. */
    RecordQuery query(int limit, int offset) {
        return RecordQuery.of(entity.key())
                .filtered(Filter.all(conditions))
                .sorted(order)
                .paged(most > 0 ? Math.min(most, limit) : limit, offset);
    }
}
