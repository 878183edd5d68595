package io.frontless.vault.hsm;

import io.frontless.vault.hsm.TokenException.Reason;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.SecretKey;

/**
 * All versions of the root key that the token holds, side by side. The newest of the configured mechanism wraps; any unwraps what it has wrapped,
 * until it is destroyed.
 */
public final class RootKeys {

    private final HsmToken token;
    private final RootMechanism configured;
    private final Map<Integer, RootKey> loaded = new ConcurrentHashMap<>();

    RootKeys(HsmToken token, RootMechanism configured) {
        this.token = token;
        this.configured = configured;
    }

    /** The versions, the newest first. */
    public List<Integer> versions() {
        return KeyLabel.ROOT.versionsIn(token.aliases());
    }

    /** The version that wraps: the newest one of the configured mechanism; KEY_MISSING where there is none. */
    public RootKey newest() {
        return find().orElseThrow(() -> new TokenException(
                Reason.KEY_MISSING,
                "token '" + token.label() + "' holds no root key for " + configured.text()
                        + "; the key ceremony, or a rotation of the root key, creates it"));
    }

    /** One version; KEY_MISSING where the token does not hold it (any more). */
    public RootKey version(int version) {
        RootKey known = loaded.get(version);
        if (known != null) {
            return known;
        }
        if (!versions().contains(version)) {
            token.reload();
        }
        RootKey key = load(version);
        loaded.put(version, key);
        return key;
    }

    /** Makes the next version, for the configured mechanism, inside the token; from now on it wraps. */
    public RootKey create() {
        // A creation that was broken off may have left the one key without the other.
        int next = Math.max(token.nextVersion(KeyLabel.ROOT), token.nextVersion(KeyLabel.ROOT_MAC));
        if (configured == RootMechanism.AES_CBC_HMAC) {
            // First, so that a root key never is without it: it then counts as one of the other mechanism.
            token.createMacKey(KeyLabel.ROOT_MAC.of(next));
        }
        token.createKey(KeyLabel.ROOT.of(next));
        return version(next);
    }

    /** Destroys a version for ever: what it has wrapped can never be opened again. The version that wraps is refused. */
    public void destroy(int version) {
        if (newest().version() == version) {
            throw new IllegalArgumentException("root key version " + version + " wraps; create the next one first");
        }
        RootKey doomed = version(version);
        loaded.remove(version);
        token.delete(KeyLabel.ROOT.of(version));
        if (doomed.mechanism() == RootMechanism.AES_CBC_HMAC) {
            token.delete(KeyLabel.ROOT_MAC.of(version));
        }
    }

    Optional<RootKey> find() {
        return versions().stream()
                .filter(version -> mechanismOf(version) == configured)
                .findFirst()
                .map(this::version);
    }

    private RootMechanism mechanismOf(int version) {
        return KeyLabel.ROOT_MAC.versionsIn(token.aliases()).contains(version)
                ? RootMechanism.AES_CBC_HMAC
                : RootMechanism.AES_GCM;
    }

    private RootKey load(int version) {
        SecretKey key = token.unreadableKey(KeyLabel.ROOT.of(version));
        IvSource ivs = IvSource.of(token.provider());
        Wrapping wrapping = mechanismOf(version) == RootMechanism.AES_GCM
                ? new Wrapping.Gcm(token.provider(), key, ivs)
                : new Wrapping.CbcHmac(token.provider(), key, token.unreadableKey(KeyLabel.ROOT_MAC.of(version)), ivs);
        return new RootKey(this, token, version, wrapping);
    }
}
