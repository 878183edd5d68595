package io.frontless.system.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody at Keycloak's own pages, as their browser would be: keeps its cookies, and stops where it is sent elsewhere. */
public final class KeycloakVisitor {
    private static final Pattern FORM = Pattern.compile("<form[^>]* action=\"([^\"]+)\"");
    private static final Duration ANSWER_MAX = Duration.ofMinutes(1);

    private final HttpClient http;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);

    KeycloakVisitor(HttpClient http) {
        this.http = http;
    }

    /** Opens an authorization request, signs in, and answers where Keycloak sends the browser with its code or error. */
    public URI signIn(URI authorization, String user, String password) {
        HttpResponse<String> page = send(authorization, HttpRequest.newBuilder(authorization));
        if (page.statusCode() != 200) {
            return redirect(page);
        }
        Matcher form = FORM.matcher(page.body());
        if (!form.find()) {
            throw new AssertionError("Keycloak shows no form:\n" + page.body());
        }
        URI action = URI.create(form.group(1).replace("&amp;", "&"));
        return redirect(send(
                action,
                HttpRequest.newBuilder(action)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(
                                "username=" + encode(user) + "&password=" + encode(password) + "&credentialId="))));
    }

    /** Opens an authorization request as somebody who has signed in before; answers where the browser is sent. */
    public URI goOn(URI authorization) {
        return redirect(send(authorization, HttpRequest.newBuilder(authorization)));
    }

    private static URI redirect(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("location")
                .map(URI::create)
                .orElseThrow(() -> new AssertionError(
                        "Keycloak answers " + answer.statusCode() + " and leads nowhere:\n" + answer.body()));
    }

    private HttpResponse<String> send(URI uri, HttpRequest.Builder request) {
        try {
            for (String cookie : cookies.get(uri, Map.of()).getOrDefault("Cookie", List.of()).stream()
                    .filter(value -> !value.isEmpty())
                    .collect(Collectors.toList())) {
                request.header("Cookie", cookie);
            }
            HttpResponse<String> answer = http.send(request.timeout(ANSWER_MAX).build(), BodyHandlers.ofString());
            cookies.put(uri, answer.headers().map());
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
