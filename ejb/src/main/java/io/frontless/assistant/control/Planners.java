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
    private final TurnReading reading;

    @Inject
    public Planners(Models models, ModelLedger ledger, TurnReading reading) {
        this.models = models;
        this.ledger = ledger;
        this.reading = reading;
    }

    /** The planner of a turn that begins now. */
    Planner of(Caller caller, UUID conversationId, TurnProgress progress) {
        return models.before(
                offline(caller), ledger.policy(caller), new CallersLedger(ledger, caller, conversationId), progress);
    }

    /** The one that always answers. */
    Planner offline(Caller caller) {
        Planner planner = new OfflinePlanner();
        return request -> reading.read(caller, () -> planner.propose(request));
    }
}
