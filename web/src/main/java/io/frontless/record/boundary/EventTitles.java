package io.frontless.record.boundary;

import io.frontless.event.control.EventView;
import io.frontless.identity.boundary.CurrentWorkspace;
import io.frontless.kernel.Rejection;
import io.frontless.operation.FieldSpec;
import io.frontless.record.control.RecordQueries;
import io.frontless.schema.control.EntityView;
import io.frontless.schema.control.SchemaQueries;
import io.frontless.schema.control.SchemaView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts events into lines, with references by the titles their records have today. */
@RequestScoped
public class EventTitles {

    /** Look-ups for one page of events; beyond them references are shown by the start of their id. */
    private static final int LOOKUPS_MAX = 60;

    @Inject
    CurrentWorkspace workspace;

    @Inject
    CurrentSchema schema;

    @Inject
    SchemaQueries schemas;

    @Inject
    RecordQueries records;

    /** The lines of these events. */
    public List<EventLine> lines(List<EventView> events) {
        Map<String, String> titles = new HashMap<>();
        for (EventView event : events) {
            if (isOfNote(event)) {
                addRecord(titles, event);
            }
            schema.get().entity(String.valueOf(event.entity())).ifPresent(entity -> {
                add(titles, entity, event.before());
                add(titles, entity, event.after());
            });
        }
        Map<UUID, EntityView> then = schemas.ofEvents(workspace.caller(), events);
        return events.stream()
                .map(event -> EventLine.of(event, schema(then.get(event.eventId())), titles))
                .toList();
    }

    /** The schema of today, but for the entity of an event about a record: as that was then. */
    private SchemaView schema(@Nullable EntityView then) {
        return then == null ? schema.get() : schema.get().with(then);
    }

    /** What is attached to a record does not say what the record is called. */
    private static boolean isOfNote(EventView event) {
        return event.action().startsWith("comment.") || event.action().startsWith("link.");
    }

    private void addRecord(Map<String, String> titles, EventView event) {
        String entity = event.entity();
        UUID recordId = event.recordId();
        if (entity != null && recordId != null && titles.size() < LOOKUPS_MAX) {
            titles.computeIfAbsent(recordId.toString(), id -> title(entity, id));
        }
    }

    private void add(Map<String, String> titles, EntityView entity, @Nullable Map<String, @Nullable Object> state) {
        for (FieldSpec field : entity.fields()) {
            String target = field.target();
            if (state != null
                    && target != null
                    && state.get(field.key()) instanceof String id
                    && titles.size() < LOOKUPS_MAX) {
                titles.computeIfAbsent(id, key -> title(target, key));
            }
        }
    }

    private @Nullable String title(String entity, String id) {
        try {
            return records.record(workspace.caller(), entity, UUID.fromString(id))
                    .title();
        } catch (Rejection gone) {
            return null;
        }
    }
}
