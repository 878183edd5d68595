package io.frontless.assistant.boundary;

import io.frontless.assistant.model.AssistantPolicy;
import io.frontless.assistant.model.Attribution;
import io.frontless.assistant.model.ModelLedger;
import io.frontless.assistant.model.ModelProvider;
import io.frontless.assistant.model.ModelSpending;
import io.frontless.assistant.model.Models;
import io.frontless.assistant.model.SentRequest;
import io.frontless.assistant.model.ValueOrigin;
import io.frontless.boundary.CurrentCaller;
import io.frontless.boundary.JsonAnswer;
import io.frontless.boundary.PathId;
import io.frontless.boundary.Requires;
import io.frontless.boundary.WorkspacePath;
import io.frontless.engine.control.CommandGateway;
import io.frontless.kernel.Limits;
import io.frontless.kernel.Rejection;
import io.frontless.operation.Permission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which models the assistant may ask, what they were sent, and where the values of their plans come from. */
@Path(WorkspacePath.ROOT + "/assistant")
@ApplicationScoped
public class AssistantResource {

    @Inject
    CurrentCaller caller;

    @Inject
    Models models;

    @Inject
    ModelLedger ledger;

    @Inject
    CommandGateway gateway;

    /** The policy, what today has cost, and who may receive what. */
    @GET
    @Requires(Permission.READ)
    public Response get() {
        AssistantPolicy policy = ledger.policy(caller.get());
        ModelSpending today = ledger.spentToday(caller.get());
        return new JsonAnswer()
                .with("providers", policy.providers())
                .with("zeroRetention", policy.zeroRetention())
                .with("region", policy.region())
                .with("tokensPerDay", policy.tokensPerDay())
                .with("centsPerDay", policy.centsPerDay())
                .with("version", policy.version())
                .with("tokensToday", today.tokens())
                .with("microsToday", today.micros())
                .with(
                        "declared",
                        models.declared().stream()
                                .map(provider -> json(provider, policy))
                                .toList())
                .ok();
    }

    /** What was sent, the latest first, without the bodies. */
    @GET
    @Path("requests")
    @Requires(Permission.MANAGE_ROLES)
    public Response requests(@QueryParam("before") @Nullable String before) {
        UUID last = before == null ? null : PathId.of("before", before);
        List<Map<String, @Nullable Object>> requests =
                ledger.requests(caller.get(), last, Limits.PAGE_ROWS_MAX).stream()
                        .map(request -> json(request).map())
                        .toList();
        return new JsonAnswer().with("requests", requests).ok();
    }

    /** One request, with its body as it went out. */
    @GET
    @Path("requests/{modelRequest}")
    @Requires(Permission.MANAGE_ROLES)
    public Response request(@PathParam("modelRequest") String id) {
        SentRequest request = ledger.request(caller.get(), PathId.of("request", id));
        return json(request).with("body", request.body()).ok();
    }

    /** Where the values of one of the caller's plans come from; NOT_FOUND where no model made it. */
    @GET
    @Path("plans/{plan}/origins")
    @Requires(Permission.READ)
    public Response origins(@PathParam("plan") String id) {
        UUID planId = gateway.plan(caller.get(), PathId.of("plan", id)).planId();
        Attribution made =
                ledger.attribution(caller.get(), planId).orElseThrow(() -> Rejection.notFound("plan", planId));
        return new JsonAnswer()
                .with("provider", made.provider())
                .with("values", made.values().stream().map(ValueOrigin::json).toList())
                .ok();
    }

    private static Map<String, @Nullable Object> json(ModelProvider provider, AssistantPolicy policy) {
        return new JsonAnswer()
                .with("provider", provider.name())
                .with("company", provider.company())
                .with("model", provider.model())
                .with("url", provider.url())
                .with("region", provider.region())
                .with("zeroRetention", provider.zeroRetention())
                .with("priceIn", provider.price().in())
                .with("priceOut", provider.price().out())
                .with("purpose", "to read what people say to the assistant")
                .with(
                        "data",
                        "the sentence, the names of tables and fields that its author sees, and the records that it mentions")
                .with("asked", policy.asks(provider))
                .map();
    }

    private static JsonAnswer json(SentRequest request) {
        return new JsonAnswer()
                .with("requestId", request.requestId())
                .with("conversationId", request.conversationId())
                .with("actor", request.actor())
                .with("provider", request.provider())
                .with("model", request.model())
                .with("url", request.url())
                .with("region", request.region())
                .with("sentAt", request.sentAt())
                .with("outcome", request.outcome())
                .with("tokensIn", request.tokensIn())
                .with("tokensOut", request.tokensOut())
                .with("micros", request.micros());
    }
}
