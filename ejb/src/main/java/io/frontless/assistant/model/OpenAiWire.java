package io.frontless.assistant.model;

import io.frontless.assistant.model.ModelAnswer.End;
import io.frontless.kernel.Limits;
import io.frontless.kernel.Rejection;
import io.frontless.operation.Params;
import io.frontless.outbound.control.OutboundRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** OpenAI's chat completions, as vLLM, llama.cpp and others speak them, too. */
final class OpenAiWire implements Wire {

    @Override
    public Map<String, @Nullable Object> body(ModelProvider provider, Prompt prompt) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("model", provider.model());
        body.put("max_tokens", Limits.MODEL_ANSWER_TOKENS_MAX);
        body.put("messages", Wire.messagesAfterSystem(prompt));
        body.put(
                "response_format",
                Map.of(
                        "type",
                        "json_schema",
                        "json_schema",
                        Map.of("name", "plan", "strict", true, "schema", PlanSchema.json())));
        return body;
    }

    @Override
    public OutboundRequest signed(OutboundRequest request, String key) {
        return request.with("authorization", "Bearer " + key);
    }

    @Override
    public ModelAnswer read(Params answer) {
        List<Params> choices = answer.objects("choices");
        if (choices.isEmpty()) {
            throw Rejection.invalid("choices", "one", "none");
        }
        Params choice = choices.get(0);
        Params message = choice.object("message");
        Params usage = Wire.usage(answer);
        boolean refused = message.has("refusal");
        End end =
                switch (choice.text("finish_reason")) {
                    case "length" -> End.CUT_OFF;
                    case "content_filter" -> End.REFUSED;
                    default -> refused ? End.REFUSED : End.COMPLETE;
                };
        return new ModelAnswer(
                end,
                message.has("content") ? message.longText("content") : "",
                Wire.count(usage, "prompt_tokens"),
                Wire.count(usage, "completion_tokens"));
    }
}
