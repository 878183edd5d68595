package io.frontless.assistant.model;

import io.frontless.assistant.model.ModelAnswer.End;
import io.frontless.kernel.Limits;
import io.frontless.kernel.Rejection;
import io.frontless.operation.Params;
import io.frontless.outbound.control.OutboundRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Ollama's chat. Over https like all others: a proxy before it holds the certificate. */
final class OllamaWire implements Wire {

    @Override
    public Map<String, @Nullable Object> body(ModelProvider provider, Prompt prompt) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("model", provider.model());
        body.put("stream", false);
        body.put("format", PlanSchema.json());
        body.put("options", Map.of("num_predict", Limits.MODEL_ANSWER_TOKENS_MAX));
        body.put("messages", Wire.messagesAfterSystem(prompt));
        return body;
    }

    @Override
    public OutboundRequest signed(OutboundRequest request, String key) {
        return request.with("authorization", "Bearer " + key);
    }

    @Override
    public ModelAnswer read(Params answer) {
        if (!answer.flag("done")) {
            throw Rejection.invalid("done", "true", false);
        }
        End end = answer.optionalText("done_reason").orElse("stop").equals("length") ? End.CUT_OFF : End.COMPLETE;
        return new ModelAnswer(
                end,
                answer.object("message").longText("content"),
                Wire.count(answer, "prompt_eval_count"),
                Wire.count(answer, "eval_count"));
    }
}
