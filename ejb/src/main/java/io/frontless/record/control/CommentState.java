package io.frontless.record.control;

import io.frontless.engine.control.Change;
import io.frontless.engine.control.Execution;
import io.frontless.engine.control.Present;
import io.frontless.event.control.EventView;
import io.frontless.kernel.Limits;
import io.frontless.kernel.Rejection;
import io.frontless.operation.Params;
import io.frontless.operation.Permission;
import io.frontless.record.entity.Comments;
import io.frontless.record.entity.Comments.Stored;
import io.frontless.record.entity.StoredRecord;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a comment is, in the form that events keep; what the comment handlers share. */
@Dependent
public class CommentState {

    private final Comments comments;
    private final WorkingSet records;
    private final RecordState state;

    @Inject
    public CommentState(Comments comments, WorkingSet records, RecordState state) {
        this.comments = comments;
        this.records = records;
        this.state = state;
    }

    /** Which comment, of which record. */
    record Place(String entity, UUID recordId, UUID id) {}

    /** Refuses a comment that cannot be added: its record must live, its id be new, and there be room. */
    void requireAddable(Execution execution, Place place) {
        requireRecord(execution, place);
        if (comments.lock(execution.workspaceId(), place.id()).isPresent()) {
            throw Rejection.conflict("id", "one that was never used", place.id());
        }
        if (comments.of(execution.workspaceId(), place.recordId(), Limits.NOTES_MAX)
                        .size()
                >= Limits.NOTES_MAX) {
            throw Rejection.conflict("comment", "at most " + Limits.NOTES_MAX + " of one record", "one more");
        }
    }

    /** A comment of a living record, locked, of the version that the step relies on, removed or not. */
    Stored lock(Execution execution, Place place, boolean removed) {
        requireRecord(execution, place);
        Stored stored = comments.lock(execution.workspaceId(), place.id())
                .filter(found -> found.recordId().equals(place.recordId()))
                .orElseThrow(() -> Rejection.notFound("comment", place.id()));
        execution.requireVersion("comment", stored.state().version());
        if (stored.state().removed() && !removed) {
            throw Rejection.notFound("comment", place.id());
        }
        if (!stored.state().removed() && removed) {
            throw Rejection.conflict("comment", "a removed one", place.id() + ", which is not");
        }
        return stored;
    }

    private void requireRecord(Execution execution, Place place) {
        records.flush();
        StoredRecord record = state.lockLivingAnyVersion(execution, place.entity(), place.recordId());
        Map<String, @Nullable Object> values = RecordState.values(record);
        state.requireGranted(execution, Permission.UPDATE, state.entity(execution, place.entity()), values, values);
    }

    /** What a comment's record is called, and how the comment changes. */
    Change change(
            Execution execution,
            Place place,
            @Nullable Map<String, @Nullable Object> before,
            @Nullable Map<String, @Nullable Object> after,
            long version) {
        StoredRecord record = state.lockLivingAnyVersion(execution, place.entity(), place.recordId());
        return new Change(
                new Change.Subject(place.entity(), place.recordId(), place.id().toString()),
                state.title(execution.caller(), record),
                before,
                after,
                version,
                1,
                Map.of());
    }

    Present present(EventView event, Execution execution) {
        return comments.lock(execution.workspaceId(), place(event).id())
                .map(stored -> new Present(
                        stored.state().removed() ? null : state(stored),
                        stored.state().version()))
                .orElseGet(Present::nothing);
    }

    static Place place(EventView event) {
        Map<String, @Nullable Object> state = event.after() == null ? event.before() : event.after();
        return new Place(
                Objects.requireNonNull(event.entity()),
                Objects.requireNonNull(event.recordId()),
                new Params("event", Objects.requireNonNull(state)).id("id"));
    }

    static Map<String, @Nullable Object> state(Stored stored) {
        Map<String, @Nullable Object> state = new LinkedHashMap<>();
        state.put("id", stored.id().toString());
        state.put("author", stored.author().name());
        state.put("text", stored.text());
        return state;
    }
}
