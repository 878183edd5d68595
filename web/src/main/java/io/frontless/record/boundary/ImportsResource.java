package io.frontless.record.boundary;

import io.frontless.boundary.CurrentCaller;
import io.frontless.boundary.JsonBody;
import io.frontless.boundary.Requires;
import io.frontless.kernel.Limits;
import io.frontless.operation.Permission;
import io.frontless.record.control.CsvImport;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The import of files: an import is a plan, to be executed like any other. */
@Path("/workspaces/{workspace}/imports")
@RequestScoped
public class ImportsResource {

    @Inject
    CurrentCaller caller;

    @Inject
    CsvImport imports;

    /** Proposes to import a CSV file into the entity called {@code entity}; answers the plan, or what is wrong with the file. */
    @POST
    @Consumes("text/csv")
    @Requires(Permission.READ)
    public Response propose(@QueryParam("entity") @Nullable String entity, InputStream body) {
        String csv = JsonBody.text(body, Limits.CSV_BYTES_MAX);
        return ImportAnswer.of(imports.propose(caller.get(), entity == null ? "" : entity, csv, null))
                .created();
    }
}
