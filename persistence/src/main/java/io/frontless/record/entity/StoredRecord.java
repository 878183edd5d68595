package io.frontless.record.entity;

import java.util.UUID;

/**
 * A record as its row holds it; {@code data} is one JSON object by field key, the values of deleted fields included.
 *
 * @param version counts its changes, from 1
 * @param deleted whether it is a tombstone
 */
public record StoredRecord(UUID id, String entity, long version, String data, boolean deleted) {}
