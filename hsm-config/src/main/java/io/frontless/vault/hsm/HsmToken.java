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
import java.security.PublicKey;
import java.security.cert.Certificate;
import java.security.spec.ECGenParameterSpec;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.security.auth.login.LoginException;

/**
 * A token that is logged in to. PKCS#11 counts logins per process and token, not per object: open a token once,
 * because closing it logs out everything else that uses it, and until then any PIN would be accepted.
 */
public final class HsmToken implements AutoCloseable {

    private final TokenSettings settings;
    private final AuthProvider provider;
    private final KeyStore keys;

    private HsmToken(TokenSettings settings, AuthProvider provider, KeyStore keys) {
        this.settings = settings;
        this.provider = provider;
        this.keys = keys;
    }

    /** Finds the token by its label, logs in with one attempt, and reads which keys it holds. */
    public static HsmToken open(TokenSettings settings) {
        AuthProvider provider = SlotSearch.find(settings, ProviderTemplate.SOFTHSM2);
        TokenLogin.login(provider, settings);
        try {
            KeyStore keys = KeyStore.getInstance("PKCS11", provider);
            keys.load(null, null);
            return new HsmToken(settings, provider, keys);
        } catch (GeneralSecurityException | IOException | ProviderException e) {
            throw new TokenException(
                    Reason.UNAVAILABLE, "the keys of token '" + settings.tokenLabel() + "' cannot be read", e);
        }
    }

    /** The newest version of the root key-encryption key. */
    public RootKey rootKey() {
        return RootKey.newestIn(this)
                .orElseThrow(() -> new TokenException(
                        Reason.KEY_MISSING, "token '" + label() + "' holds no root key; the key ceremony creates it"));
    }

    /** The keys that sign tokens, the newest first; KEY_MISSING where there is none. */
    public List<SigningKey> signingKeys() {
        List<SigningKey> all = SigningKey.allIn(this);
        if (all.isEmpty()) {
            throw new TokenException(
                    Reason.KEY_MISSING, "token '" + label() + "' holds no signing key; the key ceremony creates it");
        }
        return all;
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

    Optional<SecretKey> key(String alias) {
        try {
            return keys.getKey(alias, null) instanceof SecretKey key ? Optional.of(key) : Optional.empty();
        } catch (GeneralSecurityException | ProviderException e) {
            throw unavailable("give key " + alias, e);
        }
    }

    /** Makes an AES-256 key inside the token, as the template demands: it never leaves. */
    void createKey(String alias) {
        try {
            KeyGenerator generator = KeyGenerator.getInstance("AES", provider);
            generator.init(256);
            keys.setKeyEntry(alias, generator.generateKey(), null, null);
        } catch (GeneralSecurityException | ProviderException e) {
            throw unavailable("create key " + alias, e);
        }
    }

    /** A key pair of the token: what signs inside it, and what checks the signature anywhere. */
    record KeyPairEntry(PrivateKey privateKey, PublicKey publicKey) {}

    Optional<KeyPairEntry> keyPair(String alias) {
        try {
            Certificate certificate = keys.getCertificate(alias);
            return keys.getKey(alias, null) instanceof PrivateKey key && certificate != null
                    ? Optional.of(new KeyPairEntry(key, certificate.getPublicKey()))
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
