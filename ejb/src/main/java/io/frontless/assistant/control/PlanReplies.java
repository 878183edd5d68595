package io.frontless.assistant.control;

import io.frontless.assistant.control.TurnView.Reply;
import io.frontless.assistant.model.Attribution;
import io.frontless.assistant.model.ModelLedger;
import io.frontless.engine.control.CommandGateway;
import io.frontless.engine.control.PlanView;
import io.frontless.schema.control.SchemaQueries;
import io.frontless.workspace.control.Caller;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Shows plans in a conversation, each with why it says what it says. */
@Dependent
public class PlanReplies {

    private final CommandGateway gateway;
    private final ModelLedger ledger;
    private final SchemaQueries schemas;
    private final PlanEdits edits;

    @Inject
    public PlanReplies(CommandGateway gateway, ModelLedger ledger, SchemaQueries schemas, PlanEdits edits) {
        this.gateway = gateway;
        this.ledger = ledger;
        this.schemas = schemas;
        this.edits = edits;
    }

    /** The plan that a sentence became. */
    Reply.Plan reply(Caller caller, String said, StoredReply.Plan stored) {
        PlanView plan = gateway.plan(caller, stored.planId());
        Optional<Attribution> made = ledger.attribution(caller, stored.planId());
        Provenance provenance = new Provenance(
                said,
                stored.takesBack(),
                made.map(Attribution::provider).orElse(""),
                made.map(Attribution::values).orElse(List.of()),
                schemas.schema(caller));
        return new Reply.Plan(plan, provenance.of(plan), edits.of(caller, plan));
    }
}
