package io.frontless.record.control;

/** Something in a file that cannot be imported; {@code line} counts from 1, the header. */
public record ImportRowError(int line, String field, String expected, String found) {}
