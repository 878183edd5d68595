package io.frontless.vault.control;

import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.vault.entity.KeyRows;
import io.frontless.vault.entity.KeyRows.WrappedKey;
import io.frontless.vault.envelope.AssociatedData;
import io.frontless.vault.envelope.OpenKey;
import io.frontless.vault.envelope.TamperedException;
import io.frontless.vault.hsm.InsideKey;
import io.frontless.vault.hsm.InsideKeys;
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

    /** The first byte of a key that is used inside the token. */
    private static final byte FORMAT_INSIDE = 3;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final KeyRows rows;
    private final Hsm hsm;
    private final OpenKeys open;
    private final KeyCacheConfig config;

    @Inject
    WorkspaceKeys(KeyRows rows, Hsm hsm, OpenKeys open, KeyCacheConfig config) {
        this.rows = rows;
        this.hsm = hsm;
        this.open = open;
        this.config = config;
    }

    /** A new key, wrapped; it is not stored yet. */
    WrappedKey create(UUID workspaceId, int version) {
        byte[] aad = AssociatedData.ofWorkspaceKey(workspaceId, version);
        if (config.inToken()) {
            return new WrappedKey(version, hsm.withToken(token -> inside(token.insideKeys(), aad)));
        }
        byte[] key = new byte[KEY_BYTES];
        RANDOM.nextBytes(key);
        try {
            return new WrappedKey(version, hsm.withRootKey(root -> root.wrap(key, aad)));
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

    /** Seals by a key, in memory or inside the token; SEALED where it is not open and the HSM does not open it. */
    byte[] seal(UUID workspaceId, WrappedKey wrapped, byte[] clear, byte[] aad) {
        return isInside(wrapped)
                ? inside(workspaceId, wrapped, key -> key.encrypt(clear, aad))
                : with(workspaceId, wrapped, key -> key.encrypt(clear, aad));
    }

    /** The same the other way, after {@code before}; {@link TamperedException} where the ciphertext was changed. */
    byte[] unseal(UUID workspaceId, WrappedKey wrapped, Runnable before, byte[] sealed, byte[] aad) {
        if (isInside(wrapped)) {
            before.run();
            return inside(workspaceId, wrapped, key -> key.decrypt(sealed, aad));
        }
        return with(workspaceId, wrapped, key -> {
            before.run();
            return key.decrypt(sealed, aad);
        });
    }

    private <T> T with(UUID workspaceId, WrappedKey wrapped, Function<OpenKey, T> use) {
        return open.with(
                idOf(workspaceId, wrapped.version()),
                () -> hsm.withRootKey(root ->
                        root.unwrap(wrapped.bytes(), AssociatedData.ofWorkspaceKey(workspaceId, wrapped.version()))),
                use);
    }

    /** A key keeps the way in which it was made: another setting holds for the next version. */
    private static boolean isInside(WrappedKey wrapped) {
        return wrapped.bytes()[0] == FORMAT_INSIDE;
    }

    /** The first such key of an installation has its wrapping key made. */
    private static byte[] inside(InsideKeys keys, byte[] aad) {
        if (keys.versions().isEmpty()) {
            var unused = keys.createVersion();
        }
        return keys.create(aad);
    }

    private byte[] inside(UUID workspaceId, WrappedKey wrapped, Function<InsideKey, byte[]> use) {
        byte[] aad = AssociatedData.ofWorkspaceKey(workspaceId, wrapped.version());
        return hsm.withToken(token -> {
            try (InsideKey key = token.insideKeys().open(wrapped.bytes(), aad)) {
                return use.apply(key);
            }
        });
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
