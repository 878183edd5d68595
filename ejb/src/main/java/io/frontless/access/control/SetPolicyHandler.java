package io.frontless.access.control;

import io.frontless.engine.control.Change;
import io.frontless.engine.control.Execution;
import io.frontless.engine.control.OperationHandler;
import io.frontless.engine.control.Prepared;
import io.frontless.engine.control.Present;
import io.frontless.event.control.EventView;
import io.frontless.kernel.Rejection;
import io.frontless.operation.Operation;
import io.frontless.operation.Params;
import io.frontless.operation.SetPolicy;
import io.frontless.workspace.control.Policies;
import io.frontless.workspace.control.SignInPolicy;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Replaces what the workspace asks of sessions. */
@Dependent
public class SetPolicyHandler implements OperationHandler<SetPolicy> {

    private static final String KEY = "policy";
    private static final String LABEL = "Sign-in policy";

    private final Policies policies;

    @Inject
    public SetPolicyHandler(Policies policies) {
        this.policies = policies;
    }

    @Override
    public Class<SetPolicy> operation() {
        return SetPolicy.class;
    }

    @Override
    public Prepared check(SetPolicy operation, Execution execution) {
        SignInPolicy before = policies.lock(execution.workspaceId());
        execution.requireVersion("policy", before.version());
        SignInPolicy after =
                new SignInPolicy(operation.requireSecondFactor(), operation.sessionIdleHours(), before.version() + 1);
        if (state(after).equals(state(before))) {
            throw Rejection.conflict("policy", "something to change", "the policy as it is");
        }

        Change change = new Change(
                new Change.Subject(null, null, KEY), LABEL, state(before), state(after), after.version(), 0, Map.of());
        return new Prepared(
                change,
                () -> policies.set(execution.workspaceId(), after.requireSecondFactor(), after.sessionIdleHours()));
    }

    @Override
    public Operation inverse(EventView event) {
        Params before = new Params("before", Objects.requireNonNull(event.before()));
        return new SetPolicy(
                before.flag("requireSecondFactor"),
                before.optionalNumber("sessionIdleHours")
                        .map(BigDecimal::intValueExact)
                        .orElse(null));
    }

    @Override
    public Present present(EventView event, Execution execution) {
        SignInPolicy policy = policies.of(execution.workspaceId());
        return new Present(state(policy), policy.version());
    }

    private static Map<String, @Nullable Object> state(SignInPolicy policy) {
        Integer hours = policy.sessionIdleHours();
        Map<String, @Nullable Object> state = new LinkedHashMap<>();
        state.put("key", KEY);
        state.put("label", LABEL);
        state.put("requireSecondFactor", policy.requireSecondFactor());
        state.put("sessionIdleHours", hours == null ? null : BigDecimal.valueOf(hours));
        return state;
    }
}
