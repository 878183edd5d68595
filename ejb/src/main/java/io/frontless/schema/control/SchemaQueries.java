package io.frontless.schema.control;

import io.frontless.event.control.EventView;
import io.frontless.operation.Permission;
import io.frontless.operation.ViewSpec;
import io.frontless.workspace.control.Caller;
import io.frontless.workspace.control.InWorkspace;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads the schema. */
@Stateless
@InWorkspace
public class SchemaQueries {

    @Inject
    SchemaReader reader;

    @Inject
    SchemaPast past;

    /** The schema of the caller's workspace. */
    public SchemaView schema(Caller caller) {
        caller.require(Permission.READ);
        return reader.readable(caller);
    }

    /** The entities of events about records, each as it was at its event, by the event's id; of those only that the caller may read. */
    public Map<UUID, EntityView> ofEvents(Caller caller, List<EventView> events) {
        caller.require(Permission.READ);
        return past.ofEvents(caller, events);
    }

    /** One entity; NOT_FOUND where there is none. */
    public EntityView entity(Caller caller, String key) {
        caller.require(Permission.READ);
        return reader.readable(caller, key);
    }

    /** The views of one entity, by label, of those that mention nothing that the caller does not see; NOT_FOUND where there is no such entity. */
    public List<ViewSpec> views(Caller caller, String key) {
        caller.require(Permission.READ);
        EntityView entity = reader.readable(caller, key);
        SchemaView seen = reader.readable(caller);
        return reader.views(caller.workspaceId(), key).stream()
                .filter(view -> ViewChecks.faults(entity, view, seen::entity).isEmpty())
                .toList();
    }
}
