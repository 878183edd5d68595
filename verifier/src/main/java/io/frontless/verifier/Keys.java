package io.frontless.verifier;

import io.frontless.proof.TreeHead;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The public keys that are believed, from PEM files (RFC 7468 §13). */
public final class Keys {

    private static final Pattern PEM =
            Pattern.compile("-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\\s]+)-----END PUBLIC KEY-----");

    private final List<PublicKey> keys;

    private Keys(List<PublicKey> keys) {
        this.keys = keys;
    }

    /** All keys of the files. */
    public static Keys read(List<Path> files) throws IOException {
        StringBuilder texts = new StringBuilder();
        for (Path file : files) {
            texts.append(Files.readString(file, StandardCharsets.US_ASCII)).append('\n');
        }
        return of(texts.toString());
    }

    /** All keys of a text; {@link IllegalArgumentException} where it has none. */
    public static Keys of(String pem) {
        List<PublicKey> keys = new ArrayList<>();
        for (Matcher match = PEM.matcher(pem); match.find(); ) {
            try {
                byte[] encoded = Base64.getMimeDecoder().decode(match.group(1));
                keys.add(KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(encoded)));
            } catch (GeneralSecurityException e) {
                throw new IllegalArgumentException("expected public keys of elliptic curves", e);
            }
        }
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("expected at least one PEM block PUBLIC KEY");
        }
        return new Keys(keys);
    }

    boolean hasSigned(TreeHead.Signed head) {
        return keys.stream().anyMatch(head::isBy);
    }
}
