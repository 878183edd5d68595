package io.frontless.assistant.control;

import io.frontless.assistant.model.ValueOrigin;
import io.frontless.operation.Step;
import io.frontless.operation.Undo;
import io.frontless.record.control.RecordQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a planner makes of a sentence. */
public sealed interface Proposal {

    /** Steps for the engine to preview, with a summary in a few words, such as "Mark Invoice INV-0089 as paid". */
    record Change(String summary, List<Step> steps) implements Proposal {}

    /** Steps that a model has made, with where each of their values comes from. */
    record Attributed(Change change, String provider, List<ValueOrigin> origins) implements Proposal {}

    /** Take back the last change that still stands, of this conversation or else of this person. */
    record UndoLast() implements Proposal {}

    /** Take back one event. */
    record UndoEvent(UUID eventId) implements Proposal {}

    /** Take back all of a plan. */
    record UndoPlan(UUID planId) implements Proposal {}

    /** Take back what was done in the workspace since the latest savepoint of this name. */
    record UndoSavepoint(String name) implements Proposal {}

    /**
     * Take back the last few changes, the latest first: the author's, of this conversation, or somebody else's.
     *
     * @param who what people call them; empty for the author
     */
    record UndoSeveral(Optional<String> who, int count) implements Proposal {}

    /** Take back all that was done in this conversation. */
    record UndoConversation() implements Proposal {}

    /**
     * Take back what somebody did from one moment, inclusive, to another, exclusive.
     *
     * @param who what people call them; empty for the author
     */
    record UndoSpan(Optional<String> who, Instant from, Instant until) implements Proposal {}

    /** Take something back, and what to do about what cannot simply be taken back; {@code dependents} for what was built on it later, too. */
    record UndoWith(Proposal undo, Undo.OnConflict onConflict, boolean dependents) implements Proposal {}

    /** Do again what was undone last. */
    record Redo() implements Proposal {}

    /** Show records under a heading. */
    record ListRecords(String heading, RecordQuery query) implements Proposal {}

    /** Count records; {@code sentence} holds one {@code %d} for the number, such as "ALFKI has %d orders". */
    record CountRecords(String sentence, RecordQuery query) implements Proposal {}

    /** Make numbers of records: the query groups them, or makes one number of all. */
    record SummarizeRecords(String heading, RecordQuery query) implements Proposal {}

    /** Show the last changes of the workspace, or of one record. */
    record ListChanges(int last, Optional<PlanningRequest.Mention> record) implements Proposal {}

    /** Show what the log tells of something, of the latest first. */
    record ListEvents(String heading, About about, Asked asked) implements Proposal {}

    /** Show records as they were at a moment, or as they are where that is still to come. */
    record ShowPast(String heading, About about, Instant at) implements Proposal {}

    /**
     * What a question about the past is about.
     *
     * @param gone what something is called that is not there today, in the entity or in any
     * @param field a field of the entity
     */
    record About(Optional<String> entity, Optional<UUID> record, Optional<String> gone, Optional<String> field) {

        /** Nothing in particular. */
        public static final About EVERYTHING =
                new About(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        /** All records of an entity. */
        public static About entity(String key) {
            return new About(Optional.of(key), Optional.empty(), Optional.empty(), Optional.empty());
        }

        /** One record. */
        public static About record(PlanningRequest.Mention mention) {
            return new About(
                    Optional.of(mention.entity()), Optional.of(mention.id()), Optional.empty(), Optional.empty());
        }

        /** One record that is not there today; {@code key} is its entity, where that was said. */
        public static About gone(@Nullable String key, String title) {
            return new About(Optional.ofNullable(key), Optional.empty(), Optional.of(title), Optional.empty());
        }

        /** One field of this. */
        public About with(String key) {
            return new About(entity, record, gone, Optional.of(key));
        }
    }

    /**
     * Which events.
     *
     * @param who what people call the actor; “I” and “me” are the author
     * @param action the name of the operation
     */
    record Asked(Optional<String> who, Optional<String> action, Optional<Instant> from, Optional<Instant> until) {}

    /** Show which entities there are. */
    record ListEntities() implements Proposal {}

    /** Ask, since two readings are close; each option is a whole sentence to say instead. */
    record Question(String text, List<String> options) implements Proposal {}

    /** Say that it was not understood, with sentences that would be. */
    record NotUnderstood(String message, List<String> examples) implements Proposal {}
}
