package io.frontless.assistant.control;

import io.frontless.assistant.control.TurnView.Reply;
import io.frontless.engine.control.CommandGateway;
import io.frontless.event.control.EventFilter;
import io.frontless.event.control.EventQueries;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.record.control.RecordQueries;
import io.frontless.record.control.RecordQuery;
import io.frontless.schema.control.SchemaQueries;
import io.frontless.workspace.control.Caller;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Objects;

/** Answers kept replies anew, with the caller's present rights and the present rows. */
@Dependent
public class Answers {

    private final CommandGateway gateway;
    private final EventQueries events;
    private final RecordQueries records;
    private final SchemaQueries schemas;

    @Inject
    public Answers(CommandGateway gateway, EventQueries events, RecordQueries records, SchemaQueries schemas) {
        this.gateway = gateway;
        this.events = events;
        this.records = records;
        this.schemas = schemas;
    }

    /** The reply as it is shown now; what it was about may be gone by now, which is then the answer. */
    Reply answer(Caller caller, StoredReply stored) {
        try {
            return present(caller, stored);
        } catch (Rejection rejection) {
            if (rejection.reason() == Reason.NOT_FOUND || rejection.reason() == Reason.INVALID) {
                return new Reply.Text("What this was about is no longer there.");
            }
            throw rejection;
        }
    }

    private Reply present(Caller caller, StoredReply stored) {
        if (stored instanceof StoredReply.Plan plan) {
            return new Reply.Plan(gateway.plan(caller, plan.planId()));
        }
        if (stored instanceof StoredReply.Records found) {
            RecordQuery query = found.query();
            return new Reply.Records(
                    found.heading(),
                    schemas.entity(caller, query.entity()),
                    records.find(caller, query),
                    records.count(caller, query));
        }
        if (stored instanceof StoredReply.Summary summary) {
            return Summaries.of(
                    summary.heading(),
                    schemas.entity(caller, summary.query().entity()),
                    Objects.requireNonNull(summary.query().group()),
                    records.groups(caller, summary.query()));
        }
        if (stored instanceof StoredReply.Changes changes) {
            EventFilter filter = new EventFilter(
                    changes.entity(),
                    changes.recordId(),
                    null,
                    null,
                    null,
                    changes.beforeSeq(),
                    EventFilter.Detail.NONE,
                    changes.limit());
            return new Reply.Changes(changes.heading(), events.find(caller, filter));
        }
        if (stored instanceof StoredReply.Entities) {
            return new Reply.Entities(schemas.schema(caller).entities());
        }
        if (stored instanceof StoredReply.Question question) {
            return new Reply.Question(question.text(), question.options());
        }
        if (stored instanceof StoredReply.Refusal refusal) {
            return new Reply.Refusal(refusal.message(), refusal.examples());
        }
        return new Reply.Text(((StoredReply.Text) stored).text());
    }
}
