package io.frontless.assistant.offline;

import java.util.Map;

/** What the names of a {@link Form} stand for in one sentence. */
record Match(Map<String, Phrase> captured) {

    Match {
        captured = Map.copyOf(captured);
    }

    boolean has(String name) {
        return captured.containsKey(name);
    }

    Phrase the(String name) {
        Phrase phrase = captured.get(name);
        if (phrase == null) {
            throw new IllegalArgumentException("The form has no <" + name + ">");
        }
        return phrase;
    }
}
