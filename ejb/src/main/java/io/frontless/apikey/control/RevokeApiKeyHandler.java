package io.frontless.apikey.control;

import io.frontless.apikey.entity.ApiKeyRows;
import io.frontless.engine.control.Execution;
import io.frontless.engine.control.OperationHandler;
import io.frontless.engine.control.Prepared;
import io.frontless.engine.control.Present;
import io.frontless.event.control.EventView;
import io.frontless.kernel.Rejection;
import io.frontless.operation.Operation;
import io.frontless.operation.RevokeApiKey;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.UUID;

/** Revokes an API key. Whoever manages keys may revoke any, also one that may do more than they: it only takes access away. */
@Dependent
public class RevokeApiKeyHandler implements OperationHandler<RevokeApiKey> {

    private final ApiKeyRows rows;
    private final ApiKeyState state;

    @Inject
    public RevokeApiKeyHandler(ApiKeyRows rows, ApiKeyState state) {
        this.rows = rows;
        this.state = state;
    }

    @Override
    public Class<RevokeApiKey> operation() {
        return RevokeApiKey.class;
    }

    @Override
    public Prepared check(RevokeApiKey operation, Execution execution) {
        UUID workspaceId = execution.workspaceId();
        ApiKeyRows.Row row = rows.lock(workspaceId, operation.key())
                .filter(found -> !found.revoked())
                .orElseThrow(() -> Rejection.notFound("key", operation.key()));
        execution.requireVersion("key", row.version());

        return new Prepared(
                ApiKeyState.change(row.terms(), false, row.version() + 1),
                () -> rows.revoke(workspaceId, operation.key()));
    }

    @Override
    public Operation inverse(EventView event) {
        throw Rejection.conflict("event", "one that can be taken back", event.action());
    }

    @Override
    public Present present(EventView event, Execution execution) {
        return state.present(event, execution);
    }
}
