package io.frontless.vault.control;

import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.vault.entity.KeyRows;
import io.frontless.vault.entity.KeyRows.WrappedKey;
import io.frontless.vault.envelope.AssociatedData;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Function;

/**
 * The keys of workspaces and accounts' scopes, each wrapped by the root key and bound to whose it is and which version. A workspace has its first from
 * its founding; a scope gets it with its first secret.
 */
@Dependent
class WorkspaceKeys {

    private static final int KEY_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final KeyRows rows;
    private final Hsm hsm;
    private final OpenKeys open;

    @Inject
    WorkspaceKeys(KeyRows rows, Hsm hsm, OpenKeys open) {
        this.rows = rows;
        this.hsm = hsm;
        this.open = open;
    }

    /** A new key, wrapped; it is not stored yet. */
    WrappedKey create(UUID workspaceId, int version) {
        byte[] key = new byte[KEY_BYTES];
        RANDOM.nextBytes(key);
        try {
            return new WrappedKey(
                    version,
                    hsm.withRootKey(root -> root.wrap(key, AssociatedData.ofWorkspaceKey(workspaceId, version))));
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /** The version that new secrets are sealed by. */
    WrappedKey newest(UUID workspaceId) {
        return rows.newestKey(workspaceId).map(WorkspaceKeys::requireLiving).orElseGet(() -> first(workspaceId));
    }

    /** A version that secrets were sealed by; SEALED once it was destroyed. */
    WrappedKey living(UUID workspaceId, int version) {
        return rows.key(workspaceId, version)
                .map(WorkspaceKeys::requireLiving)
                .orElseThrow(() -> Rejection.notFound("workspace key", version));
    }

    /** Uses a key; SEALED where it is not open and the HSM does not open it. */
    <T> T with(UUID workspaceId, WrappedKey wrapped, Function<byte[], T> use) {
        return open.with(
                idOf(workspaceId, wrapped.version()),
                () -> hsm.withRootKey(root ->
                        root.unwrap(wrapped.bytes(), AssociatedData.ofWorkspaceKey(workspaceId, wrapped.version()))),
                use);
    }

    /** Sees to it that a destroyed key is not open on this node any more. */
    void drop(UUID workspaceId, int version) {
        open.drop(idOf(workspaceId, version));
    }

    private WrappedKey first(UUID workspaceId) {
        WrappedKey key = create(workspaceId, 1);
        rows.addFirstKey(workspaceId, key);
        return rows.newestKey(workspaceId).map(WorkspaceKeys::requireLiving).orElseThrow();
    }

    private static WrappedKey requireLiving(WrappedKey key) {
        if (key.destroyed()) {
            throw new Rejection(
                    Reason.SEALED, "the key of this secret was destroyed; what it sealed never opens again");
        }
        return key;
    }

    private static String idOf(UUID workspaceId, int version) {
        return "workspace " + workspaceId + " " + version;
    }
}
