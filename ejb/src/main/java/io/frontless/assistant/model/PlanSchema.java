package io.frontless.assistant.model;

import io.frontless.kernel.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The one shape that every model answers in, and how it is told: flat, with no recursion and nothing optional, so that every server can hold a model to it. */
final class PlanSchema {

    private static final String INSTRUCTIONS = text("instructions.txt");
    private static final String SCHEMA = text("plan-schema.json");
    private static final Map<String, @Nullable Object> JSON = Json.readObject(SCHEMA);

    private PlanSchema() {}

    /** The JSON schema. */
    static Map<String, @Nullable Object> json() {
        return JSON;
    }

    /** How to answer; servers that do not hold a model to the schema have it from here. */
    static String instructions() {
        return INSTRUCTIONS + "\n\nThe JSON schema of every answer:\n" + Json.write(JSON);
    }

    private static String text(String name) {
        try (InputStream stream = Objects.requireNonNull(PlanSchema.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
