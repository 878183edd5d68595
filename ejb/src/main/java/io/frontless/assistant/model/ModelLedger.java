package io.frontless.assistant.model;

import io.frontless.assistant.entity.ModelRequestRows;
import io.frontless.assistant.entity.ModelRequestRows.Receiver;
import io.frontless.assistant.entity.ModelRequestRows.Row;
import io.frontless.assistant.entity.ModelRequestRows.Spent;
import io.frontless.assistant.model.Ledger.Sent;
import io.frontless.kernel.Ids;
import io.frontless.kernel.Json;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.operation.Params;
import io.frontless.operation.Permission;
import io.frontless.workspace.control.Caller;
import io.frontless.workspace.control.InWorkspace;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a workspace has sent to models, what it may spend on them, and where the values of their plans come from. Each call is a transaction. */
@Stateless
@InWorkspace
public class ModelLedger {

    @Inject
    ModelRequestRows rows;

    @Inject
    AssistantPolicies policies;

    @Inject
    Ids ids;

    @Inject
    Clock clock;

    /** The caller's workspace's policy. */
    public AssistantPolicy policy(Caller caller) {
        return policies.of(caller.workspaceId());
    }

    /** Takes what is about to be sent from today's budget, and writes it down. */
    public UUID sending(Caller caller, UUID conversationId, Sent sent) {
        UUID workspaceId = caller.workspaceId();
        AssistantPolicy policy = policies.of(workspaceId);
        ModelProvider provider = sent.provider();
        Spent spent = spent(sent, sent.tokensIn(), sent.tokensOut());
        if (!rows.take(workspaceId, today(), spent, policy.tokensPerDay(), policy.microsPerDay())) {
            throw Rejection.of(Reason.LIMIT, "models", "what is left of the day's budget", spent.tokens() + " tokens");
        }
        UUID id = ids.get();
        rows.add(
                workspaceId,
                new Row(
                        id,
                        conversationId,
                        caller.actor().id(),
                        caller.actor().name(),
                        new Receiver(provider.name(), provider.model(), provider.url(), provider.region()),
                        null,
                        sent.body(),
                        "sent",
                        spent));
        sent.records().forEach(record -> rows.addRecord(workspaceId, id, record.entity(), record.id()));
        return id;
    }

    /** Writes down what came of it, and gives back what it did not take. */
    public void answered(Caller caller, UUID requestId, Sent sent, String outcome, Spent tokens) {
        Spent taken = spent(sent, sent.tokensIn(), sent.tokensOut());
        Spent spent = spent(sent, tokens.tokensIn(), tokens.tokensOut());
        rows.end(caller.workspaceId(), requestId, outcome, spent);
        rows.correct(caller.workspaceId(), today(), spent.tokens() - taken.tokens(), spent.micros() - taken.micros());
    }

    /** Writes down that nothing came of it. */
    public void failed(Caller caller, UUID requestId, String outcome) {
        rows.fail(caller.workspaceId(), requestId, outcome);
    }

    /** What was sent, the latest first; whoever manages roles could read the records in it, too. */
    public List<SentRequest> requests(Caller caller, @Nullable UUID before, int limit) {
        caller.require(Permission.MANAGE_ROLES, null);
        return rows.latest(caller.workspaceId(), before, limit).stream()
                .map(ModelLedger::view)
                .toList();
    }

    /** One of them; NOT_FOUND where there is none. */
    public SentRequest request(Caller caller, UUID requestId) {
        caller.require(Permission.MANAGE_ROLES, null);
        return rows.find(caller.workspaceId(), requestId)
                .map(ModelLedger::view)
                .orElseThrow(() -> Rejection.notFound("request", requestId));
    }

    /** What today has cost so far. */
    public ModelSpending spentToday(Caller caller) {
        Spent spent = rows.spent(caller.workspaceId(), today());
        return new ModelSpending(spent.tokens(), spent.micros());
    }

    /** Keeps which model made a plan, and where its values come from. */
    public void attribute(Caller caller, UUID planId, Attribution made) {
        String values = Json.write(
                Map.of("values", made.values().stream().map(ValueOrigin::json).toList()));
        rows.keepOrigins(caller.workspaceId(), planId, made.provider(), values);
    }

    /** The same of a plan; none where no model made it. */
    public Optional<Attribution> attribution(Caller caller, UUID planId) {
        return rows.origins(caller.workspaceId(), planId)
                .map(json -> new Params("", Json.readObject(json)))
                .map(made -> new Attribution(
                        made.text("provider"),
                        made.objects("values").stream().map(ValueOrigin::read).toList()));
    }

    private static SentRequest view(Row row) {
        Receiver receiver = row.receiver();
        return new SentRequest(
                row.requestId(),
                row.conversationId(),
                row.actor(),
                receiver.provider(),
                receiver.model(),
                receiver.url(),
                receiver.region(),
                Objects.requireNonNull(row.sentAt()),
                row.body(),
                row.outcome(),
                row.spent().tokensIn(),
                row.spent().tokensOut(),
                row.spent().micros());
    }

    private static Spent spent(Sent sent, long tokensIn, long tokensOut) {
        return new Spent(tokensIn, tokensOut, sent.provider().price().micros(tokensIn, tokensOut));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
