package io.frontless.federation.control;

import io.frontless.kernel.Limits;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.vault.control.Vault;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Function;

/** The secrets by which providers know us, in the vault under the workspace's key: all that is known of the vault here. In a transaction of the workspace. */
@Dependent
public class ClientSecrets {

    private static final String PURPOSE = "federation.client-secret";

    private final Vault vault;

    @Inject
    public ClientSecrets(Vault vault) {
        this.vault = vault;
    }

    /** Keeps one, and answers the id by which operations name it. */
    UUID keep(UUID workspaceId, String secret) {
        if (secret.isBlank() || secret.length() > Limits.TEXT_CHARS_MAX) {
            throw Rejection.of(
                    Reason.INVALID,
                    "secret",
                    "1 to " + Limits.TEXT_CHARS_MAX + " characters",
                    secret.length() + " characters");
        }
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        try {
            return vault.keep(workspaceId, PURPOSE, bytes);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /** Whether there is one under this id. */
    boolean isKept(UUID workspaceId, UUID secretId) {
        try {
            return use(workspaceId, secretId, secret -> true);
        } catch (Rejection missing) {
            if (missing.reason() == Reason.NOT_FOUND) {
                return false;
            }
            throw missing;
        }
    }

    /** Opens one only while the action runs. */
    <T> T use(UUID workspaceId, UUID secretId, Function<byte[], T> action) {
        return vault.use(workspaceId, secretId, PURPOSE, action);
    }
}
