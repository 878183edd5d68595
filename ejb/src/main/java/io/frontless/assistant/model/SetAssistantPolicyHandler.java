package io.frontless.assistant.model;

import io.frontless.engine.control.Change;
import io.frontless.engine.control.Execution;
import io.frontless.engine.control.OperationHandler;
import io.frontless.engine.control.Prepared;
import io.frontless.engine.control.Present;
import io.frontless.event.control.EventView;
import io.frontless.kernel.Rejection;
import io.frontless.operation.Operation;
import io.frontless.operation.Params;
import io.frontless.operation.SetAssistantPolicy;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Replaces which models the assistant may ask. */
@Dependent
public class SetAssistantPolicyHandler implements OperationHandler<SetAssistantPolicy> {

    private static final String KEY = "policy";
    private static final String LABEL = "Models of the assistant";

    private final AssistantPolicies policies;
    private final Models models;

    @Inject
    public SetAssistantPolicyHandler(AssistantPolicies policies, Models models) {
        this.policies = policies;
        this.models = models;
    }

    @Override
    public Class<SetAssistantPolicy> operation() {
        return SetAssistantPolicy.class;
    }

    @Override
    public Prepared check(SetAssistantPolicy operation, Execution execution) {
        AssistantPolicy before = policies.lock(execution.workspaceId());
        execution.requireVersion("policy", before.version());
        AssistantPolicy after = new AssistantPolicy(
                operation.providers(),
                operation.zeroRetention(),
                operation.region(),
                operation.tokensPerDay(),
                operation.centsPerDay(),
                before.version() + 1);
        if (state(after).equals(state(before))) {
            throw Rejection.conflict("policy", "something to change", "the policy as it is");
        }
        after.providers().forEach(name -> requireFit(after, name));

        Change change = new Change(
                new Change.Subject(null, null, KEY), LABEL, state(before), state(after), after.version(), 0, Map.of());
        return new Prepared(change, () -> policies.set(execution.workspaceId(), after));
    }

    @Override
    public Operation inverse(EventView event) {
        Params before = new Params("before", Objects.requireNonNull(event.before()));
        return new SetAssistantPolicy(
                before.texts("providers"),
                before.flag("zeroRetention"),
                before.optionalText("region").orElse(null),
                before.optionalNumber("tokensPerDay").orElse(BigDecimal.ZERO).longValueExact(),
                before.optionalNumber("centsPerDay")
                        .map(BigDecimal::longValueExact)
                        .orElse(null));
    }

    @Override
    public Present present(EventView event, Execution execution) {
        AssistantPolicy policy = policies.of(execution.workspaceId());
        return new Present(state(policy), policy.version());
    }

    private void requireFit(AssistantPolicy policy, String name) {
        ModelProvider provider = models.declared(name)
                .orElseThrow(() -> Rejection.conflict("providers", "those that this installation declares", name));
        String objection = policy.objection(provider);
        if (objection != null) {
            throw Rejection.conflict("providers", objection, name);
        }
    }

    private static Map<String, @Nullable Object> state(AssistantPolicy policy) {
        Long cents = policy.centsPerDay();
        Map<String, @Nullable Object> state = new LinkedHashMap<>();
        state.put("key", KEY);
        state.put("label", LABEL);
        state.put("providers", policy.providers());
        state.put("zeroRetention", policy.zeroRetention());
        state.put("region", policy.region());
        state.put("tokensPerDay", BigDecimal.valueOf(policy.tokensPerDay()));
        state.put("centsPerDay", cents == null ? null : BigDecimal.valueOf(cents));
        return state;
    }
}
