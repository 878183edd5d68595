package io.frontless.record.control;

import io.frontless.operation.FieldSpec;

/**
 * A column of a file and the field it becomes.
 *
 * @param note why, in a few words, such as "points to Customer by customer_id"
 */
public record ImportColumn(String header, FieldSpec field, String note) {}
