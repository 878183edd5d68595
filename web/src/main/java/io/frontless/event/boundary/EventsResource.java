package io.frontless.event.boundary;

import io.frontless.boundary.CurrentCaller;
import io.frontless.boundary.JsonAnswer;
import io.frontless.boundary.PathId;
import io.frontless.boundary.QueryNumber;
import io.frontless.boundary.Requires;
import io.frontless.event.control.EventFilter;
import io.frontless.event.control.EventQueries;
import io.frontless.event.control.EventView;
import io.frontless.operation.Permission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The event log. */
@Path("/workspaces/{workspace}/events")
@ApplicationScoped
public class EventsResource {

    private static final int LIMIT = 20;

    @Inject
    CurrentCaller caller;

    @Inject
    EventQueries events;

    @Context
    UriInfo uri;

    /** The latest events, of all or of one {@code entity}, {@code record} or {@code plan}; page back with {@code before}, a sequence. */
    @GET
    @Requires(Permission.READ)
    public Response list() {
        MultivaluedMap<String, String> query = uri.getQueryParameters();
        List<EventView> found = events.find(
                caller.get(),
                new EventFilter(
                        query.getFirst("entity"),
                        id("record", query.getFirst("record")),
                        id("plan", query.getFirst("plan")),
                        null,
                        null,
                        QueryNumber.of("before", query.getFirst("before")),
                        QueryNumber.of("limit", query.getFirst("limit"), LIMIT)));
        return new JsonAnswer()
                .with(
                        "events",
                        found.stream().map(event -> EventAnswer.of(event).map()).toList())
                .ok();
    }

    /** One event. */
    @GET
    @Path("{event}")
    @Requires(Permission.READ)
    public Response event(@PathParam("event") String event) {
        return EventAnswer.of(events.event(caller.get(), PathId.of("event", event)))
                .ok();
    }

    private static @Nullable UUID id(String what, @Nullable String text) {
        return text == null ? null : PathId.of(what, text);
    }
}
