package io.frontless.record.control;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of records.
 *
 * @param nextCursor where the next one begins; null on the last
 */
public record RecordSlice(
        List<RecordView> records, @Nullable String nextCursor) {

    public RecordSlice {
        records = List.copyOf(records);
    }
}
