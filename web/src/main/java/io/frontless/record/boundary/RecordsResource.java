package io.frontless.record.boundary;

import io.frontless.boundary.CurrentCaller;
import io.frontless.boundary.JsonAnswer;
import io.frontless.boundary.PathId;
import io.frontless.boundary.QueryNumber;
import io.frontless.boundary.Requires;
import io.frontless.boundary.WorkspacePath;
import io.frontless.engine.control.CommandGateway;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.Filter;
import io.frontless.operation.Permission;
import io.frontless.record.control.CsvImport;
import io.frontless.record.control.NoteQueries;
import io.frontless.record.control.RecordQueries;
import io.frontless.record.control.RecordQuery;
import io.frontless.record.control.RecordQuery.Sort;
import io.frontless.record.control.RecordSlice;
import io.frontless.schema.control.EntityView;
import io.frontless.schema.control.SchemaQueries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Records, to be read and, one at a time, changed; for more there are plans. The whole path stands here, since JAX-RS first chooses the class whose path fits best and
 * then looks no further (Jakarta RESTful Web Services 3.1 §3.7.2).
 */
@Path(WorkspacePath.ROOT + "/entities/{entity}/records")
@ApplicationScoped
public class RecordsResource {

    private static final int LIMIT = 20;
    private static final Set<String> RESERVED = Set.of("limit", "offset", "sort", "search", "cursor");

    @Inject
    CurrentCaller caller;

    @Inject
    RecordQueries records;

    @Inject
    NoteQueries notes;

    @Inject
    SchemaQueries schemas;

    @Inject
    CommandGateway gateway;

    @Context
    UriInfo uri;

    @Context
    HttpHeaders headers;

    /** Records of an entity; {@code field=value} filters, {@code search} finds words, {@code sort=field,-other} orders, {@code total} counts all that match. */
    @GET
    @Requires(Permission.READ)
    public Response list(@PathParam("entity") String key) {
        EntityView entity = schemas.entity(caller.get(), key);
        MultivaluedMap<String, String> given = uri.getQueryParameters();
        String cursor = given.getFirst("cursor");
        RecordQuery asked = RecordQuery.of(key)
                .filtered(Filter.all(given.keySet().stream()
                        .filter(name -> !RESERVED.contains(name))
                        .map(name -> condition(entity, name, given.getFirst(name)))
                        .toList()))
                .searching(given.getFirst("search"))
                .sorted(sort(given.getFirst("sort")))
                .paged(new RecordQuery.Page(
                        QueryNumber.of("limit", given.getFirst("limit"), LIMIT),
                        QueryNumber.of("offset", given.getFirst("offset"), 0),
                        cursor));
        RecordSlice slice = records.page(caller.get(), asked);
        JsonAnswer answer = new JsonAnswer();
        if (cursor == null) {
            answer.with("total", records.count(caller.get(), asked));
        }
        return RecordAnswer.addTo(answer, slice).ok();
    }

    /** One record. */
    @GET
    @Path("{record}")
    @Requires(Permission.READ)
    public Response record(@PathParam("entity") String entity, @PathParam("record") String id) {
        return RecordAnswer.of(records.record(caller.get(), entity, PathId.of("record", id)))
                .ok();
    }

    /** What hangs on a record: its comments and links. */
    @GET
    @Path("{record}/notes")
    @Requires(Permission.READ)
    public Response notes(@PathParam("entity") String entity, @PathParam("record") String id) {
        return NotesAnswer.of(notes.of(caller.get(), entity, PathId.of("record", id)))
                .ok();
    }

    /** Creates a record at once, with {@code values}. */
    @POST
    @Requires(Permission.READ)
    public Response create(@PathParam("entity") String entity, InputStream body) {
        return ChangedRecordAnswer.of(gateway.run(caller.get(), RecordChange.creation(headers, entity, body)))
                .created();
    }

    /** Sets some {@code values} of a record at once; {@code expectVersion} or {@code If-Match} name the version relied on. */
    @PATCH
    @Path("{record}")
    @Requires(Permission.READ)
    public Response update(@PathParam("entity") String entity, @PathParam("record") String id, InputStream body) {
        RecordChange.Subject subject = new RecordChange.Subject(entity, PathId.of("record", id));
        return ChangedRecordAnswer.of(gateway.run(caller.get(), RecordChange.update(headers, subject, body)))
                .ok();
    }

    /** Deletes a record at once; {@code If-Match} names the version relied on. */
    @DELETE
    @Path("{record}")
    @Requires(Permission.READ)
    public Response delete(@PathParam("entity") String entity, @PathParam("record") String id) {
        RecordChange.Subject subject = new RecordChange.Subject(entity, PathId.of("record", id));
        return ChangedRecordAnswer.of(gateway.run(caller.get(), RecordChange.deletion(headers, subject)))
                .ok();
    }

    /** Values of a query string are text; a field of another type reads them as an import reads its cells. */
    private static Filter condition(EntityView entity, String field, String text) {
        Object value = entity.field(field)
                .map(FieldSpec::type)
                .map(type -> CsvImport.value(type, text))
                .orElse(text);
        return Filter.equal(field, value);
    }

    private static List<Sort> sort(@Nullable String sort) {
        if (sort == null) {
            return List.of();
        }
        return Arrays.stream(sort.split(",", -1))
                .map(key -> key.startsWith("-") ? new Sort(key.substring(1), true) : new Sort(key, false))
                .toList();
    }
}
