package io.frontless.assistant.control;

import io.frontless.event.control.EventFilter;
import io.frontless.kernel.Rejection;
import io.frontless.operation.Params;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A question to the log, as a conversation keeps it; those of before knew entity and record alone. */
final class EventFilterJson {

    private EventFilterJson() {}

    static Map<String, @Nullable Object> write(EventFilter filter) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("limit", filter.limit());
        json.put("beforeSeq", filter.beforeSeq());
        json.put("entity", filter.entity());
        json.put("record", filter.recordId());
        json.put("actor", filter.actorId());
        json.put("action", filter.detail().action());
        json.put("field", filter.detail().field());
        json.put("from", filter.detail().from());
        json.put("until", filter.detail().until());
        return json;
    }

    static EventFilter read(Params params) {
        return new EventFilter(
                params.optionalText("entity").orElse(null),
                params.optionalId("record").orElse(null),
                null,
                params.optionalId("actor").orElse(null),
                null,
                params.optionalNumber("beforeSeq")
                        .map(BigDecimal::longValueExact)
                        .orElse(null),
                new EventFilter.Detail(
                        params.optionalText("action").orElse(null),
                        params.optionalText("field").orElse(null),
                        time(params.optionalText("from")),
                        time(params.optionalText("until")),
                        null),
                params.optionalNumber("limit")
                        .map(BigDecimal::intValueExact)
                        .orElseThrow(() -> Rejection.invalid("limit", "a number", "nothing")));
    }

    private static @Nullable Instant time(Optional<String> text) {
        return text.map(Instant::parse).orElse(null);
    }
}
