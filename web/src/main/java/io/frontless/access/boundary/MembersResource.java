package io.frontless.access.boundary;

import io.frontless.access.control.AccessQueries;
import io.frontless.access.control.MemberView;
import io.frontless.boundary.CurrentCaller;
import io.frontless.boundary.JsonAnswer;
import io.frontless.boundary.Requires;
import io.frontless.boundary.WorkspacePath;
import io.frontless.operation.Permission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The members of a workspace. */
@Path(WorkspacePath.ROOT + "/members")
@ApplicationScoped
public class MembersResource {

    @Inject
    CurrentCaller caller;

    @Inject
    AccessQueries access;

    /** The members with their roles, and those who left or were removed, in the order they were added. */
    @GET
    @Requires(Permission.MANAGE_ROLES)
    public Response list() {
        return new JsonAnswer()
                .with("members", json(access.members(caller.get())))
                .with("former", json(access.formerMembers(caller.get())))
                .ok();
    }

    private static List<Map<String, @Nullable Object>> json(List<MemberView> members) {
        return members.stream().map(member -> json(member).map()).toList();
    }

    private static JsonAnswer json(MemberView member) {
        return new JsonAnswer()
                .with("member", member.accountId())
                .with("name", member.name())
                .with("email", member.email())
                .with("role", member.role())
                .with("suspended", member.suspended())
                .with("version", member.version());
    }
}
