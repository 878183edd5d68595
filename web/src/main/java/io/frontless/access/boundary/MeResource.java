package io.frontless.access.boundary;

import io.frontless.access.control.OwnRole;
import io.frontless.boundary.CurrentCaller;
import io.frontless.boundary.JsonAnswer;
import io.frontless.boundary.Requires;
import io.frontless.boundary.WorkspacePath;
import io.frontless.operation.Filter;
import io.frontless.operation.Grant;
import io.frontless.operation.Permission;
import io.frontless.workspace.control.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Locale;

/** The caller in a workspace. */
@Path(WorkspacePath.ROOT + "/me")
@ApplicationScoped
public class MeResource {

    @Inject
    CurrentCaller caller;

    @Inject
    OwnRole role;

    /** The caller's role and what it allows; never which fields and records it keeps from them. */
    @GET
    @Requires(Permission.READ)
    public Response me() {
        Caller me = caller.get();
        return new JsonAnswer()
                .with("member", me.actor().id())
                .with("name", me.actor().name())
                .with("role", me.access().role())
                .with("label", role.label(me))
                .with(
                        "allows",
                        me.access().grants().stream()
                                .map(grant -> json(grant).map())
                                .toList())
                .ok();
    }

    private static JsonAnswer json(Grant grant) {
        return new JsonAnswer()
                .with("entity", grant.entity())
                .with(
                        "permissions",
                        grant.permissions().stream()
                                .map(one -> one.name().toLowerCase(Locale.ROOT))
                                .toList())
                .with("allRecords", grant.records().equals(Filter.everything()))
                .with("readOnly", grant.readOnly());
    }
}
