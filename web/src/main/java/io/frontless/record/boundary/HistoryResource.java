package io.frontless.record.boundary;

import io.frontless.access.control.Readers;
import io.frontless.boundary.CurrentCaller;
import io.frontless.boundary.JsonAnswer;
import io.frontless.boundary.PathId;
import io.frontless.boundary.QueryNames;
import io.frontless.boundary.QueryNumber;
import io.frontless.boundary.QueryTime;
import io.frontless.boundary.Requires;
import io.frontless.boundary.WorkspacePath;
import io.frontless.event.boundary.EventAnswer;
import io.frontless.event.control.EventFilter;
import io.frontless.event.control.EventQueries;
import io.frontless.event.control.EventSlice;
import io.frontless.kernel.Rejection;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.Permission;
import io.frontless.record.control.PastRecords;
import io.frontless.record.control.PastSlice;
import io.frontless.schema.control.EntityView;
import io.frontless.schema.control.SchemaQueries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What records and their schema have been, what has changed them, and who can see that. */
@Path(WorkspacePath.ROOT + "/history")
@ApplicationScoped
public class HistoryResource {

    private static final int LIMIT = 20;

    @Inject
    CurrentCaller caller;

    @Inject
    PastRecords past;

    @Inject
    EventQueries events;

    @Inject
    SchemaQueries schema;

    @Inject
    Readers readers;

    @Inject
    Clock clock;

    @Context
    UriInfo uri;

    /** Who has done what the caller may see. */
    @GET
    @Path("actors")
    @Requires(Permission.READ)
    public Response actors() {
        query();
        return new JsonAnswer()
                .with(
                        "actors",
                        events.actors(caller.get()).stream()
                                .map(EventAnswer::actor)
                                .toList())
                .ok();
    }

    /** An entity as it was at a time. */
    @GET
    @Path("entities/{entity}")
    @Requires(Permission.READ)
    public Response entity(@PathParam("entity") String entity) {
        Instant at = at(query("at"));
        return new JsonAnswer()
                .with("at", at)
                .with("entity", entity(past.entity(caller.get(), entity, at)))
                .ok();
    }

    /** An entity's records as they were at a time. */
    @GET
    @Path("entities/{entity}/records")
    @Requires(Permission.READ)
    public Response records(@PathParam("entity") String entity) {
        MultivaluedMap<String, String> query = query("at", "limit", "cursor");
        Instant at = at(query);
        int limit = QueryNumber.of("limit", query.getFirst("limit"), LIMIT);
        PastSlice slice = past.page(caller.get(), entity, at, query.getFirst("cursor"), limit);
        return new JsonAnswer()
                .with("at", at)
                .with("entity", entity(slice.entity()))
                .with(
                        "records",
                        slice.records().stream()
                                .map(record -> RecordAnswer.of(record).map())
                                .toList())
                .with("nextCursor", slice.nextCursor())
                .ok();
    }

    /** A record as it was at a time. */
    @GET
    @Path("entities/{entity}/records/{record}")
    @Requires(Permission.READ)
    public Response record(@PathParam("entity") String entity, @PathParam("record") String record) {
        Instant at = at(query("at"));
        UUID id = PathId.of("record", record);
        return new JsonAnswer()
                .with("at", at)
                .with("entity", entity(past.entity(caller.get(), entity, at)))
                .with(
                        "record",
                        RecordAnswer.of(past.record(caller.get(), entity, id, at))
                                .map())
                .ok();
    }

    /** What has changed a record, the latest first, field by field with the names that they had then. */
    @GET
    @Path("entities/{entity}/records/{record}/changes")
    @Requires(Permission.READ)
    public Response changes(@PathParam("entity") String entity, @PathParam("record") String record) {
        MultivaluedMap<String, String> query = query("before", "limit");
        UUID id = PathId.of("record", record);
        Long before = QueryNumber.of("before", query.getFirst("before"));
        EventFilter all = EventFilter.ofRecord(entity, id, QueryNumber.of("limit", query.getFirst("limit"), LIMIT));
        EventSlice slice = events.page(caller.get(), before == null ? all : all.before(before));
        if (before == null && slice.events().isEmpty()) {
            throw Rejection.notFound("record", record);
        }
        Map<UUID, EntityView> then = schema.ofEvents(caller.get(), slice.events());
        return new JsonAnswer()
                .with(
                        "changes",
                        slice.events().stream()
                                .map(event -> FieldChangesAnswer.of(event, then.get(event.eventId())))
                                .toList())
                .with("nextBefore", slice.nextBefore())
                .ok();
    }

    /** Which members can see a record, or could at a time. */
    @GET
    @Path("entities/{entity}/records/{record}/readers")
    @Requires(Permission.MANAGE_ROLES)
    public Response recordReaders(@PathParam("entity") String entity, @PathParam("record") String record) {
        Instant at = time(query("at"));
        return ReaderAnswer.of(readers.ofRecord(caller.get(), entity, PathId.of("record", record), at))
                .ok();
    }

    /** Which members can see an event, or could at a time. */
    @GET
    @Path("events/{event}/readers")
    @Requires(Permission.MANAGE_ROLES)
    public Response eventReaders(@PathParam("event") String event) {
        Instant at = time(query("at"));
        return ReaderAnswer.of(readers.ofEvent(caller.get(), PathId.of("event", event), at))
                .ok();
    }

    private MultivaluedMap<String, String> query(String... names) {
        MultivaluedMap<String, String> query = uri.getQueryParameters();
        QueryNames.require(query, List.of(names));
        return query;
    }

    private Instant at(MultivaluedMap<String, String> query) {
        Instant at = time(query);
        return at == null ? clock.instant() : at;
    }

    private static @Nullable Instant time(MultivaluedMap<String, String> query) {
        return QueryTime.of("at", query.getFirst("at"));
    }

    /** Constraints are not among what is told of the past. */
    private static Map<String, @Nullable Object> entity(EntityView entity) {
        return new JsonAnswer()
                .with("entity", entity.key())
                .with("label", entity.label())
                .with("version", entity.version())
                .with("fields", entity.fields().stream().map(FieldSpec::params).toList())
                .map();
    }
}
