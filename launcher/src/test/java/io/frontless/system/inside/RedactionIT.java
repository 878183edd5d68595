package io.frontless.system.inside;

import static io.frontless.system.inside.Refusal.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.frontless.assistant.control.Conversations;
import io.frontless.engine.control.CommandEngine;
import io.frontless.event.control.EventFilter;
import io.frontless.event.control.EventQueries;
import io.frontless.event.control.EventView;
import io.frontless.event.control.Redacted;
import io.frontless.kernel.Ids;
import io.frontless.kernel.Reason;
import io.frontless.operation.DeleteRecord;
import io.frontless.operation.Operation;
import io.frontless.operation.PlaceHold;
import io.frontless.operation.RedactEvents;
import io.frontless.operation.Undo;
import io.frontless.operation.UndoTarget;
import io.frontless.operation.UpdateRecord;
import io.frontless.operation.Values;
import io.frontless.proof.ExportFormat;
import io.frontless.record.control.PastRecords;
import io.frontless.seal.control.EventExports;
import io.frontless.verifier.ExportLog;
import io.frontless.verifier.Verifier;
import io.frontless.workspace.control.Caller;
import io.frontless.workspace.control.Role;
import jakarta.inject.Inject;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Values leave the log for good, by an order that is in it, and everything that was proved stays proved. */
class RedactionIT extends InsideApplication {
    private static final String WORD = "Zebedee";

    @Inject
    Bench bench;

    @Inject
    EventQueries events;

    @Inject
    EventExports exports;

    @Inject
    CommandEngine engine;

    @Inject
    SealedLog sealedLog;

    @Inject
    WorkspaceDatabase database;

    @Inject
    OwnerDatabase ownerDatabase;

    @Inject
    PastRecords past;

    @Inject
    Conversations conversations;

    @Inject
    SentToModels models;

    @Inject
    Ids ids;

    @Test
    void valueIsGoneAndTheProofsStay() throws Exception {
        Furniture here = written();
        Caller owner = here.place().owner();
        sealedLog.seal(owner.workspaceId());
        assertThat(everyByte(owner)).contains(WORD);

        redact(owner, here.free(), "note");

        assertThat(everyByte(owner)).doesNotContain(WORD);
        assertThat(sealedLog.findings(owner.workspaceId()))
                .allMatch(finding -> finding.problem().contains("in no seal"));
        sealedLog.seal(owner.workspaceId());
        assertThat(sealedLog.findings(owner.workspaceId())).isEmpty();
        assertThat(bench.lastEvent(owner).after())
                .containsExactly(entry("fields", List.of("note")), entry("reason", "asked for"));
        assertThat(bench.lastEvent(owner).recordId()).isEqualTo(here.free());
        for (Caller reader : List.of(owner, here.place().as(Role.MEMBER))) {
            assertExportIsGood(reader);
        }
        bench.run(owner, new UpdateRecord("thing", here.free(), Values.of("note", "after it")));
        sealedLog.seal(owner.workspaceId());
        assertThat(sealedLog.findings(owner.workspaceId())).isEmpty();
    }

    @Test
    void whatIsRedactedBeforeItIsSealedIsSealedWithout() {
        Furniture here = written();
        Caller owner = here.place().owner();

        redact(owner, here.free(), "note");
        sealedLog.seal(owner.workspaceId());

        assertThat(everyByte(owner)).doesNotContain(WORD);
        assertThat(sealedLog.findings(owner.workspaceId())).isEmpty();
    }

    @Test
    void redactedValueIsShownAsOneAndNeverTakenForNothing() {
        Furniture here = written();
        Caller owner = here.place().owner();
        EventView told = told(owner, here.free());

        redact(owner, here.free(), "note");

        EventView redacted = events.event(owner, told.eventId());
        assertThat(redacted.isRedacted()).isTrue();
        assertThat(redacted.before()).containsEntry("note", Redacted.MARK);
        assertThat(redacted.after()).containsEntry("note", Redacted.MARK);
        for (Undo.OnConflict onConflict : List.of(Undo.OnConflict.ABORT, Undo.OnConflict.FORCE)) {
            Undo undo = new Undo(new UndoTarget.Event(told.eventId()), onConflict, false);
            assertThat(refusal(() -> bench.propose(owner, undo)).reason()).isEqualTo(Reason.CONFLICT);
        }
        assertThat(past.record(owner, "thing", here.free(), told.timestamp())
                        .values()
                        .get("note"))
                .isNull();
    }

    @Test
    void moreCanBeRedactedOfTheSameEventsLater() {
        Furniture here = written();
        Caller owner = here.place().owner();
        redact(owner, here.free(), "note");
        bench.run(owner, new UpdateRecord("thing", here.free(), Values.of("kind", null)));

        redact(owner, here.free(), "kind");
        sealedLog.seal(owner.workspaceId());

        assertThat(sealedLog.findings(owner.workspaceId())).isEmpty();
        assertThat(told(owner, here.free()).after())
                .containsEntry("note", Redacted.MARK)
                .containsEntry("kind", Redacted.MARK)
                .containsEntry("name", "Free");
        assertThat(refusal(() -> redact(owner, here.free(), "kind")).reason()).isEqualTo(Reason.CONFLICT);
    }

    @Test
    void nobodyRedactsWhatTheyMayNot() {
        Furniture here = written();
        Caller owner = here.place().owner();
        Operation redaction = new RedactEvents("thing", here.free(), List.of("note"), "asked for");

        assertThat(refusal(() -> bench.run(owner, redaction)).reason())
                .as("it waits for another person")
                .isEqualTo(Reason.HELD);
        assertThat(refusal(() -> bench.propose(here.place().as(Role.ADMIN), redaction))
                        .reason())
                .isEqualTo(Reason.DENIED);
        assertThat(refusal(() -> bench.propose(here.place().as(Role.VIEWER), redaction))
                        .reason())
                .isEqualTo(Reason.DENIED);
        assertThat(refusal(() -> redact(owner, ids.get(), "note")).reason()).isEqualTo(Reason.NOT_FOUND);
        assertThat(refusal(() -> redact(owner, here.referred(), "note")).reason())
                .as("the record still says it")
                .isEqualTo(Reason.CONFLICT);
        assertThat(refusal(() -> redact(owner, here.deleted(), "note")).reason())
                .as("and so does what its deletion has left")
                .isEqualTo(Reason.CONFLICT);
        assertThat(everyByte(owner)).contains(WORD);
    }

    @Test
    void whatIsHeldIsNotRedacted() {
        Furniture here = written();
        Caller owner = here.place().owner();
        bench.run(owner, new PlaceHold(ids.get(), "Case", "A dispute", "thing", here.free()));

        assertThat(refusal(() -> redact(owner, here.free(), "note")).reason()).isEqualTo(Reason.CONFLICT);

        bench.undoLast(owner);
        redact(owner, here.free(), "note");
        assertThat(everyByte(owner)).doesNotContain(WORD);
    }

    @Test
    void historyOfADeletedRecordIsRedactedToo() {
        Furniture here = written();
        Caller owner = here.place().owner();
        bench.run(owner, new DeleteRecord("thing", here.free()));

        redact(owner, here.free(), "note");
        sealedLog.seal(owner.workspaceId());

        assertThat(everyByte(owner)).doesNotContain(WORD);
        assertThat(sealedLog.findings(owner.workspaceId())).isEmpty();
    }

    @Test
    void whatModelsWereToldOfTheRecordGoesToo() {
        Furniture here = written();
        Caller owner = here.place().owner();
        UUID before = conversations.start(owner);
        UUID changing = conversations.start(owner);
        UUID showing = models.sent(owner, before, "shows " + WORD, here.free(), here.referred());
        UUID saying = models.sent(owner, changing, "says " + WORD);
        UUID other = models.sent(owner, before, "tells of something else", here.referred());
        database.done(
                owner.workspaceId(),
                connection -> engine.run(
                        owner,
                        Bench.steps(new UpdateRecord("thing", here.free(), Values.of("kind", null))),
                        new CommandEngine.Cause(null, changing)));

        redact(owner, here.free(), "note");

        assertThat(models.body(owner, showing)).isEqualTo("(redacted)");
        assertThat(models.body(owner, saying)).isEqualTo("(redacted)");
        assertThat(models.body(owner, other)).isEqualTo("tells of something else");
    }

    @Test
    void noStatementChangesAnEventOtherwise() {
        Furniture here = written();
        Caller owner = here.place().owner();
        String told =
                "insert into event (workspace_id, event_id, actor_kind, actor_id, actor_name, action, entity, record_id, after, version)"
                        + " values ('%s', gen_random_uuid(), 'PERSON', gen_random_uuid(), 'x', 'event.redact', 'thing', '%s', '{\"fields\": [\"note\"]}', 1)";

        assertThat(database.<String>tried(
                        owner.workspaceId(),
                        connection -> outcome(connection, told.formatted(owner.workspaceId(), here.free()))))
                .as("SQL that got into a request is not the worker")
                .isEqualTo("42501");
        for (String change : List.of(
                "update event set actor_name = 'x'",
                "update event set after = after - 'note', salt = null, redacted = '{}' where after ? 'note'",
                "update event e set (before, after, salt, redacted) = (select r.before, r.after, r.salt, r.redacted"
                        + " from redacted(e, array['note']) r) where e.after ? 'note'",
                "delete from event")) {
            assertThat(ownerDatabase.<String>in(owner.workspaceId(), connection -> {
                        String outcome = outcome(connection, change.replace("?", "??"));
                        connection.rollback();
                        return outcome;
                    }))
                    .as(change)
                    .isEqualTo("42501");
        }
    }

    private static String outcome(Connection connection, String sql) {
        try {
            return String.valueOf(WorkspaceDatabase.change(connection, sql));
        } catch (SQLException e) {
            return String.valueOf(e.getSQLState());
        }
    }

    /** A record whose note said something once, and says nothing any more. */
    private Furniture written() {
        Furniture here = Furniture.in(bench, ids);
        Caller owner = here.place().owner();
        bench.run(owner, new UpdateRecord("thing", here.free(), Values.of("note", WORD)));
        bench.run(owner, new UpdateRecord("thing", here.free(), Values.of("note", "nothing")));
        bench.run(owner, new UpdateRecord("thing", here.free(), Values.of("note", null)));
        return here;
    }

    /** What the approval of another person will let happen. */
    private void redact(Caller owner, UUID record, String field) {
        database.done(
                owner.workspaceId(),
                connection -> engine.run(
                        owner,
                        Bench.steps(new RedactEvents("thing", record, List.of(field), "asked for")),
                        new CommandEngine.Cause(null, null)));
    }

    /** The last event after which the note said something. */
    private EventView told(Caller owner, UUID record) {
        return events.find(owner, EventFilter.ofRecord("thing", record, 20)).stream()
                .filter(event -> event.action().equals(UpdateRecord.NAME))
                .filter(event -> event.after() != null && event.after().get("note") != null)
                .findFirst()
                .orElseThrow();
    }

    private void assertExportIsGood(Caller reader) throws Exception {
        Path file = Files.createTempFile("export", ".jsonl");
        try (OutputStream out = Files.newOutputStream(file)) {
            exports.write(reader, exports.plan(reader, 0, Integer.MAX_VALUE), ExportFormat.JSONL, out);
        }
        assertThat(Files.readString(file)).doesNotContain(WORD);
        assertThat(new Verifier(sealedLog.publicKeys(), List.of(), false)
                        .verify(new ExportLog(file, ExportFormat.JSONL), null)
                        .findings())
                .isEmpty();
        Files.delete(file);
    }

    private String everyByte(Caller owner) {
        return ownerDatabase.in(
                owner.workspaceId(),
                connection ->
                        String.join("", WorkspaceDatabase.texts(connection, "select to_jsonb(e)::text from event e")));
    }
}
