package io.frontless.engine.control;

import io.frontless.event.control.EventLog;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.operation.Operation;
import io.frontless.operation.Operations;
import io.frontless.operation.Params;
import io.frontless.operation.Step;
import io.frontless.workspace.control.Caller;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Runs the steps of a plan in the transaction of its caller, all or none: read, authorize, check, write, append. Only the gateway's beans call it.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class CommandEngine {

    @Inject
    HandlerRegistry registry;

    @Inject
    EventLog log;

    @Inject
    Clock clock;

    /** A step that ran: the operation, what it changed, and the event it takes back. */
    public record Applied(
            String step,
            Operation operation,
            Change change,
            @Nullable UUID undoes) {}

    /** In the course of which plan and conversation the steps run. */
    public record Cause(@Nullable UUID planId, @Nullable UUID conversationId) {}

    /** Runs the steps in order. The first rejection ends all: the transaction is rolled back. */
    public List<Applied> run(Caller caller, List<Step> steps, Cause cause) {
        Instant now = clock.instant();
        StepReferences references = new StepReferences();
        List<Applied> applied = new ArrayList<>(steps.size());
        for (Step step : steps) {
            Applied one = run(new Execution(caller, now, step.expectVersion()), step, references, steps.size() > 1);
            append(caller, one, cause);
            references.remember(step.id(), one.change().subject().recordId());
            applied.add(one);
        }
        return applied;
    }

    private Applied run(Execution execution, Step step, StepReferences references, boolean oneOfMany) {
        try {
            Operation operation = Operations.read(step.op(), new Params("", references.resolve(step)));
            execution.caller().require(operation.permission());
            Prepared prepared = check(operation, execution);
            requireVersionOnlyOfWhatExists(step, prepared.change());
            prepared.write().run();
            return new Applied(step.id(), operation, prepared.change(), step.undoes());
        } catch (Rejection rejection) {
            throw oneOfMany ? inStep(step, rejection) : rejection;
        }
    }

    @SuppressWarnings("unchecked")
    private <O extends Operation> Prepared check(O operation, Execution execution) {
        return registry.handlerOf((Class<O>) operation.getClass()).check(operation, execution);
    }

    /** Whoever creates something cannot rely on a version of it: a silently ignored assumption is worse than a refusal. */
    private static void requireVersionOnlyOfWhatExists(Step step, Change change) {
        if (step.expectVersion() != null && change.version() == 1) {
            throw Rejection.invalid("expectVersion", "none, since nothing is there yet", step.expectVersion());
        }
    }

    private void append(Caller caller, Applied applied, Cause cause) {
        Change change = applied.change();
        log.append(
                caller,
                new EventLog.Fact(
                        applied.operation().name(),
                        change.subject().entity(),
                        change.subject().recordId(),
                        change.before(),
                        change.after(),
                        change.version()),
                new EventLog.Cause(cause.planId(), cause.conversationId(), applied.undoes()));
    }

    /** Says which step was refused, for a plan has many. */
    private static Rejection inStep(Step step, Rejection rejection) {
        if (rejection.reason() == Reason.DENIED) {
            return rejection;
        }
        return new Rejection(
                rejection.reason(), step.id() + " (" + step.op() + "): " + rejection.message(), rejection.details());
    }
}
