package io.frontless.record.control;

import io.frontless.operation.Values;
import java.util.Map;
import java.util.UUID;

/**
 * A record as others see it.
 *
 * @param version counts its changes, from 1
 * @param title the value of its entity's first field, or its id where that is empty
 * @param referenceTitles what people call the records that references point to, by their id
 */
public record RecordView(
        String entity, UUID id, long version, String title, Values values, Map<String, String> referenceTitles) {}
