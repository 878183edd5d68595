package io.frontless.identity.control;

import io.frontless.identity.entity.PasskeyRows;
import io.frontless.kernel.Limits;
import io.frontless.vault.control.WebAuthn;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * This installation as authenticators know it: by the host of the configured address, never that of a request. What browsers are asked for (WebAuthn §5.4,
 * §5.5) is said in the form that they read themselves.
 */
@Dependent
public class RelyingParty {

    private static final String NAME = "Frontless";
    private static final int HTTPS_PORT = 443;

    private final String origin;
    private final String host;

    @Inject
    public RelyingParty(IdentityConfig config) {
        URI url = URI.create(config.publicUrl());
        this.host = String.valueOf(url.getHost());
        boolean ownPort = url.getPort() != -1 && url.getPort() != HTTPS_PORT;
        this.origin = url.getScheme() + "://" + host + (ownPort ? ":" + url.getPort() : "");
    }

    /** The ceremony in which a challenge was given out. */
    WebAuthn.Ceremony ceremony(String challenge) {
        return new WebAuthn.Ceremony(origin, host, challenge);
    }

    /** What makes a new passkey: one that is found without a name, and that verifies its person. */
    Map<String, @Nullable Object> creation(Person person, String challenge, List<PasskeyRows.Row> known) {
        Map<String, @Nullable Object> options = new LinkedHashMap<>();
        options.put("rp", Map.of("id", host, "name", NAME));
        options.put(
                "user", Map.of("id", handle(person.accountId()), "name", person.email(), "displayName", person.name()));
        options.put("challenge", challenge);
        options.put(
                "pubKeyCredParams",
                WebAuthn.ALGORITHMS.stream()
                        .map(algorithm -> Map.of("type", "public-key", "alg", algorithm))
                        .toList());
        options.put("timeout", Limits.CHALLENGE_LIFETIME.toMillis());
        options.put("excludeCredentials", descriptors(known));
        options.put(
                "authenticatorSelection",
                Map.of("residentKey", "required", "requireResidentKey", true, "userVerification", "required"));
        options.put("attestation", "none");
        return options;
    }

    /** What asks for one of these passkeys; for any of this site where there are none. */
    Map<String, @Nullable Object> request(String challenge, List<PasskeyRows.Row> allowed) {
        Map<String, @Nullable Object> options = new LinkedHashMap<>();
        options.put("rpId", host);
        options.put("challenge", challenge);
        options.put("timeout", Limits.CHALLENGE_LIFETIME.toMillis());
        options.put("allowCredentials", descriptors(allowed));
        options.put("userVerification", "required");
        return options;
    }

    /** Whose account a user handle names; none where it is no handle of ours. */
    static Optional<UUID> account(byte @Nullable [] handle) {
        if (handle == null || handle.length != 2 * Long.BYTES) {
            return Optional.empty();
        }
        ByteBuffer bytes = ByteBuffer.wrap(handle);
        return Optional.of(new UUID(bytes.getLong(), bytes.getLong()));
    }

    /** The account's id, which says nothing of the person (WebAuthn §14.6.1). */
    private static String handle(UUID accountId) {
        return text(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(accountId.getMostSignificantBits())
                .putLong(accountId.getLeastSignificantBits())
                .array());
    }

    private static List<Map<String, Object>> descriptors(List<PasskeyRows.Row> passkeys) {
        return passkeys.stream()
                .map(passkey -> Map.<String, Object>of(
                        "type",
                        "public-key",
                        "id",
                        text(passkey.credential().credentialId()),
                        "transports",
                        passkey.credential().transports().isEmpty()
                                ? List.of()
                                : List.of(passkey.credential().transports().split(",", -1))))
                .toList();
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
