package io.frontless.keys.control;

import io.frontless.engine.control.Execution;
import io.frontless.engine.control.Prepared;
import io.frontless.event.control.Outbox;
import io.frontless.operation.RotateInstallationKey;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Promises the next version of an installation's key: what the HSM does no transaction takes back, so it is done after the commit, as often as it takes. */
@Dependent
public class RotateInstallationKeyHandler implements LastingKeyHandler<RotateInstallationKey> {

    private final InstallationKeys keys;
    private final Outbox outbox;

    @Inject
    public RotateInstallationKeyHandler(InstallationKeys keys, Outbox outbox) {
        this.keys = keys;
        this.outbox = outbox;
    }

    @Override
    public Class<RotateInstallationKey> operation() {
        return RotateInstallationKey.class;
    }

    @Override
    public Prepared check(RotateInstallationKey operation, Execution execution) {
        int newest = keys.versions(operation.key()).get(0);
        execution.requireVersion("key", newest);

        return new Prepared(
                KeyStates.rotationOf(operation.key(), newest, newest + 1),
                () -> outbox.promise(
                        InstallationKeyRound.KIND, InstallationKeyRound.rotation(operation.key(), newest + 1)));
    }
}
