package io.frontless.boundary;

import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.workspace.control.Caller;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;

/** Lets a request pass to a resource that says which permission it needs, if its sender has it; refuses every other, also where nothing is said. */
@Provider
@Priority(Priorities.AUTHORIZATION)
public class RequiresFilter implements ContainerRequestFilter {

    @Context
    ResourceInfo resource;

    @Inject
    CurrentPerson person;

    @Inject
    CurrentClient client;

    @Inject
    CurrentOperator operator;

    @Inject
    SameOrigin sameOrigin;

    @Inject
    CurrentCaller current;

    @Override
    public void filter(ContainerRequestContext request) {
        if (resource.getResourceMethod().isAnnotationPresent(OpenToAll.class)) {
            return;
        }
        if (resource.getResourceMethod().isAnnotationPresent(OperatorOnly.class)) {
            operator.require();
            return;
        }
        Requires requires = resource.getResourceMethod().getAnnotation(Requires.class);
        if (requires == null) {
            throw new Rejection(Reason.DENIED, "this endpoint does not say who may use it");
        }
        String workspaceId = request.getUriInfo().getPathParameters().getFirst("workspace");
        Optional<Caller> program = client.enter(workspaceId);
        if (program.isPresent()) {
            admit(program.get(), requires);
            return;
        }
        PathId.find(workspaceId).ifPresent(person::expect);
        var unused = person.require();
        if (person.isByCookie()) {
            sameOrigin.require(request);
        }
        if (workspaceId != null) {
            admit(person.enter(PathId.of("workspace", workspaceId)), requires);
        } else if (!resource.getResourceMethod().isAnnotationPresent(InAnySession.class)) {
            person.requireWhole();
        }
    }

    private void admit(Caller caller, Requires requires) {
        caller.require(requires.value());
        current.set(caller);
    }
}
