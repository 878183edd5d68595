package io.frontless.record.entity;

/**
 * Records that can meet a condition.
 *
 * @param ids a statement that finds their ids by an index; some may come twice
 * @param others what is still to be looked at of each
 */
record Candidates(SqlText ids, RecordCondition others) {}
