package io.frontless.vault.hsm;

import io.frontless.vault.hsm.TokenException.Reason;
import java.security.GeneralSecurityException;
import java.security.ProviderException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;

/**
 * What a token was seen to do, as mechanism lists promise more than tokens keep.
 *
 * @param gcmIv who makes the IV of AES-GCM
 * @param cbc whether it encrypts by AES-CBC with an IV of ours
 * @param hmac whether it makes keys for HMAC-SHA-256 and MACs by them
 * @param ecdsa whether it lists what signing by P-256 takes
 * @param keyWrap whether it lists AES key wrap (RFC 3394), which keys inside the token need
 * @param random whether IVs come from its random number generator
 */
public record Capabilities(GcmIv gcmIv, boolean cbc, boolean hmac, boolean ecdsa, boolean keyWrap, boolean random) {

    /** Who makes the IV of AES-GCM. */
    public enum GcmIv {
        /** The caller: what aes-gcm needs. */
        CALLER("the caller"),
        /** The token, whatever IV is given to it; SunPKCS11 never learns which, so nothing could be decrypted. */
        TOKEN("the token"),
        /** There is no AES-GCM. */
        NOBODY("nobody, for it has no AES-GCM");

        private final String text;

        GcmIv(String text) {
            this.text = text;
        }
    }

    private static final byte[] BLOCK = new byte[16];
    private static final byte[] IV = new byte[WrappedKey.GCM_IV_BYTES];

    static Capabilities probe(HsmToken token) {
        TokenFacts facts = token.facts();
        return new Capabilities(
                gcmIv(token),
                works(() -> encrypt(token, "AES/CBC/PKCS5Padding", new IvParameterSpec(BLOCK), key(token, "AES"))),
                works(() -> mac(token)),
                facts.can("CKM_ECDSA", "CKF_SIGN") && facts.mechanisms().containsKey("CKM_EC_KEY_PAIR_GEN"),
                facts.can("CKM_AES_KEY_WRAP", "CKF_WRAP") && facts.can("CKM_AES_KEY_WRAP", "CKF_UNWRAP"),
                IvSource.of(token.provider()).inToken());
    }

    /** MECHANISM_MISSING with all that is missing for this way to wrap, unless nothing is. */
    public void require(RootMechanism mechanism) {
        List<String> missing = new ArrayList<>();
        if (mechanism == RootMechanism.AES_GCM && gcmIv != GcmIv.CALLER) {
            missing.add("AES-GCM with the caller's IV (its IV is made by " + gcmIv.text
                    + "; set frontless.vault.root-mechanism=aes-cbc-hmac)");
        }
        if (mechanism == RootMechanism.AES_CBC_HMAC && !cbc) {
            missing.add("AES-CBC");
        }
        if (!hmac) {
            missing.add("HMAC-SHA-256 with a generated key");
        }
        if (!ecdsa) {
            missing.add("ECDSA");
        }
        if (!missing.isEmpty()) {
            throw new TokenException(
                    Reason.MECHANISM_MISSING,
                    "the token lacks what frontless.vault.root-mechanism=" + mechanism.text() + " needs: "
                            + String.join(", ", missing));
        }
    }

    /** One line, for a log or a transcript. */
    public String text() {
        StringJoiner text = new StringJoiner(", ");
        text.add("AES-GCM's IV is made by " + gcmIv.text);
        text.add("AES-CBC " + yes(cbc));
        text.add("HMAC-SHA-256 " + yes(hmac));
        text.add("ECDSA " + yes(ecdsa));
        text.add("AES key wrap " + yes(keyWrap));
        text.add("random numbers " + yes(random));
        return text.toString();
    }

    private static String yes(boolean can) {
        return can ? "yes" : "no";
    }

    /** The same key and IV give the same ciphertext, unless somebody else has chosen the IV. */
    private static GcmIv gcmIv(HsmToken token) {
        if (!token.facts().can("CKM_AES_GCM", "CKF_ENCRYPT")) {
            return GcmIv.NOBODY;
        }
        GCMParameterSpec iv = new GCMParameterSpec(WrappedKey.GCM_TAG_BYTES * Byte.SIZE, IV);
        try {
            SecretKey key = key(token, "AES");
            byte[] first = encrypt(token, "AES/GCM/NoPadding", iv, key);
            return Arrays.equals(first, encrypt(token, "AES/GCM/NoPadding", iv, key)) ? GcmIv.CALLER : GcmIv.TOKEN;
        } catch (GeneralSecurityException | ProviderException e) {
            return GcmIv.TOKEN;
        }
    }

    private static byte[] encrypt(
            HsmToken token, String transformation, java.security.spec.AlgorithmParameterSpec iv, SecretKey key)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(transformation, token.provider());
        cipher.init(Cipher.ENCRYPT_MODE, key, iv);
        return cipher.doFinal(BLOCK);
    }

    private static byte[] mac(HsmToken token) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256", token.provider());
        mac.init(key(token, "HmacSHA256"));
        return mac.doFinal(BLOCK);
    }

    /** A key that is gone afterwards; from a token that makes none in this way, the one that it is about. */
    private static SecretKey key(HsmToken token, String algorithm) throws GeneralSecurityException {
        try {
            KeyGenerator generator = KeyGenerator.getInstance(algorithm, token.provider());
            generator.init(256);
            return generator.generateKey();
        } catch (GeneralSecurityException | ProviderException e) {
            KeyLabel label = algorithm.equals("AES") ? KeyLabel.ROOT : KeyLabel.MAC;
            List<Integer> versions = label.versionsIn(token.aliases());
            if (versions.isEmpty()) {
                throw e;
            }
            return token.unreadableKey(label.of(versions.get(0)));
        }
    }

    /** Something to try. */
    private interface Trial {
        byte[] run() throws GeneralSecurityException;
    }

    private static boolean works(Trial trial) {
        try {
            return trial.run().length > 0;
        } catch (GeneralSecurityException | ProviderException e) {
            return false;
        }
    }
}
