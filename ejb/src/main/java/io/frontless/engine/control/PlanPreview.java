package io.frontless.engine.control;

import io.frontless.operation.Step;
import io.frontless.workspace.control.Caller;
import io.frontless.workspace.control.InWorkspace;
import jakarta.annotation.Resource;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/**
 * Previews a plan by running it, the same way as it will be executed, in a transaction that is always rolled back: what it shows is not a
 * prediction but what happened.
 */
@Stateless
@InWorkspace
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class PlanPreview {

    @Inject
    CommandEngine engine;

    @Resource
    SessionContext session;

    /** Runs the steps and takes all of it back. */
    public Assessment preview(Caller caller, List<Step> steps, UUID planId, Progress progress) {
        Assessment assessment = engine.run(caller, steps, new CommandEngine.Cause(planId, null), progress);
        session.setRollbackOnly();
        return assessment;
    }
}
