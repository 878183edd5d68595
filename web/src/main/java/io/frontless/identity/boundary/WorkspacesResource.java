package io.frontless.identity.boundary;

import io.frontless.boundary.CurrentPerson;
import io.frontless.boundary.InAnySession;
import io.frontless.boundary.JsonAnswer;
import io.frontless.boundary.JsonBody;
import io.frontless.boundary.Requires;
import io.frontless.identity.control.Founding;
import io.frontless.identity.control.Presence;
import io.frontless.operation.Params;
import io.frontless.operation.Permission;
import io.frontless.workspace.control.Membership;
import io.frontless.workspace.control.Workspaces;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The workspaces of the signed-in person. */
@Path("/workspaces")
@ApplicationScoped
public class WorkspacesResource {

    @Inject
    CurrentPerson person;

    @Inject
    Workspaces workspaces;

    @Inject
    Founding founding;

    /** Lists them. */
    @GET
    @Requires(Permission.FOUND_WORKSPACE)
    @InAnySession
    public Response list() {
        Presence here = person.requirePresence();
        return new JsonAnswer()
                .with(
                        "workspaces",
                        json(workspaces.of(here.person().accountId()).stream()
                                .filter(membership -> here.isGoodFor(membership.workspaceId()))
                                .toList()))
                .ok();
    }

    /** Founds one. */
    @POST
    @Requires(Permission.FOUND_WORKSPACE)
    public Response found(InputStream body) {
        Params params = JsonBody.read(body);
        String label = params.text("label");
        params.requireAllRead();
        UUID id = founding.found(person.require(), label);
        return new JsonAnswer()
                .with("workspaceId", id)
                .with("label", label.strip())
                .created();
    }

    /** Memberships as answers show them. */
    public static List<Map<String, @Nullable Object>> json(List<Membership> memberships) {
        return memberships.stream()
                .map(membership -> new JsonAnswer()
                        .with("workspaceId", membership.workspaceId())
                        .with("label", membership.label())
                        .with("role", membership.role())
                        .map())
                .toList();
    }
}
