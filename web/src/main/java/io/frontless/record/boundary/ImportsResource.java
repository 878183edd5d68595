package io.frontless.record.boundary;

import io.frontless.boundary.CurrentCaller;
import io.frontless.boundary.JsonAnswer;
import io.frontless.boundary.JsonBody;
import io.frontless.boundary.PathId;
import io.frontless.boundary.QueryNumber;
import io.frontless.boundary.Requires;
import io.frontless.boundary.WorkspacePath;
import io.frontless.engine.boundary.JobAnswer;
import io.frontless.engine.boundary.PlanAnswer;
import io.frontless.engine.control.PlanView;
import io.frontless.kernel.Limits;
import io.frontless.operation.CommitImport.Mode;
import io.frontless.operation.Params;
import io.frontless.operation.Permission;
import io.frontless.record.control.ImportPlans;
import io.frontless.record.control.ImportUpload;
import io.frontless.record.control.ImportUpload.Format;
import io.frontless.record.control.Imports;
import io.frontless.record.control.StagedImport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The import of files: staged and checked first, then committed by a plan that is executed like any other. */
@Path(WorkspacePath.ROOT + "/imports")
@ApplicationScoped
public class ImportsResource {

    private static final String CSV = "text/csv";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Inject
    CurrentCaller caller;

    @Inject
    Imports imports;

    @Inject
    ImportPlans plans;

    /** Stages a CSV file for the entity called {@code entity}; a file that fits comes with its plan unless {@code plan=false}. */
    @POST
    @Consumes(CSV)
    @Requires(Permission.READ)
    public Response stageCsv(
            @QueryParam("entity") @DefaultValue("") String entity,
            @QueryParam("file") @DefaultValue("upload.csv") String file,
            @QueryParam("plan") @DefaultValue("true") String plan,
            InputStream body) {
        byte[] bytes = JsonBody.bytes(body, Limits.IMPORT_BYTES_MAX);
        return staged(new ImportUpload(file, entity, Format.CSV, bytes), plan);
    }

    /** Stages a workbook's first sheet in the same way. */
    @POST
    @Consumes(XLSX)
    @Requires(Permission.READ)
    public Response stageWorkbook(
            @QueryParam("entity") @DefaultValue("") String entity,
            @QueryParam("file") @DefaultValue("upload.xlsx") String file,
            @QueryParam("plan") @DefaultValue("true") String plan,
            InputStream body) {
        byte[] bytes = JsonBody.bytes(body, Limits.IMPORT_BYTES_MAX);
        return staged(new ImportUpload(file, entity, Format.XLSX, bytes), plan);
    }

    /** A staged file with the first of what does not fit. */
    @GET
    @Path("{import}")
    @Requires(Permission.READ)
    public Response staged(@PathParam("import") String id) {
        return ImportAnswer.of(imports.view(caller.get(), importId(id)), null).ok();
    }

    /** Says what the columns become, and by which unique field rows find records to change; answers what then does not fit. */
    @POST
    @Path("{import}/columns")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.READ)
    public Response change(@PathParam("import") String id, InputStream body) {
        Params params = JsonBody.read(body);
        Map<String, @Nullable Object> wanted = new LinkedHashMap<>();
        wanted.put("columns", params.optionalValue("columns").orElse(null));
        wanted.put("by", params.optionalValue("by").orElse(null));
        params.requireAllRead();
        return ImportAnswer.of(imports.change(caller.get(), importId(id), wanted), null)
                .ok();
    }

    /** What does not fit, page by page: {@code after} is the place of the last one seen. */
    @GET
    @Path("{import}/errors")
    @Requires(Permission.READ)
    public Response errors(
            @PathParam("import") String id,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        return new JsonAnswer()
                .with(
                        "errors",
                        ImportAnswer.errors(imports.errors(
                                caller.get(),
                                importId(id),
                                QueryNumber.of("after", after, 0),
                                QueryNumber.of("limit", limit, Limits.PAGE_ROWS_MAX))))
                .ok();
    }

    /** Proposes to commit a staged file: {@code mode} is all (nothing where a row does not fit) or valid (the rows that fit). May be done as a job. */
    @POST
    @Path("{import}/plan")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.READ)
    public Response plan(
            @PathParam("import") String id, @HeaderParam("Prefer") @Nullable String prefer, InputStream body) {
        Params params = JsonBody.read(body);
        Mode mode = params.has("mode") ? params.choice("mode", Mode.class) : Mode.ALL;
        params.requireAllRead();
        if (JobAnswer.isPreferred(prefer)) {
            return JobAnswer.accepted(caller.get().workspaceId(), plans.start(caller.get(), importId(id), mode));
        }
        return PlanAnswer.of(plans.propose(caller.get(), importId(id), mode, null))
                .created();
    }

    /** Removes a staged file. */
    @DELETE
    @Path("{import}")
    @Requires(Permission.READ)
    public Response discard(@PathParam("import") String id) {
        imports.discard(caller.get(), importId(id));
        return Response.noContent().build();
    }

    private Response staged(ImportUpload upload, String withPlan) {
        StagedImport staged = imports.stage(caller.get(), upload);
        boolean planned = staged.wrongRows() == 0 && !withPlan.equals("false");
        PlanView plan = planned ? plans.propose(caller.get(), staged.importId(), Mode.ALL, null) : null;
        return ImportAnswer.of(staged, plan).created();
    }

    private static UUID importId(String id) {
        return PathId.of("import", id);
    }
}
