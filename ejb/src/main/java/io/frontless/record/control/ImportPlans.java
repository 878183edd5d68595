package io.frontless.record.control;

import io.frontless.engine.control.CommandGateway;
import io.frontless.engine.control.JobView;
import io.frontless.engine.control.Jobs;
import io.frontless.engine.control.PlanDraft;
import io.frontless.engine.control.PlanView;
import io.frontless.kernel.Limits;
import io.frontless.operation.CommitImport;
import io.frontless.operation.Step;
import io.frontless.workspace.control.Caller;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Proposes to commit staged files: a plan like any other, previewed, confirmed and undone. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ImportPlans {

    @Inject
    CommandGateway gateway;

    @Inject
    Imports imports;

    @Inject
    Jobs jobs;

    /** Proposes to make records of all rows, or of those that fit. */
    public PlanView propose(Caller caller, UUID importId, CommitImport.Mode mode, @Nullable UUID conversationId) {
        return gateway.propose(caller, draft(imports.view(caller, importId), mode, conversationId));
    }

    /** Starts to do that, as long work. */
    public JobView start(Caller caller, UUID importId, CommitImport.Mode mode) {
        StagedImport staged = imports.view(caller, importId);
        return jobs.propose(caller, draft(staged, mode, null), rows(staged, mode));
    }

    private static PlanDraft draft(StagedImport staged, CommitImport.Mode mode, @Nullable UUID conversationId) {
        String summary =
                "Import " + rows(staged, mode) + " rows into " + staged.target().label();
        Step step = Step.of("import", new CommitImport(staged.importId(), mode));
        return new PlanDraft(
                summary.substring(0, Math.min(summary.length(), Limits.TEXT_CHARS_MAX)),
                List.of(step),
                conversationId,
                null);
    }

    private static int rows(StagedImport staged, CommitImport.Mode mode) {
        return mode == CommitImport.Mode.ALL ? staged.rows() : staged.rows() - staged.wrongRows();
    }
}
