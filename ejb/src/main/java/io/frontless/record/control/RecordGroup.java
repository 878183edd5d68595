package io.frontless.record.control;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A group of records.
 *
 * @param by what they have in common, in the order and the form of the fields; the first day of a period; null for no value
 * @param values what was made of them, in the order asked for; null where nothing was there to make it of
 * @param titles what people call the records that references in {@code by} point to, by their id
 */
public record RecordGroup(List<@Nullable Object> by, List<@Nullable Object> values, Map<String, String> titles) {

    public RecordGroup {
        by = Collections.unmodifiableList(new ArrayList<>(by));
        values = Collections.unmodifiableList(new ArrayList<>(values));
        titles = Map.copyOf(titles);
    }
}
