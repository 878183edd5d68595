package io.frontless.record.boundary;

/** One field before and after, in words; empty where it has no value. */
public record Diff(String field, String before, String after) {}
