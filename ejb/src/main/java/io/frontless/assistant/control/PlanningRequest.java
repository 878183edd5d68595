package io.frontless.assistant.control;

import io.frontless.schema.control.SchemaView;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What a planner is given: a sentence, and no more of the workspace than its author may see.
 *
 * @param people the people and roles that the author decides about, looked up where a sentence needs them
 * @param author who says it, for words such as "me"
 * @param today the author's date, for words such as "tomorrow"
 * @param lastMentioned the records of one entity that the turn before was about, for words such as "it" and "them"
 */
public record PlanningRequest(
        String sentence,
        SchemaView schema,
        RecordLookup records,
        Supplier<People> people,
        Author author,
        LocalDate today,
        List<Mention> lastMentioned) {

    public PlanningRequest {
        lastMentioned = List.copyOf(lastMentioned);
    }

    /** Who speaks, by the id that events know them by. */
    public record Author(UUID id, String name) {}

    /** A record by entity and id. */
    public record Mention(String entity, UUID id) {}

    /** This request, finding records elsewhere. */
    public PlanningRequest with(RecordLookup others) {
        return new PlanningRequest(sentence, schema, others, people, author, today, lastMentioned);
    }

    /** This request in other words. */
    public PlanningRequest saying(String other) {
        return new PlanningRequest(other, schema, records, people, author, today, lastMentioned);
    }

    /** This request, knowing people by other means. */
    public PlanningRequest knowing(Supplier<People> others) {
        return new PlanningRequest(sentence, schema, records, others, author, today, lastMentioned);
    }

    /** This request, after a turn about these records. */
    public PlanningRequest after(List<Mention> mentioned) {
        return new PlanningRequest(sentence, schema, records, people, author, today, mentioned);
    }
}
