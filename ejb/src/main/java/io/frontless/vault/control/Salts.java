package io.frontless.vault.control;

import java.security.SecureRandom;

/** Random salts for bcrypt. */
final class Salts {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 16;

    private Salts() {}

    static byte[] next() {
        byte[] salt = new byte[BYTES];
        RANDOM.nextBytes(salt);
        return salt;
    }
}
