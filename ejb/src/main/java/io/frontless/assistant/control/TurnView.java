package io.frontless.assistant.control;

import io.frontless.engine.control.PlanView;
import io.frontless.event.control.EventView;
import io.frontless.record.control.RecordView;
import io.frontless.schema.control.EntityView;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One turn of a conversation: what a person said and what the assistant answered.
 * A plan's state and a list's rows are those of now, not of when the turn was said.
 *
 * @param followUps sentences that go on from a conversation's last turn; none for others
 */
public record TurnView(
        UUID conversationId, UUID turnId, String said, Instant saidAt, Reply reply, List<String> followUps) {

    public TurnView {
        followUps = List.copyOf(followUps);
    }

    /** The same turn where others came after it. */
    TurnView passed() {
        return new TurnView(conversationId, turnId, said, saidAt, reply, List.of());
    }

    /** The assistant's answer. */
    public sealed interface Reply {

        /** A plan to look at, confirm, change or discard, and why it says what it says. */
        record Plan(PlanView plan, Explanation why, List<EditableValue> values) implements Reply {}

        /** Why a plan says what it says. */
        record Explained(UUID planId, String summary, Explanation why) implements Reply {}

        /** A sentence, such as a count. */
        record Text(String text) implements Reply {}

        /** Records of one entity; {@code total} counts those beyond the shown ones too. */
        record Records(String heading, EntityView entity, List<RecordView> records, long total) implements Reply {}

        /** Numbers made of records: what the columns are called, how many of the first ones make the groups, and a row for each; one row without any. */
        record Summary(String heading, List<String> columns, int groupedBy, List<List<@Nullable Object>> rows)
                implements Reply {}

        /** Changes, the latest first. */
        record Changes(String heading, List<EventView> events) implements Reply {}

        /** Records of one entity as they were at a moment; {@code all} tells whether there are no others. */
        record Past(String heading, Instant at, EntityView entity, List<RecordView> records, boolean all)
                implements Reply {}

        /** The entities there are. */
        record Entities(List<EntityView> entities) implements Reply {}

        /** A question; each option is a sentence to say instead. */
        record Question(String text, List<String> options) implements Reply {}

        /** Not understood, or refused: why, and what could be said instead. */
        record Refusal(String message, List<String> examples) implements Reply {}
    }
}
