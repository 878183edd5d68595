package io.frontless.apikey.control;

import io.frontless.apikey.entity.ApiKeyRows;
import io.frontless.engine.control.Execution;
import io.frontless.engine.control.OperationHandler;
import io.frontless.engine.control.Prepared;
import io.frontless.engine.control.Present;
import io.frontless.event.control.EventView;
import io.frontless.kernel.Actor;
import io.frontless.kernel.Limits;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.operation.CreateApiKey;
import io.frontless.operation.Operation;
import io.frontless.operation.RevokeApiKey;
import io.frontless.vault.control.ApiSecret;
import io.frontless.workspace.control.Caller;
import io.frontless.workspace.control.Role;
import io.frontless.workspace.control.Roles;
import io.frontless.workspace.control.TransactionMemory;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Creates an API key that may do no more than whoever creates it. */
@Dependent
public class CreateApiKeyHandler implements OperationHandler<CreateApiKey> {

    private final ApiKeyRows rows;
    private final ApiKeyState state;
    private final Roles roles;
    private final NewSecrets secrets;
    private final TransactionMemory transaction;

    @Inject
    public CreateApiKeyHandler(
            ApiKeyRows rows, ApiKeyState state, Roles roles, NewSecrets secrets, TransactionMemory transaction) {
        this.rows = rows;
        this.state = state;
        this.roles = roles;
        this.secrets = secrets;
        this.transaction = transaction;
    }

    @Override
    public Class<CreateApiKey> operation() {
        return CreateApiKey.class;
    }

    @Override
    public Prepared check(CreateApiKey operation, Execution execution) {
        UUID workspaceId = execution.workspaceId();
        requireAllowed(workspaceId, operation.role(), execution);
        requireLifetime(operation.expiresAt(), execution.now());
        requireAnswer();
        if (rows.find(workspaceId, operation.id()).isPresent()) {
            throw Rejection.conflict("id", "one that was never used in this workspace", operation.id());
        }
        if (rows.living(workspaceId).size() >= Limits.API_KEYS_MAX) {
            throw Rejection.of(
                    Reason.LIMIT, "key", "at most " + Limits.API_KEYS_MAX + " keys that are not revoked", "as many");
        }

        ApiKeyRows.Terms terms = new ApiKeyRows.Terms(
                operation.id(), operation.label(), operation.role(), operation.expiresAt(), operation.rowsPerDay());
        Actor maker = execution.caller().actor();
        return new Prepared(ApiKeyState.change(terms, true, 1), () -> {
            ApiSecret secret = ApiSecret.random();
            rows.add(workspaceId, terms, new ApiKeyRows.Maker(maker.id(), maker.name()), secret.hint(), secret.hash());
            transaction.afterCommit(() -> secrets.tell(terms.keyId(), secret));
        });
    }

    @Override
    public Operation inverse(EventView event) {
        return new RevokeApiKey(ApiKeyState.keyOf(event));
    }

    @Override
    public Present present(EventView event, Execution execution) {
        return state.present(event, execution);
    }

    /** A key that could make others would leave its budget and its end behind. */
    private void requireAllowed(UUID workspaceId, String key, Execution execution) {
        Role role = roles.lockLiving(workspaceId, key).orElseThrow(() -> Rejection.notFound("role", key));
        if (execution.caller().actor().kind() != Actor.Kind.PERSON) {
            throw new Rejection(Reason.DENIED, "only a person creates API keys");
        }
        if (!mayGive(execution.caller(), role)) {
            throw new Rejection(
                    Reason.DENIED, "your role in this workspace does not allow this: no key can do more than you may");
        }
    }

    /** Nobody gives more than they have, and only owners what makes owners. */
    static boolean mayGive(Caller caller, Role role) {
        boolean ofOwner = role.key().equals(Role.OWNER.key());
        return (!ofOwner || caller.access().isOwner()) && caller.access().covers(role.access());
    }

    private void requireAnswer() {
        try {
            secrets.areTold();
        } catch (ContextNotActiveException job) {
            throw new Rejection(
                    Reason.CONFLICT,
                    "a plan that creates API keys is not done as a job: their secrets are in the answer",
                    List.of(new Rejection.Detail("operations", "no API key in a job", CreateApiKey.NAME)));
        }
    }

    private static void requireLifetime(Instant expiresAt, Instant now) {
        Instant latest = now.plus(Limits.API_KEY_LIFETIME_MAX);
        if (!expiresAt.isAfter(now) || expiresAt.isAfter(latest)) {
            throw Rejection.conflict(
                    "expiresAt",
                    "a moment to come, within " + Limits.API_KEY_LIFETIME_MAX.toDays() + " days",
                    expiresAt);
        }
    }
}
