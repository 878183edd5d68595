package io.frontless.event.boundary;

import io.frontless.boundary.CurrentCaller;
import io.frontless.boundary.JsonAnswer;
import io.frontless.boundary.PathId;
import io.frontless.boundary.QueryNames;
import io.frontless.boundary.QueryNumber;
import io.frontless.boundary.QueryTime;
import io.frontless.boundary.Requires;
import io.frontless.boundary.WorkspacePath;
import io.frontless.event.control.EventFilter;
import io.frontless.event.control.EventQueries;
import io.frontless.event.control.EventSlice;
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
@Path(WorkspacePath.ROOT + "/events")
@ApplicationScoped
public class EventsResource {

    private static final int LIMIT = 20;
    private static final List<String> NAMES = List.of(
            "entity",
            "record",
            "plan",
            "actor",
            "conversation",
            "action",
            "field",
            "source",
            "from",
            "until",
            "before",
            "limit");

    @Inject
    CurrentCaller caller;

    @Inject
    EventQueries events;

    @Context
    UriInfo uri;

    /**
     * The latest events: all, or those of an {@code entity}, {@code record}, {@code plan}, {@code conversation}, {@code actor} or {@code action}, from a
     * {@code source}, that changed a {@code field} of the entity, at times from {@code from} and before {@code until}; page back with {@code before}, a sequence.
     */
    @GET
    @Requires(Permission.READ)
    public Response list() {
        MultivaluedMap<String, String> query = uri.getQueryParameters();
        QueryNames.require(query, NAMES);
        EventFilter filter = new EventFilter(
                query.getFirst("entity"),
                id("record", query.getFirst("record")),
                id("plan", query.getFirst("plan")),
                id("actor", query.getFirst("actor")),
                id("conversation", query.getFirst("conversation")),
                QueryNumber.of("before", query.getFirst("before")),
                new EventFilter.Detail(
                        query.getFirst("action"),
                        query.getFirst("field"),
                        QueryTime.of("from", query.getFirst("from")),
                        QueryTime.of("until", query.getFirst("until")),
                        query.getFirst("source")),
                QueryNumber.of("limit", query.getFirst("limit"), LIMIT));
        EventSlice page = events.page(caller.get(), filter);
        return new JsonAnswer()
                .with(
                        "events",
                        page.events().stream()
                                .map(event -> EventAnswer.of(event).map())
                                .toList())
                .with("nextBefore", page.nextBefore())
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
