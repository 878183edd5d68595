package io.frontless.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** A key store (PKCS #12) with one key and its chain; the password is another file's, and read each time. */
record Pkcs12File(Path store, Path passwordFile) implements KeySource {

    @Override
    public List<Path> files() {
        return List.of(store, passwordFile);
    }

    @Override
    public ServerKey read() throws KeyRefused {
        try (InputStream in = Files.newInputStream(store)) {
            char[] password = Files.readString(passwordFile).strip().toCharArray();
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, password);
            for (String alias : Collections.list(keys.aliases())) {
                if (keys.getKey(alias, password) instanceof PrivateKey key) {
                    return new ServerKey(
                            key,
                            Arrays.stream(keys.getCertificateChain(alias))
                                    .map(X509Certificate.class::cast)
                                    .toList());
                }
            }
            throw new KeyRefused("the key store holds no key");
        } catch (IOException | GeneralSecurityException e) {
            throw new KeyRefused("the key store cannot be opened", e);
        }
    }
}
