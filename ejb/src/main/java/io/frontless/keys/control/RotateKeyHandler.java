package io.frontless.keys.control;

import io.frontless.engine.control.Execution;
import io.frontless.engine.control.Prepared;
import io.frontless.event.control.Outbox;
import io.frontless.operation.RotateKey;
import io.frontless.vault.control.KeyRing;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;

/** Makes the next version of the workspace's key, and promises that what the others seal is sealed anew. */
@Dependent
public class RotateKeyHandler implements LastingKeyHandler<RotateKey> {

    private final KeyRing ring;
    private final Outbox outbox;

    @Inject
    public RotateKeyHandler(KeyRing ring, Outbox outbox) {
        this.ring = ring;
        this.outbox = outbox;
    }

    @Override
    public Class<RotateKey> operation() {
        return RotateKey.class;
    }

    @Override
    public Prepared check(RotateKey operation, Execution execution) {
        KeyStates.requireOwner(execution.caller());
        UUID workspaceId = execution.workspaceId();
        int newest = KeyStates.newest(ring.lock(workspaceId));
        execution.requireVersion("key", newest);

        return new Prepared(KeyStates.rotation(newest, newest + 1), () -> {
            ring.add(workspaceId, newest + 1);
            outbox.promise(ResealRound.KIND, Map.of("workspace", workspaceId.toString()));
        });
    }
}
