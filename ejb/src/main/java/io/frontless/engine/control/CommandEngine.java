package io.frontless.engine.control;

import io.frontless.event.control.EventLog;
import io.frontless.kernel.Limits;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.operation.Operation;
import io.frontless.operation.Operations;
import io.frontless.operation.Params;
import io.frontless.operation.Step;
import io.frontless.workspace.control.Caller;
import io.frontless.workspace.entity.Statements;
import io.frontless.workspace.entity.Statements.Batch;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
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
    @Any
    Instance<PendingWrites> pending;

    @Inject
    Statements statements;

    @Inject
    Clock clock;

    private List<PendingWrites> writers = List.of();

    /** Asked for once: every asking makes new beans, which live as long as this one. */
    @PostConstruct
    void start() {
        writers = pending.stream().toList();
    }

    /** A step that ran: the operation, what it changed, and the event it takes back. */
    public record Applied(
            String step,
            Operation operation,
            Change change,
            @Nullable UUID undoes) {}

    /** What a run came to, and the last of its changes with the event that tells of it. */
    public record Done(Assessment assessment, Change last, UUID eventId) {}

    /** In the course of which plan and conversation the steps run. */
    public record Cause(@Nullable UUID planId, @Nullable UUID conversationId) {}

    /** Runs the steps in order. The first rejection ends all: the transaction is rolled back. */
    public Assessment run(Caller caller, List<Step> steps, Cause cause) {
        return run(caller, steps, cause, Progress.UNWATCHED);
    }

    /** The same, watched. */
    public Assessment run(Caller caller, List<Step> steps, Cause cause, Progress progress) {
        Run run = new Run(caller, cause, progress, clock.instant());
        run.toTheEnd(steps);
        return run.assessor.assessment(run.findings);
    }

    /** The same for a plan that nobody was shown; CONFLICT where it changes nothing. */
    public Done runUnseen(Caller caller, List<Step> steps, Cause cause) {
        Run run = new Run(caller, cause, Progress.UNWATCHED, clock.instant());
        run.toTheEnd(steps);
        Change last = run.last;
        UUID eventId = run.lastEventId;
        if (last == null || eventId == null) {
            throw Rejection.conflict("operations", "something to change", "nothing");
        }
        return new Done(run.assessor.assessment(run.findings), last, eventId);
    }

    /** The watcher wants no more of it. This is no refusal of the step that happened to run, and nobody may step over it. */
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final RuntimeException reason;

        Stopped(RuntimeException reason) {
            super(reason);
            this.reason = reason;
        }
    }

    /** One run of a plan. */
    private final class Run {
        private final Caller caller;
        private final Cause cause;
        private final Progress progress;
        private final Instant now;
        private final StepReferences references = new StepReferences();
        private final Assessor assessor;
        private final Findings findings = new Findings();
        private int unflushed;
        private @Nullable Change last;
        private @Nullable UUID lastEventId;
        private @Nullable String rootStep;

        Run(Caller caller, Cause cause, Progress progress, Instant now) {
            this.caller = caller;
            this.assessor = new Assessor(caller.access());
            this.cause = cause;
            this.progress = progress;
            this.now = now;
        }

        void toTheEnd(List<Step> steps) {
            try {
                all(steps, 0, Run::refuse);
                flush();
            } catch (Stopped stopped) {
                throw stopped.reason;
            }
        }

        /** Runs steps in order; those of one kind that follow each other are read together before. */
        void all(List<Step> steps, int depth, BiConsumer<Step, Rejection> refused) {
            if (depth > Limits.STEP_DEPTH_MAX) {
                throw Rejection.of(
                        Reason.LIMIT, "operations", "steps within steps, " + Limits.STEP_DEPTH_MAX + " deep", "more");
            }
            boolean oneOfMany = depth > 0 || steps.size() > 1;
            for (int from = 0; from < steps.size(); ) {
                int to = endOfKind(steps, from);
                List<Step> kind = steps.subList(from, to);
                if (kind.size() > 1) {
                    prefetch(kind);
                }
                kind.forEach(step -> one(
                        step,
                        depth,
                        rejection -> refused.accept(step, oneOfMany ? inStep(step, rejection) : rejection)));
                from = to;
            }
        }

        private int endOfKind(List<Step> steps, int from) {
            int to = from + 1;
            while (to < steps.size()
                    && to - from < Limits.BATCH_STEPS
                    && steps.get(to).op().equals(steps.get(from).op())) {
                to++;
            }
            return to;
        }

        /** What cannot be read yet, because it refers to a step that has not run or is wrong, is read when its turn comes. */
        @SuppressWarnings("unchecked")
        private <O extends Operation> void prefetch(List<Step> kind) {
            List<O> operations = new ArrayList<>();
            kind.forEach(step -> readable(step).ifPresent(operation -> operations.add((O) operation)));
            if (!operations.isEmpty()
                    && registry.handlerOf((Class<O>) operations.get(0).getClass())
                            instanceof OperationHandler<O> handler
                    && caller.access().allowsSomewhere(operations.get(0).permission())) {
                handler.prefetch(operations, execution(kind.get(0)));
            }
        }

        private void one(Step step, int depth, Consumer<Rejection> refused) {
            if (depth == 0) {
                rootStep = step.id();
            }
            try {
                Operation operation = read(step);
                requireAllowed(operation);
                apply(operation, step, depth);
            } catch (Rejection rejection) {
                refused.accept(rejection);
            }
        }

        private static void refuse(Step step, Rejection rejection) {
            throw rejection;
        }

        /** What stands for others is allowed by those, each of which is asked for by itself. */
        private void requireAllowed(Operation operation) {
            if (operation.entity() == null && registry.handlerOf(operation.getClass()) instanceof CompositeHandler) {
                caller.require(operation.permission());
            } else {
                caller.require(operation.permission(), operation.entity());
            }
        }

        @SuppressWarnings("unchecked")
        private <O extends Operation> void apply(O operation, Step step, int depth) {
            Handler<O> handler = registry.handlerOf((Class<O>) operation.getClass());
            Execution execution = execution(step);
            references.touched(null);
            Children children = handler.children(operation, execution);
            for (List<Step> some = children.next(); !some.isEmpty(); some = children.next()) {
                all(some, depth + 1, children::refused);
            }
            if (handler instanceof OperationHandler<O> own) {
                change(operation, step, own.check(operation, execution));
            }
            references.rememberAs(step.id());
        }

        private void change(Operation operation, Step step, Prepared prepared) {
            Change change = prepared.change();
            requireVersionOnlyOfWhatExists(step, change);
            prepared.write().run();
            Applied applied = new Applied(step.id(), operation, change, step.undoes());
            last = change;
            lastEventId = append(applied);
            references.touched(change.subject().recordId());
            assessor.add(applied);
            if (++unflushed >= Limits.BATCH_STEPS) {
                flush();
            }
        }

        private Optional<Operation> readable(Step step) {
            try {
                return Optional.of(read(step));
            } catch (Rejection later) {
                // Refused again, with its place, when the step runs.
                return Optional.empty();
            }
        }

        private Operation read(Step step) {
            return Operations.read(step.op(), new Params("", references.resolve(step)));
        }

        private Execution execution(Step step) {
            return new Execution(caller, now, step.expectVersion(), step.undoes(), findings);
        }

        private UUID append(Applied applied) {
            Change change = applied.change();
            return log.append(
                    caller,
                    new EventLog.Fact(
                            applied.operation().name(),
                            change.subject().entity(),
                            change.subject().recordId(),
                            change.before(),
                            change.after(),
                            change.version()),
                    new EventLog.Cause(cause.planId(), rootStep, cause.conversationId(), applied.undoes()));
        }

        void flush() {
            Batch batch = new Batch();
            writers.forEach(writer -> writer.writeTo(batch));
            log.writeTo(batch, caller);
            statements.send(batch);
            unflushed = 0;
            try {
                progress.touched(assessor.rows());
            } catch (RuntimeException stop) {
                throw new Stopped(stop);
            }
        }
    }

    /** Whoever creates something cannot rely on a version of it: a silently ignored assumption is worse than a refusal. */
    private static void requireVersionOnlyOfWhatExists(Step step, Change change) {
        if (step.expectVersion() != null && change.version() == 1) {
            throw Rejection.invalid("expectVersion", "none, since nothing is there yet", step.expectVersion());
        }
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
