package io.frontless.assistant.model;

import io.frontless.kernel.Json;
import io.frontless.operation.Params;
import io.frontless.outbound.control.OutboundRequest;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How one kind of server is asked, and how its answer is read. */
interface Wire {

    /** The body of a request, which holds no key. */
    Map<String, @Nullable Object> body(ModelProvider provider, Prompt prompt);

    /** The request with its key, if one is needed. */
    OutboundRequest signed(OutboundRequest request, String key);

    /** Reads an answer of status 200; INVALID where it is not of this kind. */
    ModelAnswer read(Params answer);

    /** The request that asks this. */
    default OutboundRequest request(ModelProvider provider, Prompt prompt) {
        return OutboundRequest.post(provider.url(), "application/json", Json.write(body(provider, prompt)));
    }

    /** The messages as all kinds write them. */
    static List<Map<String, Object>> messages(Prompt prompt) {
        return IntStream.range(0, prompt.messages().size())
                .mapToObj(index -> message(Prompt.role(index), prompt.messages().get(index)))
                .toList();
    }

    /** The same, after the system's. */
    static List<Map<String, Object>> messagesAfterSystem(Prompt prompt) {
        return Stream.concat(Stream.of(message("system", prompt.system())), messages(prompt).stream())
                .toList();
    }

    /** What an answer says that it took; servers that do not count say nothing. */
    static Params usage(Params answer) {
        return new Params("usage", answer.optionalMap("usage").orElse(Map.of()));
    }

    /** A count of tokens; a server that does not count has used none. */
    static long count(Params usage, String name) {
        return usage.optionalNumber(name)
                .filter(number -> number.signum() >= 0 && number.precision() - number.scale() <= 12)
                .map(BigDecimal::longValue)
                .orElse(0L);
    }

    private static Map<String, Object> message(String role, String content) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("role", role);
        message.put("content", content);
        return message;
    }
}
