package io.frontless.assistant.control;

import io.frontless.assistant.control.PlanningRequest.Mention;
import io.frontless.assistant.entity.ConversationRows.Turn;
import io.frontless.assistant.model.Attribution;
import io.frontless.assistant.model.ModelLedger;
import io.frontless.engine.control.CommandGateway;
import io.frontless.engine.control.PlanDraft;
import io.frontless.engine.control.PlanView;
import io.frontless.event.control.EventFilter;
import io.frontless.kernel.Json;
import io.frontless.kernel.Limits;
import io.frontless.kernel.Reason;
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
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Conversations: a person says a sentence, a planner proposes, the engine previews, and the turn is kept. Nothing is changed here; that takes
 * the person's confirmation and the gateway.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Conversations {

    private static final int TURNS_SHOWN = 50;

    private static final int RECENT_SHOWN = 20;

    /** What a plan is asked about; nobody's table is called so. */
    private static final Pattern EXPLAIN =
            Pattern.compile("(please )?(explain|why)( (that|this|it|the plan))?[.?!]*", Pattern.CASE_INSENSITIVE);

    private static final String EDITED = "; edited: ";

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
    PlanEdits edits;

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
        List<TurnView> views = new ArrayList<>();
        for (Turn turn : turns.last(caller, conversationId, TURNS_SHOWN)) {
            views.add(view(caller, conversationId, turn));
        }
        views.subList(0, Math.max(0, views.size() - 1)).replaceAll(TurnView::passed);
        return views;
    }

    /** Sentences to begin with, made of the tables that the caller sees. */
    public List<String> examples(Caller caller) {
        caller.require(Permission.READ);
        return Suggestions.examples(schemas.schema(caller), caller.access());
    }

    /** What the caller said last in any of their conversations, the latest first, each once. */
    public List<String> recent(Caller caller) {
        caller.require(Permission.READ);
        return turns.said(caller, RECENT_SHOWN);
    }

    /** Says a sentence. What the engine refuses to preview comes back as a refusal, said in the conversation like any answer. */
    public TurnView say(Caller caller, UUID conversationId, String sentence) {
        return say(caller, conversationId, sentence, TurnProgress.UNWATCHED);
    }

    /** The same, watched. */
    public TurnView say(Caller caller, UUID conversationId, String sentence, TurnProgress progress) {
        caller.require(Permission.READ);
        String said = requireSentence(sentence);
        PlanningRequest request = request(caller, conversationId, said);
        progress.reached(TurnProgress.Stage.PLANNING, "");
        if (EXPLAIN.matcher(said).matches()) {
            return keep(caller, conversationId, said, () -> explained(caller, conversationId));
        }
        return keep(caller, conversationId, said, () -> planned(caller, conversationId, request, progress));
    }

    private PlanningRequest request(Caller caller, UUID conversationId, String said) {
        return new PlanningRequest(
                said,
                schemas.schema(caller),
                lookups.of(caller),
                () -> lookups.people(caller),
                new PlanningRequest.Author(caller.actor().id(), caller.actor().name()),
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
                lastMentioned(caller, conversationId));
    }

    /** Proposes to take something back, as a turn of the conversation. */
    public TurnView undo(Caller caller, UUID conversationId, UndoTarget target) {
        turns.requireOwn(caller, conversationId);
        return keep(caller, conversationId, "Undo", () -> undone(caller, conversationId, target));
    }

    /** Proposes one of the conversation's plans with other values, as a turn, and discards it as it was; what is refused leaves it as it is. */
    public TurnView edit(Caller caller, UUID conversationId, UUID planId, Map<String, String> texts) {
        PlanTurn made = planTurn(caller, conversationId, turn -> turn.planId().equals(planId))
                .orElseThrow(() -> Rejection.notFound("plan", planId));
        PlanView plan = gateway.plan(caller, planId);
        PlanEdits.Edited edited = edits.edited(caller, plan, texts);
        String said = made.said() + EDITED + edited.words();
        Json.requireStorable("values", said);
        String summary = shortened(plan.summary() + EDITED + edited.words());
        PlanView changed = gateway.propose(caller, new PlanDraft(summary, edited.steps(), conversationId, null));
        ledger.attribution(caller, planId)
                .ifPresent(by -> ledger.attribute(caller, changed.planId(), by.without(edited.keys())));
        gateway.discard(caller, planId);
        StoredReply stored =
                new StoredReply.Plan(changed.planId(), made.stored().takesBack());
        return view(caller, conversationId, turns.add(caller, conversationId, said, stored));
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

    /** A turn that became a plan. */
    private record PlanTurn(String said, StoredReply.Plan stored) {}

    /** The last such turn of those that are shown. */
    private Optional<PlanTurn> planTurn(Caller caller, UUID conversationId, Predicate<StoredReply.Plan> wanted) {
        return turns.last(caller, conversationId, TURNS_SHOWN).stream()
                .flatMap(turn -> StoredReply.read(turn.reply()) instanceof StoredReply.Plan plan && wanted.test(plan)
                        ? Stream.of(new PlanTurn(turn.said(), plan))
                        : Stream.of())
                .reduce((earlier, later) -> later);
    }

    private StoredReply explained(Caller caller, UUID conversationId) {
        return planTurn(caller, conversationId, any -> true)
                .map(turn -> new StoredReply.Explained(turn.stored().planId()))
                .orElseThrow(() -> new Rejection(Reason.NOT_FOUND, "there is no plan yet to explain"));
    }

    /** What the engine refuses of a model's plan is not the person's fault: then the offline planner answers. */
    private StoredReply planned(Caller caller, UUID conversationId, PlanningRequest request, TurnProgress progress) {
        Proposal proposal = planners.of(caller, conversationId, progress).propose(request);
        progress.reached(TurnProgress.Stage.PREVIEWING, "");
        try {
            return reply(caller, conversationId, proposal);
        } catch (Rejection refused) {
            if (!(proposal instanceof Proposal.Attributed attributed)) {
                throw refused;
            }
            progress.reached(TurnProgress.Stage.FELL_BACK, attributed.provider());
            return reply(caller, conversationId, planners.offline(caller).propose(request));
        }
    }

    private StoredReply reply(Caller caller, UUID conversationId, Proposal proposal) {
        if (proposal instanceof Proposal.Attributed attributed) {
            UUID planId = proposed(caller, conversationId, attributed.change());
            ledger.attribute(caller, planId, new Attribution(attributed.provider(), attributed.origins()));
            return new StoredReply.Plan(planId, false);
        }
        if (proposal instanceof Proposal.Change change) {
            return new StoredReply.Plan(proposed(caller, conversationId, change), false);
        }
        Optional<PlanView> undo = undoPlans.propose(caller, conversationId, proposal);
        if (undo.isPresent()) {
            return new StoredReply.Plan(undo.get().planId(), true);
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
                gateway.proposeUndo(caller, Undo.of(target), conversationId).planId(), true);
    }

    private TurnView view(Caller caller, UUID conversationId, Turn turn) {
        TurnView.Reply reply = reply(caller, conversationId, turn);
        return new TurnView(
                conversationId,
                turn.turnId(),
                turn.said(),
                turn.saidAt(),
                reply,
                Suggestions.after(reply, caller.access()));
    }

    private TurnView.Reply reply(Caller caller, UUID conversationId, Turn turn) {
        StoredReply stored = StoredReply.read(turn.reply());
        if (!(stored instanceof StoredReply.Explained explained)) {
            return answers.answer(caller, turn.said(), stored);
        }
        return planTurn(caller, conversationId, plan -> plan.planId().equals(explained.planId()))
                .map(made -> answers.answer(caller, made.said(), made.stored()))
                .flatMap(answer -> answer instanceof TurnView.Reply.Plan plan ? Optional.of(plan) : Optional.empty())
                .<TurnView.Reply>map(plan -> new TurnView.Reply.Explained(
                        explained.planId(), plan.plan().summary(), plan.why()))
                .orElse(Answers.GONE);
    }

    private List<Mention> lastMentioned(Caller caller, UUID conversationId) {
        List<Turn> last = turns.last(caller, conversationId, 1);
        if (last.isEmpty()) {
            return List.of();
        }
        Turn turn = last.get(0);
        StoredReply stored = StoredReply.read(turn.reply());
        return stored instanceof StoredReply.Plan || stored instanceof StoredReply.Records
                ? LastMentioned.of(answers.answer(caller, turn.said(), stored))
                : List.of();
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
