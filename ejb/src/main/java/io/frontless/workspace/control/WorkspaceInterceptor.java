package io.frontless.workspace.control;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Enters the caller's workspace inside the transaction, before the method runs. */
@InWorkspace
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
public class WorkspaceInterceptor {

    private final WorkspaceContext context;

    @Inject
    public WorkspaceInterceptor(WorkspaceContext context) {
        this.context = context;
    }

    /** A method that does not name its caller first is a bug and is not run. */
    @AroundInvoke
    public Object enter(InvocationContext invocation) throws Exception {
        Object[] parameters = invocation.getParameters();
        if (parameters.length == 0 || !(parameters[0] instanceof Caller caller)) {
            throw new IllegalStateException(invocation.getMethod() + " must take the caller as its first parameter");
        }
        context.enterWorkspace(caller.workspaceId());
        return invocation.proceed();
    }
}
