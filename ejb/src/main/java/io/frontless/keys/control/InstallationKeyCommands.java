package io.frontless.keys.control;

import io.frontless.engine.control.CommandGateway;
import io.frontless.kernel.Actor;
import io.frontless.operation.DestroyInstallationKey;
import io.frontless.operation.InstallationKey;
import io.frontless.operation.RotateInstallationKey;
import io.frontless.workspace.control.Access;
import io.frontless.workspace.control.Caller;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** What the operator asks of the installation's keys. It is promised when this returns, and done soon after. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class InstallationKeyCommands {

    /** The scope of the installation, in whose log all of it stands. */
    private static final UUID INSTALLATION = new UUID(0, 1);

    @Inject
    CommandGateway gateway;

    @Inject
    InstallationKeys keys;

    /** The living versions of a key, the newest first; SEALED with the HSM away. */
    public List<Integer> versions(InstallationKey key) {
        return keys.versions(key);
    }

    /** Asks for the next version. */
    public void rotate(InstallationKey key, String operator) {
        gateway.operate(caller(operator), new RotateInstallationKey(key));
    }

    /** Asks for the end of a version; CONFLICT where anything needs it. */
    public void destroy(InstallationKey key, int version, String operator) {
        gateway.operate(caller(operator), new DestroyInstallationKey(key, version));
    }

    private static Caller caller(String operator) {
        return new Caller(INSTALLATION, Actor.operator(operator), Access.ofOperator());
    }
}
