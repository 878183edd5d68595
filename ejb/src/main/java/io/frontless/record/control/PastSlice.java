package io.frontless.record.control;

import io.frontless.schema.control.EntityView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of an entity's records as they were at a time.
 *
 * @param entity the entity as it was then, as the caller may see it
 * @param records there can be fewer than asked for, or none, although there are more, since a question looks at so many at most
 * @param nextCursor where the next page begins; null where there is none
 */
public record PastSlice(
        EntityView entity,
        List<RecordView> records,
        @Nullable String nextCursor) {

    public PastSlice {
        records = List.copyOf(records);
    }
}
