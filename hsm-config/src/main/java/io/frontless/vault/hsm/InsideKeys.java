package io.frontless.vault.hsm;

import static sun.security.pkcs11.wrapper.PKCS11Constants.*;

import io.frontless.vault.hsm.TokenException.Reason;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.ProviderException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import sun.security.pkcs11.wrapper.CK_ATTRIBUTE;
import sun.security.pkcs11.wrapper.CK_MECHANISM;
import sun.security.pkcs11.wrapper.PKCS11;
import sun.security.pkcs11.wrapper.PKCS11Exception;

/**
 * Workspace keys that never are outside the token in clear. They are generated inside it, wrapped by AES key wrap (RFC 3394) under
 * {@code frontless-wrap-N}, kept outside in this form, and unwrapped inside as objects of a session, not extractable. As key wrap binds to
 * nothing, {@code frontless-wrapmac-N} MACs the form with what it is bound to:
 * {@code format (1 byte: 3) | version (2) | wrapped (40) | HMAC-SHA-256 (32)}.
 */
public final class InsideKeys {

    private static final byte FORMAT = 3;
    private static final int HEADER_BYTES = 3;
    private static final int WRAPPED_BYTES = 40;
    private static final int KEY_BYTES = 32;

    private final HsmToken token;
    private final Cryptoki cryptoki;
    private final Map<Integer, SecretKey> macKeys = new ConcurrentHashMap<>();

    InsideKeys(HsmToken token, Cryptoki cryptoki) {
        this.token = token;
        this.cryptoki = cryptoki;
    }

    /** The versions of the wrapping key, the newest first. */
    public List<Integer> versions() {
        return KeyLabel.WRAP.versionsIn(token.aliases());
    }

    /** The version of the wrapping key that this form needs. */
    public static int versionOf(byte[] stored) {
        return Short.toUnsignedInt(ByteBuffer.wrap(requireForm(stored), 1, 2).getShort());
    }

    /** Makes the next version of the wrapping key, which wraps from now on. */
    public int createVersion() {
        int next = Math.max(token.nextVersion(KeyLabel.WRAP), token.nextVersion(KeyLabel.WRAP_MAC));
        token.createMacKey(KeyLabel.WRAP_MAC.of(next));
        cryptoki.inSession(
                "create key " + KeyLabel.WRAP.of(next),
                (library, session) -> library.C_GenerateKey(
                        session,
                        new CK_MECHANISM(CKM_AES_KEY_GEN),
                        template(
                                new CK_ATTRIBUTE(CKA_VALUE_LEN, KEY_BYTES),
                                new CK_ATTRIBUTE(CKA_TOKEN, true),
                                new CK_ATTRIBUTE(CKA_PRIVATE, true),
                                new CK_ATTRIBUTE(CKA_LABEL, KeyLabel.WRAP.of(next)),
                                new CK_ATTRIBUTE(CKA_ENCRYPT, false),
                                new CK_ATTRIBUTE(CKA_DECRYPT, false),
                                new CK_ATTRIBUTE(CKA_WRAP, true),
                                new CK_ATTRIBUTE(CKA_UNWRAP, true),
                                new CK_ATTRIBUTE(CKA_EXTRACTABLE, false))));
        token.reload();
        return next;
    }

    /** Destroys a version for ever, unless it is the newest: what it has wrapped can never be opened again. */
    public void destroyVersion(int version) {
        token.requireOlder(KeyLabel.WRAP, version);
        token.delete(KeyLabel.WRAP.of(version));
        token.delete(KeyLabel.WRAP_MAC.of(version));
        macKeys.remove(version);
    }

    /** Makes an AES-256 key inside the token and answers its wrapped form, bound to {@code aad}. */
    public byte[] create(byte[] aad) {
        int version = newest();
        return cryptoki.inSession("create a workspace key", (library, session) -> {
            long key = library.C_GenerateKey(
                    session,
                    new CK_MECHANISM(CKM_AES_KEY_GEN),
                    template(new CK_ATTRIBUTE(CKA_VALUE_LEN, KEY_BYTES), new CK_ATTRIBUTE(CKA_EXTRACTABLE, true)));
            return wrap(library, session, key, version, aad);
        });
    }

    /** Unwraps a key inside the token; TAMPERED if it, or {@code aad}, is not what it was. */
    public InsideKey open(byte[] stored, byte[] aad) {
        requireAuthentic(stored, aad);
        try {
            long session = cryptoki.openSession();
            try {
                return new InsideKey(cryptoki, session, unwrap(cryptoki.library(), session, stored, false));
            } catch (PKCS11Exception | TokenException e) {
                cryptoki.library().C_CloseSession(session);
                throw e;
            }
        } catch (PKCS11Exception e) {
            throw cryptoki.unavailable("unwrap a workspace key", e);
        }
    }

    /** The same key under the newest version of the wrapping key; it goes from the one to the other inside the token. */
    public byte[] rewrap(byte[] stored, byte[] aad) {
        requireAuthentic(stored, aad);
        int version = newest();
        return cryptoki.inSession(
                "wrap a workspace key anew",
                (library, session) -> wrap(library, session, unwrap(library, session, stored, true), version, aad));
    }

    private int newest() {
        return versions().stream()
                .findFirst()
                .orElseThrow(() -> new TokenException(
                        Reason.KEY_MISSING, "token '" + token.label() + "' holds no key " + KeyLabel.WRAP.of(1)));
    }

    private byte[] wrap(PKCS11 library, long session, long key, int version, byte[] aad) throws PKCS11Exception {
        byte[] wrapped =
                library.C_WrapKey(session, new CK_MECHANISM(CKM_AES_KEY_WRAP), handle(library, session, version), key);
        if (wrapped.length != WRAPPED_BYTES) {
            throw new IllegalStateException("AES key wrap gave " + wrapped.length + " bytes");
        }
        byte[] bound = ByteBuffer.allocate(HEADER_BYTES + WRAPPED_BYTES)
                .put(FORMAT)
                .putShort((short) version)
                .put(wrapped)
                .array();
        return ByteBuffer.allocate(bound.length + WrappedKey.MAC_BYTES)
                .put(bound)
                .put(mac(version, bound, aad))
                .array();
    }

    private long unwrap(PKCS11 library, long session, byte[] stored, boolean extractable) throws PKCS11Exception {
        byte[] wrapped = Arrays.copyOfRange(stored, HEADER_BYTES, HEADER_BYTES + WRAPPED_BYTES);
        return library.C_UnwrapKey(
                session,
                new CK_MECHANISM(CKM_AES_KEY_WRAP),
                handle(library, session, versionOf(stored)),
                wrapped,
                template(
                        new CK_ATTRIBUTE(CKA_ENCRYPT, true),
                        new CK_ATTRIBUTE(CKA_DECRYPT, true),
                        new CK_ATTRIBUTE(CKA_EXTRACTABLE, extractable)));
    }

    private long handle(PKCS11 library, long session, int version) throws PKCS11Exception {
        library.C_FindObjectsInit(session, new CK_ATTRIBUTE[] {
            new CK_ATTRIBUTE(CKA_CLASS, CKO_SECRET_KEY), new CK_ATTRIBUTE(CKA_LABEL, KeyLabel.WRAP.of(version))
        });
        long[] found = library.C_FindObjects(session, 2);
        library.C_FindObjectsFinal(session);
        if (found.length != 1) {
            throw new TokenException(
                    Reason.KEY_MISSING, "token '" + token.label() + "' holds no key " + KeyLabel.WRAP.of(version));
        }
        return found[0];
    }

    private void requireAuthentic(byte[] stored, byte[] aad) {
        byte[] bound = Arrays.copyOf(requireForm(stored), HEADER_BYTES + WRAPPED_BYTES);
        byte[] tag = Arrays.copyOfRange(stored, bound.length, stored.length);
        if (!MessageDigest.isEqual(tag, mac(versionOf(stored), bound, aad))) {
            throw new TokenException(
                    Reason.TAMPERED,
                    "a key that is kept wrapped, or what it is bound to, has changed since it was wrapped");
        }
    }

    private byte[] mac(int version, byte[] bound, byte[] aad) {
        SecretKey key = macKeys.computeIfAbsent(version, v -> token.unreadableKey(KeyLabel.WRAP_MAC.of(v)));
        try {
            Mac mac = Mac.getInstance("HmacSHA256", token.provider());
            mac.init(key);
            mac.update(bound);
            mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(aad.length).array());
            return mac.doFinal(aad);
        } catch (GeneralSecurityException | ProviderException e) {
            throw token.unavailable("make a MAC", e);
        }
    }

    private static byte[] requireForm(byte[] stored) {
        if (stored.length != HEADER_BYTES + WRAPPED_BYTES + WrappedKey.MAC_BYTES || stored[0] != FORMAT) {
            throw new TokenException(Reason.TAMPERED, "this is not a key that the token has wrapped for itself");
        }
        return stored;
    }

    private static CK_ATTRIBUTE[] template(CK_ATTRIBUTE... more) {
        CK_ATTRIBUTE[] template = Arrays.copyOf(more, more.length + 3);
        template[more.length] = new CK_ATTRIBUTE(CKA_CLASS, CKO_SECRET_KEY);
        template[more.length + 1] = new CK_ATTRIBUTE(CKA_KEY_TYPE, CKK_AES);
        template[more.length + 2] = new CK_ATTRIBUTE(CKA_SENSITIVE, true);
        return template;
    }
}
