package io.frontless.system.rest;

import com.google.gson.JsonObject;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * An authenticator in software (WebAuthn §6), which does what it is told, also what a good one never would: say nothing of verifying its person, sign for another
 * site, count backwards.
 */
final class SoftPasskey {
    private static final int PRESENT = 1;
    private static final int VERIFIED = 4;
    private static final int ATTESTED = 64;
    private static final int COORDINATE_BYTES = 32;

    private final KeyPair keys;
    private final byte[] id = new byte[32];
    private String origin;
    private int flags = PRESENT | VERIFIED;
    private int count;
    private @Nullable String handle;

    SoftPasskey(String origin) {
        this.origin = origin;
        new SecureRandom().nextBytes(id);
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            keys = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** From now on for pages of another site. */
    SoftPasskey at(String other) {
        origin = other;
        return this;
    }

    /** From now on without asking who is there, or asking again. */
    SoftPasskey verifying(boolean verifies) {
        flags = verifies ? PRESENT | VERIFIED : PRESENT;
        return this;
    }

    /** From now on at this count. */
    SoftPasskey counting(int from) {
        count = from;
        return this;
    }

    /** From now on as somebody else's. */
    SoftPasskey as(String otherHandle) {
        handle = otherHandle;
        return this;
    }

    /** What a browser answers to {@code navigator.credentials.create}. */
    JsonObject create(JsonObject options) {
        handle = options.getAsJsonObject("user").get("id").getAsString();
        byte[] data = bytes(
                hash(options.getAsJsonObject("rp").get("id").getAsString()),
                new byte[] {(byte) (flags | ATTESTED)},
                number(count),
                new byte[16],
                new byte[] {0, (byte) id.length},
                id,
                publicKey());
        JsonObject response = new JsonObject();
        response.addProperty("clientDataJSON", text(clientData("webauthn.create", options)));
        response.addProperty(
                "attestationObject",
                text(bytes(
                        new byte[] {(byte) 0xa3},
                        cbor("fmt"),
                        cbor("none"),
                        cbor("attStmt"),
                        new byte[] {(byte) 0xa0},
                        cbor("authData"),
                        new byte[] {0x59, (byte) (data.length >> 8), (byte) data.length},
                        data)));
        return answer(response);
    }

    /** What a browser answers to {@code navigator.credentials.get}. */
    JsonObject get(JsonObject options) {
        count++;
        byte[] data = bytes(hash(options.get("rpId").getAsString()), new byte[] {(byte) flags}, number(count));
        byte[] clientData = clientData("webauthn.get", options);
        JsonObject response = new JsonObject();
        response.addProperty("clientDataJSON", text(clientData));
        response.addProperty("authenticatorData", text(data));
        response.addProperty("signature", text(sign(bytes(data, hash(clientData)))));
        response.addProperty("userHandle", handle);
        return answer(response);
    }

    private JsonObject answer(JsonObject response) {
        JsonObject answer = new JsonObject();
        answer.addProperty("id", text(id));
        answer.addProperty("rawId", text(id));
        answer.addProperty("type", "public-key");
        answer.add("clientExtensionResults", new JsonObject());
        answer.add("response", response);
        return answer;
    }

    private byte[] clientData(String type, JsonObject options) {
        JsonObject data = new JsonObject();
        data.addProperty("type", type);
        data.addProperty("challenge", options.get("challenge").getAsString());
        data.addProperty("origin", origin);
        data.addProperty("crossOrigin", false);
        return data.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** COSE, RFC 9053 §7.1.1: EC2, ES256, P-256. */
    private byte[] publicKey() {
        ECPublicKey key = (ECPublicKey) keys.getPublic();
        return bytes(
                new byte[] {(byte) 0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, COORDINATE_BYTES},
                coordinate(key.getW().getAffineX()),
                new byte[] {0x22, 0x58, COORDINATE_BYTES},
                coordinate(key.getW().getAffineY()));
    }

    private byte[] sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] coordinate(BigInteger value) {
        byte[] raw = value.toByteArray();
        byte[] fixed = new byte[COORDINATE_BYTES];
        int length = Math.min(raw.length, COORDINATE_BYTES);
        System.arraycopy(raw, raw.length - length, fixed, COORDINATE_BYTES - length, length);
        return fixed;
    }

    private static byte[] cbor(String text) {
        return bytes(new byte[] {(byte) (0x60 | text.length())}, text.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] number(int value) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(value).array();
    }

    private static byte[] hash(String text) {
        return hash(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] hash(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
