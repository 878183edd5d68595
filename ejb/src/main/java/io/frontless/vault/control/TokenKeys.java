package io.frontless.vault.control;

import io.frontless.vault.hsm.MacKey;
import io.frontless.vault.hsm.RootKey;
import io.frontless.vault.hsm.SigningKey;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;

/** The versions of the keys that the HSM holds. All of it is SEALED with the HSM away, and can be asked for again after whatever broke it off. */
@Dependent
public class TokenKeys {

    private final Hsm hsm;
    private final ContextMac context;

    @Inject
    public TokenKeys(Hsm hsm, ContextMac context) {
        this.hsm = hsm;
        this.context = context;
    }

    /** The versions of the root key, the newest first. */
    public List<Integer> rootVersions() {
        return hsm.withToken(token -> token.rootKeys().versions());
    }

    /** The version of the root key that wraps. */
    public int rootVersion() {
        return hsm.withRootKey(RootKey::version);
    }

    /** Makes a version of the root key, unless one that wraps is as new. */
    public void ensureRoot(int version) {
        hsm.withToken(token ->
                token.rootKey().version() < version ? token.rootKeys().create().version() : version);
    }

    /** Destroys a version of the root key that does not wrap any more, if it is there. */
    public void destroyRoot(int version) {
        hsm.withToken(token -> {
            if (token.rootKeys().versions().contains(version)) {
                token.rootKeys().destroy(version);
            }
            return version;
        });
    }

    /** The versions of the key that the key of contexts is made of, the newest first. */
    public List<Integer> contextVersions() {
        return hsm.withToken(
                token -> token.macKeys().stream().map(MacKey::version).toList());
    }

    /** Whether this node makes contexts by the newest. */
    public boolean usesNewestContextKey() {
        byte[] newest = hsm.withToken(token -> token.macKeys().get(0).contextKey());
        try {
            return context.uses(newest);
        } finally {
            Arrays.fill(newest, (byte) 0);
        }
    }

    /** Makes a version, unless there is one as new; each node takes it at its start. */
    public void ensureContext(int version) {
        hsm.withToken(token -> token.macKeys().get(0).version() < version
                ? token.createMacKey().version()
                : version);
    }

    /** Destroys a version, if it is there. */
    public void destroyContext(int version) {
        hsm.withToken(token -> {
            if (token.macKeys().stream().anyMatch(key -> key.version() == version)) {
                token.destroyMacKey(version);
            }
            return version;
        });
    }

    /** The versions of the key that signs API tokens, the newest first. */
    public List<Integer> signingVersions() {
        return hsm.withSigningKeys(
                keys -> keys.stream().map(SigningKey::version).toList());
    }

    /** Makes a version of the key that signs API tokens, unless there is one as new. */
    public void ensureSigning(int version) {
        hsm.withToken(token -> token.signingKeys().get(0).version() < version
                ? token.createSigningKey().version()
                : version);
    }

    /** Destroys a version of the key that signs API tokens, if it is there. */
    public void destroySigning(int version) {
        hsm.withToken(token -> {
            if (token.signingKeys().stream().anyMatch(key -> key.version() == version)) {
                token.destroySigningKey(version);
            }
            return version;
        });
    }
}
