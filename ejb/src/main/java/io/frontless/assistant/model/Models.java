package io.frontless.assistant.model;

import io.frontless.assistant.control.Planner;
import io.frontless.assistant.control.TurnProgress;
import io.frontless.kernel.Limits;
import io.frontless.outbound.control.Outbound;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** The models that the installation declares, none at first. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Models {

    @Inject
    ModelConfig config;

    @Inject
    Outbound outbound;

    @Inject
    Clock clock;

    private Map<String, ModelCall> calls = Map.of();

    @PostConstruct
    void open() {
        Map<String, ModelCall> declared = new LinkedHashMap<>();
        config.providers()
                .forEach(provider -> declared.put(
                        provider.name(), new ModelCall(provider, new Breaker(), outbound::send, clock, Models::pause)));
        calls = declared;
    }

    /** All of them, in the order of the configuration. */
    public List<ModelProvider> declared() {
        return calls.values().stream().map(ModelCall::provider).toList();
    }

    /** The one of a name. */
    public Optional<ModelProvider> declared(String name) {
        return Optional.ofNullable(calls.get(name)).map(ModelCall::provider);
    }

    /** Asks the models that a policy names, in its order and as long as they fit it, and then the last planner. */
    public Planner before(Planner last, AssistantPolicy policy, Ledger ledger, TurnProgress progress) {
        Instant until = clock.instant().plus(Limits.MODELS_TURN_MAX);
        Planner planner = last;
        for (int index = policy.providers().size() - 1; index >= 0; index--) {
            ModelCall call = calls.get(policy.providers().get(index));
            if (call != null && policy.objection(call.provider()) == null) {
                planner = new ModelPlanner(call, ledger, until, planner, progress);
            }
        }
        return planner;
    }

    /** Somebody waits for the turn, in a thread of their own. */
    private static void pause(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }
}
