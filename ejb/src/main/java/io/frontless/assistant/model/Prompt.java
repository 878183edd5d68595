package io.frontless.assistant.model;

import io.frontless.assistant.control.PlanningRequest.Mention;
import java.util.ArrayList;
import java.util.List;

/**
 * What a model is told.
 *
 * @param system how to answer, and the schema: the same from turn to turn, so that servers can keep what they made of it
 * @param messages what follows, of the person's side and the model's in turn, the first and the last of the person's side
 * @param records those of which it is told something
 */
record Prompt(String system, List<String> messages, List<Mention> records) {

    Prompt {
        messages = List.copyOf(messages);
        records = List.copyOf(records);
    }

    /** The same after the model has answered this, and is told that. */
    Prompt answered(String answer, String reply) {
        List<String> more = new ArrayList<>(messages);
        more.add(answer);
        more.add(reply);
        return new Prompt(system, more, records);
    }

    /** Who says the message of this place. */
    static String role(int index) {
        return index % 2 == 0 ? "user" : "assistant";
    }
}
