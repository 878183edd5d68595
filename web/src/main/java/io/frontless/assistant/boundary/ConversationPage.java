package io.frontless.assistant.boundary;

import io.frontless.approval.control.ApprovalCommands;
import io.frontless.assistant.control.Conversations;
import io.frontless.boundary.PathId;
import io.frontless.boundary.Requires;
import io.frontless.engine.control.CommandGateway;
import io.frontless.identity.boundary.CurrentWorkspace;
import io.frontless.identity.boundary.Notice;
import io.frontless.identity.boundary.PageLink;
import io.frontless.identity.boundary.Redirect;
import io.frontless.identity.boundary.RequestParameter;
import io.frontless.operation.Permission;
import io.frontless.operation.UndoTarget;
import io.frontless.record.boundary.EventTitles;
import io.frontless.record.boundary.PlanCards;
import io.frontless.record.boundary.ShownPlan;
import io.frontless.workspace.control.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.Flash;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The conversation. Its buttons name the plan or event they are about in their own value, so that a list that has grown meanwhile can
 * never turn a press into another's. Other pages send their undo buttons here too.
 */
@Named
@RequestScoped
@Requires(Permission.READ)
public class ConversationPage {

    @Inject
    HttpServletRequest request;

    @Inject
    FacesContext faces;

    @Inject
    Flash flash;

    @Inject
    CurrentWorkspace workspace;

    @Inject
    PlanCards cards;

    @Inject
    Conversations conversations;

    @Inject
    CommandGateway gateway;

    @Inject
    ApprovalCommands approvals;

    @Inject
    EventTitles titles;

    @Inject
    Notice notice;

    @Inject
    Redirect redirect;

    private List<TurnCard> turns = List.of();
    private String sentence = "";
    private String refusedPlan = "";
    private @Nullable UUID conversation;

    /** Reads the conversation's last turns. */
    public void load() {
        TurnCard.Words words = new TurnCard.Words(cards::of, titles::lines);
        turns = conversations.turns(workspace.caller(), getConversation()).stream()
                .map(turn -> TurnCard.of(turn, words))
                .toList();
    }

    /** Says the sentence in the composer. */
    public void say() {
        say(sentence);
    }

    /** Starts a new conversation. */
    public void start() {
        to(link(conversations.start(workspace.caller())));
    }

    /** Does what the pressed button says, if it is one of those that name a plan, an event or a sentence. */
    public void act() {
        if (!faces.isPostback()) {
            return;
        }
        RequestParameter.text(request, "confirm").ifPresent(this::confirm);
        RequestParameter.text(request, "discard").ifPresent(button -> plan(button, gateway::discard));
        RequestParameter.text(request, "ask").ifPresent(button -> plan(button, approvals::request));
        RequestParameter.text(request, "withdraw").ifPresent(button -> plan(button, approvals::withdraw));
        RequestParameter.text(request, "edit").ifPresent(this::edit);
        RequestParameter.text(request, "undo").ifPresent(this::undoPlan);
        RequestParameter.text(request, "undo-event").ifPresent(this::undoEvent);
        RequestParameter.text(request, "choose").ifPresent(this::say);
    }

    /** The conversation that is shown: the one asked for, or the person's latest. */
    public UUID getConversation() {
        if (conversation == null) {
            conversation = RequestParameter.uuid(request, "c").orElseGet(() -> conversations.open(workspace.caller()));
        }
        return conversation;
    }

    /** The turns, oldest first. */
    public List<TurnCard> getTurns() {
        return turns;
    }

    /** The plan that was just refused, whose card tells why; nothing where there is none. */
    public String getRefusedPlan() {
        return refusedPlan;
    }

    /** Sentences to begin with. */
    public List<Example> getExamples() {
        return conversations.examples(workspace.caller()).stream()
                .map(Example::of)
                .toList();
    }

    /** What stands in the composer: a sentence that could not be said stays, and one that was chosen elsewhere waits to be said. */
    public String getSentence() {
        if (!sentence.isEmpty()) {
            return sentence;
        }
        return flash.get("said") instanceof String said
                ? said
                : RequestParameter.text(request, "say").orElse("");
    }

    public void setSentence(String sentence) {
        this.sentence = sentence;
    }

    private void say(String said) {
        notice.attempt(() -> {
            conversations.say(workspace.caller(), getConversation(), said);
            to(link(getConversation()));
        });
    }

    private void confirm(String button) {
        notice.attempt(() -> {
            ShownPlan shown = ShownPlan.parse(button);
            refusedPlan = shown.planId().toString();
            gateway.execute(workspace.caller(), shown.planId(), shown.confirmation());
            to(link(getConversation()).at("plan-" + shown.planId()));
        });
    }

    /** Does something with the plan that a button names, and shows what became of it. */
    private void plan(String button, BiConsumer<Caller, UUID> does) {
        notice.attempt(() -> {
            UUID plan = PathId.of("plan", button);
            refusedPlan = plan.toString();
            does.accept(workspace.caller(), plan);
            to(link(getConversation()).at("plan-" + plan));
        });
    }

    private void edit(String button) {
        notice.attempt(() -> {
            UUID plan = PathId.of("plan", button);
            refusedPlan = plan.toString();
            conversations.edit(workspace.caller(), getConversation(), plan, values(plan));
            to(link(getConversation()));
        });
    }

    /** What the fields of a plan's card say, by the values' keys. */
    private Map<String, String> values(UUID plan) {
        String prefix = "value." + plan + ".";
        Map<String, String> values = new HashMap<>();
        request.getParameterMap().forEach((name, said) -> {
            if (name.startsWith(prefix)) {
                values.put(name.substring(prefix.length()), said[0]);
            }
        });
        return values;
    }

    private void undoPlan(String button) {
        notice.attempt(() -> {
            UUID plan = PathId.of("plan", button);
            refusedPlan = plan.toString();
            undo(new UndoTarget.Plan(plan));
        });
    }

    private void undoEvent(String button) {
        notice.attempt(() -> undo(new UndoTarget.Event(PathId.of("event", button))));
    }

    private void undo(UndoTarget target) {
        conversations.undo(workspace.caller(), getConversation(), target);
        to(link(getConversation()));
    }

    private void to(PageLink page) {
        redirect.to(page);
    }

    private PageLink link(UUID shown) {
        return PageLink.to("/conversation").with("w", workspace.getId()).with("c", shown);
    }
}
