package io.frontless.record.entity;

/**
 * Records that can meet a condition.
 *
 * @param ids a statement that finds their ids by an index
 * @param once whether each comes once; otherwise some may come twice
 * @param others what is still to be looked at of each
 */
record Candidates(SqlText ids, boolean once, RecordCondition others) {}
