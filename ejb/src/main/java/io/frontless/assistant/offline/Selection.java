package io.frontless.assistant.offline;

import io.frontless.operation.Filter;
import io.frontless.record.control.RecordQuery;
import io.frontless.schema.control.EntityView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Records of an entity that meet conditions, as “pending invoices over 1000” says.
 *
 * @param anyText a text that any field may equal; null for none
 * @param words how the sentence put it
 */
record Selection(
        EntityView entity,
        List<Filter> conditions,
        @Nullable String anyText,
        String words) {

    Selection {
        conditions = List.copyOf(conditions);
    }

    boolean isUnconditional() {
        return conditions.isEmpty() && anyText == null;
    }

    RecordQuery query(int limit, int offset) {
        return RecordQuery.of(entity.key())
                .filtered(Filter.all(conditions))
                .mentioning(anyText)
                .paged(limit, offset);
    }
}
