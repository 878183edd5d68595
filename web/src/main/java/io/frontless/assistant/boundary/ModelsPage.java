package io.frontless.assistant.boundary;

import io.frontless.assistant.model.AssistantPolicy;
import io.frontless.assistant.model.ModelLedger;
import io.frontless.assistant.model.ModelProvider;
import io.frontless.assistant.model.ModelSpending;
import io.frontless.assistant.model.Models;
import io.frontless.assistant.model.SentRequest;
import io.frontless.boundary.Requires;
import io.frontless.identity.boundary.CurrentWorkspace;
import io.frontless.identity.boundary.RequestParameter;
import io.frontless.operation.Operation;
import io.frontless.operation.Permission;
import io.frontless.operation.SetAssistantPolicy;
import io.frontless.record.boundary.PagePlan;
import io.frontless.record.boundary.TimeText;
import io.frontless.record.boundary.ValueText;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Which models the assistant may ask, and what they were sent. Parameter: {@code r} the request to show. */
@Named
@RequestScoped
@Requires(Permission.MANAGE_ROLES)
public class ModelsPage {

    private static final int REQUESTS_SHOWN = 50;

    @Inject
    HttpServletRequest request;

    @Inject
    FacesContext faces;

    @Inject
    CurrentWorkspace workspace;

    @Inject
    Models models;

    @Inject
    ModelLedger ledger;

    @Inject
    PagePlan plan;

    private @Nullable AssistantPolicy policy;
    private ModelSpending today = new ModelSpending(0, 0);
    private List<Sent> requests = List.of();
    private @Nullable SentRequest shown;

    /** A provider as the page lists it; its place is 0 where it is never asked. */
    public record Provider(
            String name,
            String company,
            String model,
            String region,
            String keeps,
            String price,
            int place,
            List<Choice> choices) {}

    /** A place in the order. */
    public record Choice(int place, String label) {}

    /** A request as the page lists it. */
    public record Sent(String id, String when, String actor, String provider, String outcome, String tokens) {}

    /** Reads the policy, what was sent, and the plan to confirm. */
    public void load() {
        policy = ledger.policy(workspace.caller());
        today = ledger.spentToday(workspace.caller());
        requests = ledger.requests(workspace.caller(), null, REQUESTS_SHOWN).stream()
                .map(ModelsPage::line)
                .toList();
        RequestParameter.uuid(request, "r").ifPresent(id -> shown = ledger.request(workspace.caller(), id));
        plan.load();
    }

    /** Does what the pressed button says. */
    public void act() {
        if (!faces.isPostback()) {
            return;
        }
        RequestParameter.text(request, "policy")
                .ifPresent(button -> plan.propose("Change the models of the assistant", this::sent));
        plan.act();
    }

    /** Those that the installation declares. */
    public List<Provider> getProviders() {
        List<ModelProvider> declared = models.declared();
        List<Choice> choices = IntStream.rangeClosed(0, declared.size())
                .mapToObj(place -> new Choice(place, place == 0 ? "never" : Integer.toString(place)))
                .toList();
        return declared.stream().map(provider -> line(provider, choices)).toList();
    }

    /** The policy as it is. */
    public @Nullable AssistantPolicy getPolicy() {
        return policy;
    }

    public String getTokensToday() {
        return ValueText.count(today.tokens());
    }

    public String getCostToday() {
        return BigDecimal.valueOf(today.micros(), 4)
                .setScale(2, RoundingMode.HALF_UP)
                .toPlainString();
    }

    /** What was sent, the latest first. */
    public List<Sent> getRequests() {
        return requests;
    }

    /** The request that was asked for; null where none was. */
    public @Nullable SentRequest getShown() {
        return shown;
    }

    private Provider line(ModelProvider provider, List<Choice> choices) {
        AssistantPolicy present = policy;
        return new Provider(
                provider.name(),
                provider.company(),
                provider.model(),
                provider.region(),
                provider.zeroRetention() ? "nothing" : "as its contract says",
                provider.price().in() + " in, " + provider.price().out() + " out",
                present == null ? 0 : present.providers().indexOf(provider.name()) + 1,
                choices);
    }

    private static Sent line(SentRequest sent) {
        return new Sent(
                sent.requestId().toString(),
                TimeText.minute(sent.sentAt()),
                sent.actor(),
                sent.provider(),
                sent.outcome(),
                ValueText.count(sent.tokensIn() + sent.tokensOut()));
    }

    private Operation sent() {
        List<String> providers = models.declared().stream()
                .map(ModelProvider::name)
                .filter(name -> place(name) > 0)
                .sorted(Comparator.comparingInt(this::place))
                .toList();
        String cents = RequestParameter.text(request, "cents").orElse("");
        return new SetAssistantPolicy(
                providers,
                RequestParameter.text(request, "zero-retention").isPresent(),
                RequestParameter.text(request, "region").map(String::strip).orElse(null),
                RequestParameter.number(request, "tokens"),
                cents.isEmpty() ? null : (long) RequestParameter.number(request, "cents"));
    }

    private int place(String provider) {
        return RequestParameter.number(request, "place-" + provider);
    }
}
