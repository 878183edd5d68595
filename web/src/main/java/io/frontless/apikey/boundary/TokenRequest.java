package io.frontless.apikey.boundary;

import io.frontless.kernel.Rejection;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request for a token by client credentials (RFC 6749 §4.4.2): id and secret in the header (§2.3.1), or else in the form. */
record TokenRequest(String grantType, String clientId, String clientSecret) {

    private static final String BASIC = "Basic ";

    /** Reads a form and an Authorization header; a name given twice, or credentials in both places, are refused. */
    static TokenRequest read(String form, @Nullable String authorization) {
        Map<String, String> given = parameters(form);
        boolean header = authorization != null && authorization.regionMatches(true, 0, BASIC, 0, BASIC.length());
        if (!header) {
            return new TokenRequest(take(given, "grant_type"), take(given, "client_id"), take(given, "client_secret"));
        }
        if (given.containsKey("client_secret")) {
            throw Rejection.invalid("client_secret", "the secret in one place", "two");
        }
        String[] pair = decoded(
                        String.valueOf(authorization).substring(BASIC.length()).strip())
                .split(":", 2);
        if (pair.length != 2) {
            throw Rejection.invalid("Authorization", "an id and a secret, separated by a colon", "something else");
        }
        return new TokenRequest(take(given, "grant_type"), text(pair[0]), text(pair[1]));
    }

    private static Map<String, String> parameters(String form) {
        Map<String, String> given = new LinkedHashMap<>();
        for (String pair : form.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0 && given.put(text(pair.substring(0, equals)), text(pair.substring(equals + 1))) != null) {
                throw Rejection.invalid(text(pair.substring(0, equals)), "one value", "two");
            }
        }
        return given;
    }

    private static String take(Map<String, String> given, String name) {
        String value = given.get(name);
        if (value == null || value.isEmpty()) {
            throw Rejection.invalid(name, "a value", "nothing");
        }
        return value;
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Rejection.invalid("Authorization", "base64", "something else");
        }
    }

    private static String text(String encoded) {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Rejection.invalid("body", "a form in URL encoding", "something else");
        }
    }
}
