package io.frontless.record.boundary;

import io.frontless.boundary.CurrentCaller;
import io.frontless.boundary.JsonAnswer;
import io.frontless.boundary.JsonBody;
import io.frontless.boundary.PathId;
import io.frontless.boundary.QueryNumber;
import io.frontless.boundary.Requires;
import io.frontless.kernel.Limits;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.Permission;
import io.frontless.record.control.Condition;
import io.frontless.record.control.CsvImport;
import io.frontless.record.control.RecordQueries;
import io.frontless.record.control.RecordQuery;
import io.frontless.schema.control.EntityView;
import io.frontless.schema.control.SchemaQueries;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Records, and the import of files. Reads only: an import is a plan, to be executed like any other. */
@Path("/workspaces/{workspace}")
@RequestScoped
public class RecordsResource {

    private static final int LIMIT = 20;
    private static final Set<String> RESERVED = Set.of("limit", "offset", "sort");

    @Inject
    CurrentCaller caller;

    @Inject
    RecordQueries records;

    @Inject
    SchemaQueries schemas;

    @Inject
    CsvImport imports;

    @Context
    UriInfo uri;

    /** Records of an entity; {@code field=value} filters, {@code sort=field} or {@code sort=-field} orders, {@code total} counts all that match. */
    @GET
    @Path("entities/{entity}/records")
    @Requires(Permission.READ)
    public Response list(@PathParam("entity") String key) {
        EntityView entity = schemas.entity(caller.get(), key);
        MultivaluedMap<String, String> query = uri.getQueryParameters();
        RecordQuery asked = new RecordQuery(
                key,
                query.keySet().stream()
                        .filter(name -> !RESERVED.contains(name))
                        .map(name -> condition(entity, name, query.getFirst(name)))
                        .toList(),
                null,
                sort(query.getFirst("sort")),
                QueryNumber.of("limit", query.getFirst("limit"), LIMIT),
                QueryNumber.of("offset", query.getFirst("offset"), 0));
        return new JsonAnswer()
                .with("total", records.count(caller.get(), asked))
                .with(
                        "records",
                        records.find(caller.get(), asked).stream()
                                .map(record -> RecordAnswer.of(record).map())
                                .toList())
                .ok();
    }

    /** One record. */
    @GET
    @Path("entities/{entity}/records/{record}")
    @Requires(Permission.READ)
    public Response record(@PathParam("entity") String entity, @PathParam("record") String id) {
        return RecordAnswer.of(records.record(caller.get(), entity, PathId.of("record", id)))
                .ok();
    }

    /** Proposes to import a CSV file into the entity called {@code entity}; answers the plan, or what is wrong with the file. */
    @POST
    @Path("imports")
    @Consumes("text/csv")
    @Requires(Permission.READ)
    public Response propose(@QueryParam("entity") @Nullable String entity, InputStream body) {
        String csv = JsonBody.text(body, Limits.CSV_BYTES_MAX);
        return ImportAnswer.of(imports.propose(caller.get(), entity == null ? "" : entity, csv, null))
                .created();
    }

    /** Values of a query string are text; a field of another type reads them as an import reads its cells. */
    private static Condition condition(EntityView entity, String field, String text) {
        Object value = entity.field(field)
                .map(FieldSpec::type)
                .map(type -> CsvImport.value(type, text))
                .orElse(text);
        return Condition.equal(field, value);
    }

    private static RecordQuery.@Nullable Sort sort(@Nullable String sort) {
        if (sort == null) {
            return null;
        }
        boolean descending = sort.startsWith("-");
        return new RecordQuery.Sort(descending ? sort.substring(1) : sort, descending);
    }
}
