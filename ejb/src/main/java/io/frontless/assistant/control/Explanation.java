package io.frontless.assistant.control;

import java.util.List;

/**
 * Why a plan says what it says.
 *
 * @param reader the model that read the sentence; empty for the planner inside
 * @param lines the same in words, a sentence each
 */
public record Explanation(String reader, List<Origin> origins, List<String> lines) {

    public Explanation {
        origins = List.copyOf(origins);
        lines = List.copyOf(lines);
    }
}
