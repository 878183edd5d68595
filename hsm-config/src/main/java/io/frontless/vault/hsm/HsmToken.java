package io.frontless.vault.hsm;

import io.frontless.vault.hsm.TokenException.Reason;
import java.io.IOException;
import java.security.AuthProvider;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.security.auth.login.LoginException;

/**
 * A token that is logged in to. PKCS#11 counts logins per process and token, not per object: open a token once,
 * because closing it logs out everything else that uses it, and until then any PIN would be accepted.
 */
public final class HsmToken implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(HsmToken.class.getName());

    private final TokenSettings settings;
    private final TokenFacts facts;
    private final AuthProvider provider;
    private final KeyStore keys;

    private final RootKeys rootKeys;

    private HsmToken(TokenSettings settings, SlotSearch.Found found, KeyStore keys) {
        this.settings = settings;
        this.facts = found.facts();
        this.provider = found.provider();
        this.keys = keys;
        this.rootKeys = new RootKeys(this, settings.rootMechanism());
    }

    /** Finds the token by its label, logs in with one attempt, and reads which keys it holds. */
    public static HsmToken open(TokenSettings settings) {
        return open(settings, false);
    }

    /** The same; {@code finalTry} takes even the last attempt that the token gives before it locks itself. */
    public static HsmToken open(TokenSettings settings, boolean finalTry) {
        SlotSearch.Found found = SlotSearch.find(settings);
        AuthProvider provider = found.provider();
        new TokenLogin(provider, found.facts(), settings).login(finalTry);
        try {
            KeyStore keys = KeyStore.getInstance("PKCS11", provider);
            keys.load(null, null);
            return new HsmToken(settings, found, keys);
        } catch (GeneralSecurityException | IOException | ProviderException e) {
            throw new TokenException(
                    Reason.UNAVAILABLE, "the keys of token '" + settings.tokenLabel() + "' cannot be read", e);
        }
    }

    /** The version of the root key that wraps; KEY_MISSING where there is none. */
    public RootKey rootKey() {
        return rootKeys.newest();
    }

    /** All versions of the root key. */
    public RootKeys rootKeys() {
        return rootKeys;
    }

    /** The keys of contexts, the newest first; empty where there is none. */
    public List<MacKey> macKeys() {
        return KeyLabel.MAC.versionsIn(aliases()).stream()
                .map(version -> new MacKey(this, version))
                .toList();
    }

    /** Makes the next version of the key of contexts. */
    public MacKey createMacKey() {
        int next = nextVersion(KeyLabel.MAC);
        createMacKey(KeyLabel.MAC.of(next));
        return new MacKey(this, next);
    }

    /** Destroys a version of the key of contexts, unless it is the newest. */
    public void destroyMacKey(int version) {
        requireOlder(KeyLabel.MAC, version);
        delete(KeyLabel.MAC.of(version));
    }

    /** The keys that sign API tokens, the newest first; KEY_MISSING where there is none. */
    public List<SigningKey> signingKeys() {
        return signingKeys(KeyLabel.TOKEN);
    }

    /** The keys that sign what auditors check, the newest first; KEY_MISSING where there is none. */
    public List<SigningKey> auditKeys() {
        return signingKeys(KeyLabel.AUDIT);
    }

    /** Makes the next key that signs API tokens. */
    public SigningKey createSigningKey() {
        var unused = SigningKey.createNextIn(this, KeyLabel.TOKEN);
        return signingKeys().get(0);
    }

    /** Makes the next key that signs what auditors check; keep the certificates of the ones before, or what they signed cannot be checked. */
    public SigningKey createAuditKey() {
        var unused = SigningKey.createNextIn(this, KeyLabel.AUDIT);
        return auditKeys().get(0);
    }

    /** Destroys a key that signs API tokens, unless it is the newest. */
    public void destroySigningKey(int version) {
        requireOlder(KeyLabel.TOKEN, version);
        delete(KeyLabel.TOKEN.of(version));
    }

    private List<SigningKey> signingKeys(KeyLabel label) {
        List<SigningKey> all = SigningKey.allIn(this, label);
        if (all.isEmpty()) {
            throw new TokenException(
                    Reason.KEY_MISSING,
                    "token '" + label() + "' holds no key " + label.of(1) + "; the key ceremony creates it");
        }
        return all;
    }

    void requireOlder(KeyLabel label, int version) {
        if (label.versionsIn(aliases()).stream().allMatch(each -> each <= version)) {
            throw new IllegalArgumentException(label.of(version) + " is in use; create the next one first");
        }
    }

    /** What the token told of itself when it was opened. */
    public TokenFacts facts() {
        return facts;
    }

    /** Finds out what the token can do, by trying it with keys that are gone afterwards. */
    public Capabilities capabilities() {
        return Capabilities.probe(this);
    }

    /** Keys that encrypt inside the token and never leave it in clear. */
    public InsideKeys insideKeys() {
        return new InsideKeys(this, Cryptoki.of(settings));
    }

    public String label() {
        return settings.tokenLabel();
    }

    /** Logs out; keys of this token no longer work. */
    @Override
    public void close() {
        try {
            provider.logout();
        } catch (LoginException | ProviderException e) {
            throw new TokenException(Reason.UNAVAILABLE, "token '" + label() + "' cannot be logged out of", e);
        }
    }

    /** Gives up a token that no longer works, and whatever of it still does. */
    void abandon() {
        try {
            provider.logout();
        } catch (LoginException | ProviderException e) {
            LOG.log(Level.FINE, "a lost token could not be logged out of", e);
        }
    }

    Provider provider() {
        return provider;
    }

    List<String> aliases() {
        try {
            return Collections.list(keys.aliases());
        } catch (GeneralSecurityException | ProviderException e) {
            throw unavailable("list its keys", e);
        }
    }

    /** Reads anew which keys there are: another process may have made some. */
    void reload() {
        try {
            keys.load(null, null);
        } catch (GeneralSecurityException | IOException | ProviderException e) {
            throw unavailable("read which keys it holds", e);
        }
    }

    int nextVersion(KeyLabel label) {
        reload();
        List<Integer> versions = label.versionsIn(aliases());
        int next = versions.isEmpty() ? 1 : versions.get(0) + 1;
        if (next > KeyLabel.VERSION_MAX) {
            throw new IllegalStateException("there is no version after " + label.of(KeyLabel.VERSION_MAX));
        }
        return next;
    }

    Optional<SecretKey> key(String alias) {
        try {
            return keys.getKey(alias, null) instanceof SecretKey key ? Optional.of(key) : Optional.empty();
        } catch (GeneralSecurityException | ProviderException e) {
            throw unavailable("give key " + alias, e);
        }
    }

    /** A key that does its work inside the token; one that can be read out is none of ours. */
    SecretKey unreadableKey(String alias) {
        SecretKey key = key(alias)
                .orElseThrow(
                        () -> new TokenException(Reason.KEY_MISSING, "token '" + label() + "' holds no key " + alias));
        if (key.getFormat() != null) {
            throw new TokenException(
                    Reason.KEY_MISSING,
                    "key " + alias + " of token '" + label()
                            + "' can be read out: it is not one that the ceremony made");
        }
        return key;
    }

    void delete(String alias) {
        try {
            keys.deleteEntry(alias);
        } catch (GeneralSecurityException | ProviderException e) {
            throw unavailable("destroy key " + alias, e);
        }
    }

    /** Makes an AES-256 key inside the token, as the template demands: it never leaves. */
    void createKey(String alias) {
        generate("AES", alias);
    }

    /** Makes a key of 256 bits for HMAC inside the token, as the template demands. */
    void createMacKey(String alias) {
        generate("HmacSHA256", alias);
    }

    private void generate(String algorithm, String alias) {
        try {
            KeyGenerator generator = KeyGenerator.getInstance(algorithm, provider);
            generator.init(256);
            keys.setKeyEntry(alias, generator.generateKey(), null, null);
        } catch (GeneralSecurityException | ProviderException e) {
            throw unavailable("create key " + alias, e);
        }
    }

    /** A key pair of the token: what signs inside it, and what checks the signature anywhere. */
    record KeyPairEntry(PrivateKey privateKey, X509Certificate certificate) {}

    Optional<KeyPairEntry> keyPair(String alias) {
        try {
            return keys.getKey(alias, null) instanceof PrivateKey key
                            && keys.getCertificate(alias) instanceof X509Certificate certificate
                    ? Optional.of(new KeyPairEntry(key, certificate))
                    : Optional.empty();
        } catch (GeneralSecurityException | ProviderException e) {
            throw unavailable("give key pair " + alias, e);
        }
    }

    /** Makes a P-256 key pair inside the token, as the template demands: its private half never leaves. */
    void createKeyPair(String alias) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", provider);
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            keys.setKeyEntry(
                    alias, pair.getPrivate(), null, new Certificate[] {KeyCertificate.of(alias, pair, provider)});
        } catch (GeneralSecurityException | ProviderException e) {
            throw unavailable("create key pair " + alias, e);
        }
    }

    TokenException unavailable(String task, Exception cause) {
        return new TokenException(Reason.UNAVAILABLE, "token '" + label() + "' could not " + task, cause);
    }
}
