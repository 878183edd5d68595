package io.frontless.identity.control;

import io.frontless.engine.control.Execution;
import io.frontless.engine.control.Present;
import io.frontless.event.control.EventView;
import io.frontless.identity.entity.PasskeyRows;
import io.frontless.kernel.Rejection;
import io.frontless.operation.Params;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a passkey is, in the form that events keep: what it is called, and never its key. */
@Dependent
public class PasskeyState {

    private final PasskeyRows rows;

    @Inject
    public PasskeyState(PasskeyRows rows) {
        this.rows = rows;
    }

    /** One in use, locked. */
    PasskeyRows.Row lock(UUID accountId, UUID passkeyId) {
        return rows.lock(accountId, passkeyId).orElseThrow(() -> Rejection.notFound("passkey", passkeyId));
    }

    /** How the passkey of an event is now. */
    Present present(EventView event, Execution execution) {
        return rows.lock(execution.workspaceId(), id(event))
                .map(row -> new Present(of(row.passkeyId(), row.label()), 1))
                .orElseGet(Present::nothing);
    }

    /** The passkey of an event. */
    static UUID id(EventView event) {
        return new Params("after", Objects.requireNonNull(event.after())).id("key");
    }

    static Map<String, @Nullable Object> of(UUID passkeyId, String label) {
        return FactorState.of(passkeyId.toString(), label, "state", "IN_USE");
    }
}
