package io.frontless.keys.control;

import io.frontless.engine.control.CommandGateway;
import io.frontless.kernel.Actor;
import io.frontless.kernel.VaultRef;
import io.frontless.operation.UseSecret;
import io.frontless.vault.control.UseLog;
import io.frontless.workspace.control.Access;
import io.frontless.workspace.control.Caller;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Writes every use of a secret down as an event of its workspace, or of the scope of the account that it belongs to. */
@Dependent
public class SecretUses implements UseLog {

    private final CommandGateway gateway;

    @Inject
    public SecretUses(CommandGateway gateway) {
        this.gateway = gateway;
    }

    @Override
    public void used(Actor who, VaultRef ref, String purpose) {
        Caller vault = new Caller(ref.workspaceId(), who, Access.ofVault());
        gateway.note(vault, new UseSecret(ref.secretId(), purpose));
    }
}
