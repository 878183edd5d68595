package io.frontless.record.control;

import io.frontless.engine.control.Change;
import io.frontless.engine.control.Execution;
import io.frontless.engine.control.Present;
import io.frontless.event.control.EventView;
import io.frontless.kernel.Limits;
import io.frontless.kernel.Rejection;
import io.frontless.operation.Params;
import io.frontless.operation.Permission;
import io.frontless.record.entity.Links;
import io.frontless.record.entity.Links.Stored;
import io.frontless.record.entity.StoredRecord;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a link is, in the form that events keep; what the link handlers share. */
@Dependent
public class LinkState {

    private final Links links;
    private final WorkingSet records;
    private final RecordState state;

    @Inject
    public LinkState(Links links, WorkingSet records, RecordState state) {
        this.links = links;
        this.records = records;
        this.state = state;
    }

    /** Which link, of which record. */
    record Place(String entity, UUID recordId, UUID id) {}

    /** Refuses a link that cannot be added: its record must live, its id be new, and there be room. */
    void requireAddable(Execution execution, Place place) {
        requireRecord(execution, place);
        if (links.lock(execution.workspaceId(), place.id()).isPresent()) {
            throw Rejection.conflict("id", "one that was never used", place.id());
        }
        if (links.of(execution.workspaceId(), place.recordId(), Limits.NOTES_MAX)
                        .size()
                >= Limits.NOTES_MAX) {
            throw Rejection.conflict("link", "at most " + Limits.NOTES_MAX + " of one record", "one more");
        }
    }

    /** A link of a living record, locked, of the version that the step relies on, removed or not. */
    Stored lock(Execution execution, Place place, boolean removed) {
        requireRecord(execution, place);
        Stored stored = links.lock(execution.workspaceId(), place.id())
                .filter(found -> found.recordId().equals(place.recordId()))
                .orElseThrow(() -> Rejection.notFound("link", place.id()));
        execution.requireVersion("link", stored.version());
        if (stored.removed() && !removed) {
            throw Rejection.notFound("link", place.id());
        }
        if (!stored.removed() && removed) {
            throw Rejection.conflict("link", "a removed one", place.id() + ", which is not");
        }
        return stored;
    }

    private void requireRecord(Execution execution, Place place) {
        records.flush();
        StoredRecord record = state.lockLivingAnyVersion(execution, place.entity(), place.recordId());
        Map<String, @Nullable Object> values = RecordState.values(record);
        state.requireGranted(execution, Permission.UPDATE, state.entity(execution, place.entity()), values, values);
    }

    /** What a link's record is called, and how the link changes. */
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
        return links.lock(execution.workspaceId(), place(event).id())
                .map(stored -> new Present(stored.removed() ? null : state(stored), stored.version()))
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
        state.put("to", stored.to().toString());
        state.put("label", stored.label());
        return state;
    }
}
