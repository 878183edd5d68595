package io.frontless.record.control;

/** Something in a file that cannot be imported; {@code place} counts such from 1, {@code line} is where the file has it, the header being the first. */
public record ImportRowError(int place, int line, String field, String expected, String found) {}
