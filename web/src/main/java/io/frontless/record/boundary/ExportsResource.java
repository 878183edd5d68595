package io.frontless.record.boundary;

import io.frontless.boundary.CurrentCaller;
import io.frontless.boundary.JsonBody;
import io.frontless.boundary.Requires;
import io.frontless.boundary.WorkspacePath;
import io.frontless.operation.Params;
import io.frontless.operation.Permission;
import io.frontless.record.control.ExportFormat;
import io.frontless.record.control.Exports;
import io.frontless.record.control.Exports.Export;
import io.frontless.record.control.QueryJson;
import io.frontless.record.control.RecordQuery;
import io.frontless.workspace.control.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Records as files: CSV, XLSX or JSON Lines, written as they are read. */
@Path(WorkspacePath.ROOT + "/entities/{entity}/export")
@ApplicationScoped
public class ExportsResource {

    @Inject
    CurrentCaller caller;

    @Inject
    Exports exports;

    /** All records of an entity; {@code bom=true} begins a CSV file with a byte order mark. */
    @GET
    @Requires(Permission.EXPORT)
    public Response all(
            @PathParam("entity") String entity,
            @QueryParam("format") @DefaultValue("csv") String format,
            @QueryParam("bom") @DefaultValue("false") boolean marked) {
        return file(new Export(RecordQuery.of(entity), ExportFormat.of(format), marked));
    }

    /** The records of a query: its filter, search, sort and columns; {@code format} and {@code bom} stand beside them. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.EXPORT)
    public Response some(@PathParam("entity") String entity, InputStream body) {
        Params params = JsonBody.read(body);
        ExportFormat format = ExportFormat.of(params.optionalText("format").orElse("csv"));
        boolean marked = params.flag("bom");
        Map<String, @Nullable Object> query = new LinkedHashMap<>();
        for (String name : new String[] {"filter", "search", "sort", "columns"}) {
            query.put(name, params.optionalValue(name).orElse(null));
        }
        params.requireAllRead();
        query.put("entity", entity);
        return file(new Export(QueryJson.read(new Params("", query)), format, marked));
    }

    private Response file(Export export) {
        Caller asking = caller.get();
        exports.check(asking, export);
        StreamingOutput body = out -> exports.write(asking, export, out);
        String name = export.query().entity() + "." + export.format().suffix();
        return Response.ok(body)
                .header("Content-Type", export.format().mediaType())
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .header("Cache-Control", "no-store")
                .build();
    }
}
