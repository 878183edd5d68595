package io.frontless.record.boundary;

/** Something to choose on a page: what the form sends, and what people read. */
public record Choice(String value, String label) {}
