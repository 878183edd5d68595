package io.frontless.schema.control;

import io.frontless.event.control.EventView;
import io.frontless.event.control.PastStates;
import io.frontless.operation.Permission;
import io.frontless.workspace.control.Access;
import io.frontless.workspace.control.Caller;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads from the log what the schema was, inside somebody else's transaction, which has entered the workspace. */
@Dependent
public class SchemaPast {

    private final PastStates events;

    @Inject
    public SchemaPast(PastStates events) {
        this.events = events;
    }

    /** An entity at a time; nothing where there was none. */
    public Optional<EntityView> at(UUID workspaceId, String entity, Instant at) {
        return past(workspaceId, entity).at(at);
    }

    /**
     * The entities of events about records, each as it was when its event was written, by the event's id. Of those only that the caller may read, without the
     * fields that do not exist for them today.
     */
    public Map<UUID, EntityView> ofEvents(Caller caller, List<EventView> all) {
        Access access = caller.access();
        Map<String, EntityPast> pasts = new HashMap<>();
        Map<UUID, EntityView> then = new HashMap<>();
        for (EventView event : all) {
            String key = event.entity();
            if (key != null && event.recordId() != null && access.allows(Permission.READ, key)) {
                pasts.computeIfAbsent(key, entity -> past(caller.workspaceId(), entity))
                        .at(event.seq())
                        .ifPresent(entity -> then.put(event.eventId(), entity.without(access.hidden(key))));
            }
        }
        return then;
    }

    private EntityPast past(UUID workspaceId, String entity) {
        return EntityPast.of(entity, events.ofSchema(workspaceId, entity));
    }
}
