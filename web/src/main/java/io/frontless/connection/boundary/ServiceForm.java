package io.frontless.connection.boundary;

import io.frontless.identity.boundary.RequestParameter;
import io.frontless.kernel.Rejection;
import io.frontless.operation.ConnectionLevel;
import io.frontless.operation.ConnectionTerms;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** The form of a provider, as it was sent; the secret is never shown again. Scopes are separated by blanks or lines. */
public record ServiceForm(
        String label, String issuer, String clientId, String readScopes, String organiseScopes, String sendScopes) {

    static ServiceForm empty() {
        return new ServiceForm("", "", "", "", "", "");
    }

    static ServiceForm sent(HttpServletRequest request) {
        return new ServiceForm(
                text(request, "label"),
                text(request, "issuer"),
                text(request, "clientId"),
                text(request, "readScopes"),
                text(request, "organiseScopes"),
                text(request, "sendScopes"));
    }

    /** The level that was chosen. */
    static ConnectionLevel level(HttpServletRequest request) {
        String sent = text(request, "level");
        try {
            return ConnectionLevel.of(new BigDecimal(sent));
        } catch (NumberFormatException e) {
            throw Rejection.invalid("level", "a number", sent);
        }
    }

    /** What is asked for, with a secret that was put aside. */
    ConnectionTerms terms(UUID secret) {
        return new ConnectionTerms(
                label, issuer, clientId, secret, list(readScopes), list(organiseScopes), list(sendScopes));
    }

    private static List<String> list(String scopes) {
        return Arrays.stream(scopes.split("\\s+"))
                .filter(scope -> !scope.isEmpty())
                .toList();
    }

    private static String text(HttpServletRequest request, String name) {
        return RequestParameter.text(request, name).map(String::strip).orElse("");
    }
}
