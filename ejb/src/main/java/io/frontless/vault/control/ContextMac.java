package io.frontless.vault.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Makes the MAC without which a database accepts no workspace context: HMAC-SHA-256 (RFC 2104) over setting and id. Each database has a key of its own, so a
 * context for one is a forgery in any other.
 */
@ApplicationScoped
public class ContextMac {

    private static final String ALGORITHM = "HmacSHA256";

    private final @Nullable SecretKeySpec key;
    private final @Nullable VaultConfig config;
    private final Map<String, SecretKeySpec> dedicated = new ConcurrentHashMap<>();

    /** For the container's proxy. */
    protected ContextMac() {
        key = null;
        config = null;
    }

    @Inject
    public ContextMac(VaultConfig config) {
        this.config = config;
        key = new SecretKeySpec(
                SecretFile.read("frontless.vault.context-key-file", config.contextKeyFile()), ALGORITHM);
    }

    /** The MAC of an id under a setting for a dedicated database, in hexadecimal. */
    public String ofDedicated(String database, String setting, UUID id) {
        return mac(dedicated.computeIfAbsent(database, this::dedicatedKey), setting, id.toString());
    }

    /** Whether the shared database's contexts are made by this key. */
    boolean uses(byte[] other) {
        return MessageDigest.isEqual(
                Objects.requireNonNull(key, "only the container's proxy has no key")
                        .getEncoded(),
                other);
    }

    /** The MAC of an id under a setting for the shared database, in hexadecimal. */
    public String of(String setting, UUID id) {
        return of(setting, id.toString());
    }

    /** The MAC of a text for a purpose, by which a function of the shared database knows that the application vouches for it. */
    public String of(String purpose, String text) {
        return mac(Objects.requireNonNull(key, "only the container's proxy has no key"), purpose, text);
    }

    private SecretKeySpec dedicatedKey(String database) {
        VaultConfig settings = Objects.requireNonNull(config, "only the container's proxy has no settings");
        return new SecretKeySpec(
                SecretFile.read(VaultConfig.contextKeySetting(database), settings.contextKeyFile(database)), ALGORITHM);
    }

    private static String mac(SecretKeySpec key, String purpose, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal((purpose + "|" + text).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(ALGORITHM + " is part of every JDK", e);
        }
    }
}
