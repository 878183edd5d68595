package io.frontless.keys.control;

import io.frontless.engine.control.Execution;
import io.frontless.engine.control.Prepared;
import io.frontless.event.control.Outbox;
import io.frontless.kernel.Rejection;
import io.frontless.operation.DestroyInstallationKey;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;

/** Promises the end of an old version of an installation's key that nothing needs any more. */
@Dependent
public class DestroyInstallationKeyHandler implements LastingKeyHandler<DestroyInstallationKey> {

    private final InstallationKeys keys;
    private final Outbox outbox;

    @Inject
    public DestroyInstallationKeyHandler(InstallationKeys keys, Outbox outbox) {
        this.keys = keys;
        this.outbox = outbox;
    }

    @Override
    public Class<DestroyInstallationKey> operation() {
        return DestroyInstallationKey.class;
    }

    @Override
    public Prepared check(DestroyInstallationKey operation, Execution execution) {
        List<Integer> versions = keys.versions(operation.key());
        if (!versions.contains(operation.version())) {
            throw Rejection.notFound("version", operation.version());
        }
        execution.requireVersion("key", versions.get(0));
        if (operation.version() == versions.get(0)) {
            throw Rejection.conflict("version", "one before the newest, which is in use", operation.version());
        }
        keys.requireUnneeded(operation.key(), operation.version());

        return new Prepared(
                KeyStates.destructionOf(operation.key(), operation.version()),
                () -> outbox.promise(
                        InstallationKeyRound.KIND,
                        InstallationKeyRound.destruction(operation.key(), operation.version())));
    }
}
