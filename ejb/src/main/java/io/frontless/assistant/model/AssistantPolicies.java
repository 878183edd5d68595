package io.frontless.assistant.model;

import io.frontless.assistant.entity.AssistantPolicyRows;
import io.frontless.assistant.entity.AssistantPolicyRows.Row;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Policies, inside somebody else's transaction, which has entered the workspace. */
@Dependent
public class AssistantPolicies {

    private final AssistantPolicyRows rows;

    @Inject
    public AssistantPolicies(AssistantPolicyRows rows) {
        this.rows = rows;
    }

    AssistantPolicy of(UUID workspaceId) {
        return rows.find(workspaceId).map(AssistantPolicies::view).orElse(AssistantPolicy.NONE);
    }

    /** The same, locked until the end of the transaction. */
    AssistantPolicy lock(UUID workspaceId) {
        return rows.lock(workspaceId).map(AssistantPolicies::view).orElse(AssistantPolicy.NONE);
    }

    void set(UUID workspaceId, AssistantPolicy policy) {
        rows.set(
                workspaceId,
                new Row(
                        String.join(" ", policy.providers()),
                        policy.zeroRetention(),
                        policy.region(),
                        policy.tokensPerDay(),
                        policy.centsPerDay(),
                        policy.version()));
    }

    private static AssistantPolicy view(Row row) {
        return new AssistantPolicy(
                row.providers().isEmpty() ? List.of() : List.of(row.providers().split(" ", -1)),
                row.zeroRetention(),
                row.region(),
                row.tokensPerDay(),
                row.centsPerDay(),
                row.version());
    }
}
