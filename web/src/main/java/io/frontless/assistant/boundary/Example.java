package io.frontless.assistant.boundary;

import java.util.Map;

/** A sentence that could be said, with a word and a symbol for what it does. */
public record Example(String text, String kind, String icon) {

    private static final Example LOOK = new Example("", "Look", "find");

    /** By the first word. */
    private static final Map<String, Example> KINDS = Map.of(
            "create", new Example("", "Build", "table"),
            "add", new Example("", "Add", "plus"),
            "mark", new Example("", "Change", "arrow"),
            "undo", new Example("", "Undo", "undo"));

    static Example of(String text) {
        Example kind = KINDS.getOrDefault(text.split(" ", 2)[0], LOOK);
        return new Example(text, kind.kind(), kind.icon());
    }
}
