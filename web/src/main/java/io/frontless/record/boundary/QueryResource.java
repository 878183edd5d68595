package io.frontless.record.boundary;

import io.frontless.boundary.CurrentCaller;
import io.frontless.boundary.JsonAnswer;
import io.frontless.boundary.JsonBody;
import io.frontless.boundary.Requires;
import io.frontless.boundary.WorkspacePath;
import io.frontless.operation.Permission;
import io.frontless.record.control.QueryJson;
import io.frontless.record.control.RecordGroup;
import io.frontless.record.control.RecordQueries;
import io.frontless.record.control.RecordQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whole queries, which do not fit an address: filter trees, search, order, groups. They change nothing. */
@Path(WorkspacePath.ROOT + "/query")
@ApplicationScoped
public class QueryResource {

    @Inject
    CurrentCaller caller;

    @Inject
    RecordQueries records;

    /** A page of records, or groups of them. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.READ)
    public Response query(InputStream body) {
        RecordQuery query = QueryJson.read(JsonBody.read(body));
        if (query.group() != null) {
            return new JsonAnswer()
                    .with(
                            "groups",
                            records.groups(caller.get(), query).stream()
                                    .map(QueryResource::group)
                                    .toList())
                    .ok();
        }
        return RecordAnswer.addTo(new JsonAnswer(), records.page(caller.get(), query))
                .ok();
    }

    private static Map<String, @Nullable Object> group(RecordGroup group) {
        return new JsonAnswer()
                .with("by", group.by())
                .with("values", group.values())
                .with("titles", group.titles())
                .map();
    }
}
