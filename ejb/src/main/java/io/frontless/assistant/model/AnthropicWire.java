package io.frontless.assistant.model;

import io.frontless.assistant.model.ModelAnswer.End;
import io.frontless.kernel.Limits;
import io.frontless.operation.Params;
import io.frontless.outbound.control.OutboundRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Anthropic's Messages API, version 2023-06-01. */
final class AnthropicWire implements Wire {

    @Override
    public Map<String, @Nullable Object> body(ModelProvider provider, Prompt prompt) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("model", provider.model());
        body.put("max_tokens", Limits.MODEL_ANSWER_TOKENS_MAX);
        body.put(
                "system",
                List.of(Map.of("type", "text", "text", prompt.system(), "cache_control", Map.of("type", "ephemeral"))));
        body.put("messages", Wire.messages(prompt));
        body.put("output_config", Map.of("format", Map.of("type", "json_schema", "schema", PlanSchema.json())));
        return body;
    }

    @Override
    public OutboundRequest signed(OutboundRequest request, String key) {
        return request.with("x-api-key", key).with("anthropic-version", "2023-06-01");
    }

    /** The first block may be its thinking, and others may be of kinds that nobody asked for: only text is read. */
    @Override
    public ModelAnswer read(Params answer) {
        String text = answer.objects("content").stream()
                .filter(block -> block.text("type").equals("text"))
                .map(block -> block.longText("text"))
                .collect(Collectors.joining());
        End end =
                switch (answer.text("stop_reason")) {
                    case "max_tokens", "model_context_window_exceeded" -> End.CUT_OFF;
                    case "refusal" -> End.REFUSED;
                    default -> End.COMPLETE;
                };
        Params usage = Wire.usage(answer);
        long in = Wire.count(usage, "input_tokens")
                + Wire.count(usage, "cache_creation_input_tokens")
                + Wire.count(usage, "cache_read_input_tokens");
        return new ModelAnswer(end, text, in, Wire.count(usage, "output_tokens"));
    }
}
