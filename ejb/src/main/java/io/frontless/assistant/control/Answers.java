package io.frontless.assistant.control;

import io.frontless.assistant.control.TurnView.Reply;
import io.frontless.event.control.EventQueries;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.operation.FieldSpec;
import io.frontless.record.control.PastRecords;
import io.frontless.record.control.PastSlice;
import io.frontless.record.control.RecordQueries;
import io.frontless.record.control.RecordQuery;
import io.frontless.record.control.RecordView;
import io.frontless.schema.control.EntityView;
import io.frontless.schema.control.SchemaQueries;
import io.frontless.workspace.control.Caller;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Answers kept replies anew, with the caller's present rights and the present rows. */
@Dependent
public class Answers {

    /** Where what a reply was about is no longer there, or too far back. */
    static final Reply GONE = new Reply.Text("What this was about is no longer there.");

    private static final int PAST_RECORDS = 20;

    private final PlanReplies plans;
    private final EventQueries events;
    private final RecordQueries records;
    private final SchemaQueries schemas;
    private final PastRecords past;

    @Inject
    public Answers(
            PlanReplies plans, EventQueries events, RecordQueries records, SchemaQueries schemas, PastRecords past) {
        this.past = past;
        this.plans = plans;
        this.events = events;
        this.records = records;
        this.schemas = schemas;
    }

    /** The reply as it is shown now; what it was about may be gone by now, which is then the answer. */
    Reply answer(Caller caller, String said, StoredReply stored) {
        try {
            return present(caller, said, stored);
        } catch (Rejection rejection) {
            if (rejection.reason() == Reason.NOT_FOUND || rejection.reason() == Reason.INVALID) {
                return GONE;
            }
            throw rejection;
        }
    }

    private Reply present(Caller caller, String said, StoredReply stored) {
        if (stored instanceof StoredReply.Plan plan) {
            return plans.reply(caller, said, plan);
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
            return new Reply.Changes(changes.heading(), events.find(caller, changes.filter()));
        }
        if (stored instanceof StoredReply.Past asked) {
            return past(caller, asked);
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

    private Reply past(Caller caller, StoredReply.Past asked) {
        UUID id = asked.recordId();
        EntityView whole = past.entity(caller, asked.entity(), asked.at());
        EntityView entity = asked.field() == null ? whole : narrowed(whole, asked.field());
        if (id != null) {
            List<RecordView> one = List.of(past.record(caller, asked.entity(), id, asked.at()));
            return new Reply.Past(asked.heading(), asked.at(), entity, one, true);
        }
        PastSlice slice = past.page(caller, asked.entity(), asked.at(), null, PAST_RECORDS);
        return new Reply.Past(asked.heading(), asked.at(), entity, slice.records(), slice.nextCursor() == null);
    }

    /** What records are called by, and the one field. */
    private static EntityView narrowed(EntityView entity, String field) {
        String title = entity.titleField().map(FieldSpec::key).orElse("");
        return entity.with(entity.fields().stream()
                .filter(one -> one.key().equals(field) || one.key().equals(title))
                .toList());
    }
}
