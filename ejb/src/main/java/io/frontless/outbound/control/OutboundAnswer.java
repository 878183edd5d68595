package io.frontless.outbound.control;

import java.util.Map;

/** What another host answered; names of headers are in small letters. */
public record OutboundAnswer(int status, Map<String, String> headers, String body) {

    public OutboundAnswer {
        headers = Map.copyOf(headers);
    }
}
