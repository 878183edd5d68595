package io.frontless.keys.control;

import io.frontless.engine.control.Execution;
import io.frontless.engine.control.Prepared;
import io.frontless.kernel.Rejection;
import io.frontless.operation.DestroyKey;
import io.frontless.vault.control.KeyRing;
import io.frontless.vault.control.KeyVersion;
import io.frontless.workspace.control.TransactionMemory;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Destroys an old version of the workspace's key, once it seals nothing. */
@Dependent
public class DestroyKeyHandler implements LastingKeyHandler<DestroyKey> {

    private final KeyRing ring;
    private final TransactionMemory transaction;

    @Inject
    public DestroyKeyHandler(KeyRing ring, TransactionMemory transaction) {
        this.ring = ring;
        this.transaction = transaction;
    }

    @Override
    public Class<DestroyKey> operation() {
        return DestroyKey.class;
    }

    @Override
    public Prepared check(DestroyKey operation, Execution execution) {
        KeyStates.requireOwner(execution.caller());
        UUID workspaceId = execution.workspaceId();
        List<KeyVersion> versions = ring.lock(workspaceId);
        KeyVersion doomed = versions.stream()
                .filter(key -> key.version() == operation.version() && !key.destroyed())
                .findFirst()
                .orElseThrow(() -> Rejection.notFound("version", operation.version()));
        execution.requireVersion("key", KeyStates.newest(versions));
        if (doomed.version() == KeyStates.newest(versions)) {
            throw Rejection.conflict("version", "one before the newest, which seals", doomed.version());
        }
        if (doomed.secrets() > 0) {
            throw Rejection.conflict("version", "one that seals nothing any more", doomed.secrets() + " secrets");
        }

        return new Prepared(KeyStates.destruction(doomed.version()), () -> {
            ring.destroy(workspaceId, doomed.version());
            transaction.afterCommit(() -> ring.forget(workspaceId, doomed.version()));
        });
    }
}
