package io.frontless.assistant.control;

import io.frontless.schema.control.SchemaView;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * What a planner is given: a sentence, and no more of the workspace than its author may see.
 *
 * @param today the author's date, for words such as "tomorrow"
 * @param lastMentioned the record that the turn before was about, for words such as "it"
 */
public record PlanningRequest(
        String sentence, SchemaView schema, RecordLookup records, LocalDate today, Optional<Mention> lastMentioned) {

    /** A record by entity and id. */
    public record Mention(String entity, UUID id) {}
}
