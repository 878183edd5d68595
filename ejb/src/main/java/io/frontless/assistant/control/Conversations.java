package io.frontless.assistant.control;

import io.frontless.assistant.control.PlanningRequest.Mention;
import io.frontless.assistant.entity.ConversationRows.Turn;
import io.frontless.assistant.model.ModelLedger;
import io.frontless.engine.control.CommandGateway;
import io.frontless.engine.control.PlanDraft;
import io.frontless.engine.control.PlanView;
import io.frontless.engine.control.PlanView.ChangeView;
import io.frontless.event.control.EventFilter;
import io.frontless.kernel.Json;
import io.frontless.kernel.Limits;
import io.frontless.kernel.Rejection;
import io.frontless.operation.Permission;
import io.frontless.operation.Undo;
import io.frontless.operation.UndoTarget;
import io.frontless.record.control.RecordQueries;
import io.frontless.schema.control.SchemaQueries;
import io.frontless.workspace.control.Caller;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Conversations: a person says a sentence, a planner proposes, the engine previews, and the turn is kept. Nothing is changed here; that takes
 * the person's confirmation and the gateway.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Conversations {

    private static final int TURNS_SHOWN = 50;

    /** Records that “them” can mean: more are named by a condition. */
    private static final int MENTIONED_MAX = 50;

    @Inject
    Planners planners;

    @Inject
    ModelLedger ledger;

    @Inject
    TurnStore turns;

    @Inject
    Answers answers;

    @Inject
    LogQuestions questions;

    @Inject
    CommandGateway gateway;

    @Inject
    SchemaQueries schemas;

    @Inject
    RecordQueries records;

    @Inject
    CallerLookups lookups;

    @Inject
    UndoPlans undoPlans;

    @Inject
    Clock clock;

    /** The caller's latest conversation, or a new one. */
    public UUID open(Caller caller) {
        caller.require(Permission.READ);
        return turns.latest(caller).orElseGet(() -> turns.start(caller));
    }

    /** A new conversation. */
    public UUID start(Caller caller) {
        caller.require(Permission.READ);
        return turns.start(caller);
    }

    /** The last turns, the oldest of them first; NOT_FOUND for a conversation that is not the caller's. */
    public List<TurnView> turns(Caller caller, UUID conversationId) {
        caller.require(Permission.READ);
        return turns.last(caller, conversationId, TURNS_SHOWN).stream()
                .map(turn -> view(caller, conversationId, turn))
                .toList();
    }

    /** Says a sentence. What the engine refuses to preview comes back as a refusal, said in the conversation like any answer. */
    public TurnView say(Caller caller, UUID conversationId, String sentence) {
        caller.require(Permission.READ);
        String said = requireSentence(sentence);
        turns.requireOwn(caller, conversationId);
        PlanningRequest request = new PlanningRequest(
                said,
                schemas.schema(caller),
                lookups.of(caller),
                () -> lookups.people(caller),
                new PlanningRequest.Author(caller.actor().id(), caller.actor().name()),
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
                lastMentioned(caller, conversationId));
        return keep(caller, conversationId, said, () -> planned(caller, conversationId, request));
    }

    /** Proposes to take something back, as a turn of the conversation. */
    public TurnView undo(Caller caller, UUID conversationId, UndoTarget target) {
        turns.requireOwn(caller, conversationId);
        return keep(caller, conversationId, "Undo", () -> undone(caller, conversationId, target));
    }

    private TurnView keep(Caller caller, UUID conversationId, String said, Supplier<StoredReply> reply) {
        StoredReply stored;
        try {
            stored = reply.get();
        } catch (Rejection rejection) {
            stored = new StoredReply.Refusal(rejection.message(), List.of());
        }
        return view(caller, conversationId, turns.add(caller, conversationId, said, stored));
    }

    /** What the engine refuses of a model's plan is not the person's fault: then the offline planner answers. */
    private StoredReply planned(Caller caller, UUID conversationId, PlanningRequest request) {
        Proposal proposal = planners.of(caller, conversationId).propose(request);
        try {
            return reply(caller, conversationId, proposal);
        } catch (Rejection refused) {
            if (!(proposal instanceof Proposal.Attributed)) {
                throw refused;
            }
            return reply(caller, conversationId, planners.offline().propose(request));
        }
    }

    private StoredReply reply(Caller caller, UUID conversationId, Proposal proposal) {
        if (proposal instanceof Proposal.Attributed attributed) {
            UUID planId = proposed(caller, conversationId, attributed.change());
            ledger.keepOrigins(caller, planId, attributed.provider(), attributed.origins());
            return new StoredReply.Plan(planId);
        }
        if (proposal instanceof Proposal.Change change) {
            return new StoredReply.Plan(proposed(caller, conversationId, change));
        }
        Optional<PlanView> undo = undoPlans.propose(caller, conversationId, proposal);
        if (undo.isPresent()) {
            return new StoredReply.Plan(undo.get().planId());
        }
        if (proposal instanceof Proposal.SummarizeRecords summary) {
            return new StoredReply.Summary(summary.heading(), summary.query());
        }
        if (proposal instanceof Proposal.CountRecords count) {
            return new StoredReply.Text(String.format(count.sentence(), records.count(caller, count.query())));
        }
        if (proposal instanceof Proposal.ListEvents events) {
            return questions.events(caller, events);
        }
        if (proposal instanceof Proposal.ShowPast past) {
            return questions.past(caller, past);
        }
        return shown(proposal);
    }

    private UUID proposed(Caller caller, UUID conversationId, Proposal.Change change) {
        return gateway.propose(caller, new PlanDraft(shortened(change.summary()), change.steps(), conversationId, null))
                .planId();
    }

    private static StoredReply shown(Proposal proposal) {
        if (proposal instanceof Proposal.ListRecords list) {
            return new StoredReply.Records(list.heading(), list.query());
        }
        if (proposal instanceof Proposal.ListChanges list) {
            return new StoredReply.Changes(
                    list.record().isPresent() ? "Changes of this record" : "The last " + list.last() + " changes",
                    filter(list));
        }
        if (proposal instanceof Proposal.ListEntities) {
            return new StoredReply.Entities();
        }
        if (proposal instanceof Proposal.Question question) {
            return new StoredReply.Question(question.text(), question.options());
        }
        Proposal.NotUnderstood not = (Proposal.NotUnderstood) proposal;
        return new StoredReply.Refusal(not.message(), not.examples());
    }

    private static EventFilter filter(Proposal.ListChanges list) {
        int last = Math.min(list.last(), Limits.PAGE_ROWS_MAX);
        return list.record()
                .map(record -> EventFilter.ofRecord(record.entity(), record.id(), last))
                .orElseGet(() -> EventFilter.latest(last));
    }

    private StoredReply undone(Caller caller, UUID conversationId, UndoTarget target) {
        return new StoredReply.Plan(
                gateway.proposeUndo(caller, Undo.of(target), conversationId).planId());
    }

    private TurnView view(Caller caller, UUID conversationId, Turn turn) {
        return new TurnView(
                conversationId,
                turn.turnId(),
                turn.said(),
                turn.saidAt(),
                answers.answer(caller, StoredReply.read(turn.reply())));
    }

    /** The records that the turn before was about, where they are of one entity and few enough to be pointed at. */
    private List<Mention> lastMentioned(Caller caller, UUID conversationId) {
        List<Turn> last = turns.last(caller, conversationId, 1);
        if (last.isEmpty()) {
            return List.of();
        }
        StoredReply stored = StoredReply.read(last.get(0).reply());
        if (!(stored instanceof StoredReply.Plan) && !(stored instanceof StoredReply.Records)) {
            return List.of();
        }
        TurnView.Reply reply = answers.answer(caller, stored);
        List<Mention> mentions = new ArrayList<>();
        if (reply instanceof TurnView.Reply.Plan plan
                && plan.plan().changeCount() <= MENTIONED_MAX
                && plan.plan().changeCount() == plan.plan().changes().size()) {
            for (ChangeView change : plan.plan().changes()) {
                if (change.recordId() == null || change.entity() == null) {
                    return List.of();
                }
                mentions.add(new Mention(change.entity(), change.recordId()));
            }
        }
        if (reply instanceof TurnView.Reply.Records found && found.total() <= MENTIONED_MAX) {
            found.records().forEach(record -> mentions.add(new Mention(record.entity(), record.id())));
        }
        boolean alike = mentions.stream().map(Mention::entity).distinct().count() == 1;
        return alike ? mentions.stream().distinct().toList() : List.of();
    }

    /** A summary has the values in it, and as much of them as fits. */
    private static String shortened(String summary) {
        return summary.length() <= Limits.TEXT_CHARS_MAX
                ? summary
                : summary.substring(0, Limits.TEXT_CHARS_MAX - 1) + "…";
    }

    private static String requireSentence(String sentence) {
        String said = sentence.strip();
        Json.requireStorable("text", said);
        if (said.isEmpty() || said.length() > Limits.SENTENCE_CHARS_MAX) {
            throw Rejection.invalid("text", "1 to " + Limits.SENTENCE_CHARS_MAX + " characters", said);
        }
        return said;
    }
}
