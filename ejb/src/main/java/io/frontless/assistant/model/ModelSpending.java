package io.frontless.assistant.model;

/** What a workspace has spent on models in a day; micros are millionths of the unit of prices. */
public record ModelSpending(long tokens, long micros) {}
