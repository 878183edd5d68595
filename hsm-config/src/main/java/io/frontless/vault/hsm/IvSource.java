package io.frontless.vault.hsm;

import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.SecureRandom;

/** Where the IVs come from that we give to the token: its own random number generator, or this process's if it has none. */
record IvSource(SecureRandom random, boolean inToken) {

    static IvSource of(Provider provider) {
        try {
            return new IvSource(SecureRandom.getInstance("PKCS11", provider), true);
        } catch (NoSuchAlgorithmException none) {
            return new IvSource(new SecureRandom(), false);
        }
    }

    byte[] next(int bytes) {
        byte[] iv = new byte[bytes];
        random.nextBytes(iv);
        return iv;
    }
}
