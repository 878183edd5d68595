package io.frontless.outbound.control;

import io.frontless.kernel.Rejection;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One HTTP request to another host. A body is text in UTF-8, whose kind the {@code content-type} header says.
 *
 * @param limit how long it may take altogether, if less than any call may
 */
public record OutboundRequest(
        String method, String url, Map<String, String> headers, Optional<String> body, Optional<Duration> limit) {

    public OutboundRequest {
        headers = Map.copyOf(headers);
        headers.forEach(OutboundRequest::requireHeader);
    }

    /** Asks for something; the one kind of request that follows redirects. */
    public static OutboundRequest get(String url) {
        return new OutboundRequest("GET", url, Map.of(), Optional.empty(), Optional.empty());
    }

    /** Sends something. */
    public static OutboundRequest post(String url, String contentType, String body) {
        return new OutboundRequest(
                "POST", url, Map.of("content-type", contentType), Optional.of(body), Optional.empty());
    }

    /** The same with one more header. */
    public OutboundRequest with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new OutboundRequest(method, url, more, body, limit);
    }

    /** The same, given up after this time. */
    public OutboundRequest within(Duration longest) {
        return new OutboundRequest(method, url, headers, body, Optional.of(longest));
    }

    /** The same request at a place that a redirect named; another server gets to see no header of it. */
    OutboundRequest at(String redirectedUrl, boolean sameServer) {
        return new OutboundRequest(method, redirectedUrl, sameServer ? headers : Map.of(), body, limit);
    }

    /** A line break would begin another header, or another request (RFC 9110 §5.5). */
    private static void requireHeader(String name, String value) {
        if (!name.matches("[A-Za-z0-9-]{1,100}") || value.chars().anyMatch(Character::isISOControl)) {
            throw Rejection.invalid("header", "a name and a value on one line", name);
        }
    }

    /** Headers may hold keys: never written to a log. */
    @Override
    public String toString() {
        return method + " " + url;
    }
}
