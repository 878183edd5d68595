package io.frontless.oauth.control;

import io.frontless.kernel.Actor;
import io.frontless.kernel.Limits;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.kernel.VaultRef;
import io.frontless.vault.control.SealedSecret;
import io.frontless.vault.control.Secret;
import io.frontless.vault.control.Vault;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.function.Function;

/**
 * The secrets by which providers know us, in the vault under the workspace's key, each for the one purpose of who uses it. What touches rows is in a transaction of the
 * workspace.
 */
@Dependent
public class ClientSecrets {

    private final Vault vault;

    @Inject
    public ClientSecrets(Vault vault) {
        this.vault = vault;
    }

    /** Keeps one, and answers the id by which operations name it. */
    public UUID keep(UUID workspaceId, String purpose, String secret) {
        if (secret.isBlank() || secret.length() > Limits.TEXT_CHARS_MAX) {
            throw Rejection.of(
                    Reason.INVALID,
                    "secret",
                    "1 to " + Limits.TEXT_CHARS_MAX + " characters",
                    secret.length() + " characters");
        }
        try (Secret kept = Secret.ofText(secret)) {
            return vault.keep(workspaceId, purpose, kept).secretId();
        }
    }

    /** Whether there is one under this id. */
    public boolean isKept(UUID workspaceId, String purpose, UUID secretId) {
        try {
            return find(workspaceId, purpose, secretId).purpose().equals(purpose);
        } catch (Rejection missing) {
            if (missing.reason() == Reason.NOT_FOUND) {
                return false;
            }
            throw missing;
        }
    }

    /** Finds one, without opening it. */
    public SealedSecret find(UUID workspaceId, String purpose, UUID secretId) {
        return vault.find(new VaultRef(workspaceId, secretId), purpose);
    }

    /** Opens one only while the action runs; that is written down first. In no transaction. */
    public <T> T open(Actor who, SealedSecret sealed, Function<byte[], T> action) {
        return vault.use(who, sealed, secret -> secret.read(action));
    }
}
