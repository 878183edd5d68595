package io.frontless.assistant.control;

import io.frontless.assistant.model.CallersLedger;
import io.frontless.assistant.model.ModelLedger;
import io.frontless.assistant.model.Models;
import io.frontless.assistant.offline.OfflinePlanner;
import io.frontless.workspace.control.Caller;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.UUID;

/** Chooses the planner of a turn: the models that the workspace has chosen, in their order, and last the one that needs no key and no network. */
@Dependent
public class Planners {

    private final Models models;
    private final ModelLedger ledger;

    @Inject
    public Planners(Models models, ModelLedger ledger) {
        this.models = models;
        this.ledger = ledger;
    }

    /** The planner of a turn that begins now. */
    Planner of(Caller caller, UUID conversationId, TurnProgress progress) {
        return models.before(
                offline(), ledger.policy(caller), new CallersLedger(ledger, caller, conversationId), progress);
    }

    /** The one that always answers. */
    Planner offline() {
        return new OfflinePlanner();
    }
}
