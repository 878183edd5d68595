package io.frontless.identity.control;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * What an authenticator app takes to make codes for an account.
 *
 * @param key in base32
 */
public record TotpEnrolment(UUID secretId, String email, String key) {

    private static final String ISSUER = "Frontless";
    private static final String GROUP = "(?<=\\G.{4})(?=.)";

    /** The address that a QR code is made of, as all apps read it. */
    public String address() {
        return "otpauth://totp/" + ISSUER + ":" + encoded(email) + "?secret=" + key + "&issuer=" + ISSUER
                + "&algorithm=SHA1&digits=6&period=30";
    }

    /** The key in groups, for typing. */
    public String groups() {
        return key.replaceAll(GROUP, " ");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return "an enrolment of " + email;
    }
}
