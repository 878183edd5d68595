package io.frontless.assistant.model;

import io.frontless.assistant.model.ModelProvider.Kind;
import io.frontless.kernel.Json;
import java.util.List;

/** What servers of each kind answer, as they really do. */
final class Answers {

    private Answers() {}

    /** A whole answer. */
    static String whole(Kind kind, String text) {
        return of(kind, text, false, false);
    }

    /** One that ended at the most that the model may say. */
    static String cutOff(Kind kind, String text) {
        return of(kind, text, true, false);
    }

    /** A refusal. Ollama knows none: its models refuse in words, which are no plan. */
    static String refusal(Kind kind) {
        return of(kind, "I will not do that.", false, true);
    }

    private static String of(Kind kind, String text, boolean cut, boolean refused) {
        String quoted = Json.write(List.of(text));
        String json = quoted.substring(1, quoted.length() - 1);
        return switch (kind) {
            case ANTHROPIC -> """
                    {"id":"msg_01","type":"message","role":"assistant","model":"m","content":[
                      {"type":"thinking","thinking":"The person wants …","signature":"EqQB"},
                      {"type":"tool_use","id":"toolu_01","name":"search","input":{"text":"{}"}},
                      {"type":"text","text":%s}],
                     "stop_reason":"%s","stop_sequence":null,
                     "usage":{"input_tokens":100,"cache_creation_input_tokens":20,"cache_read_input_tokens":3,"output_tokens":50,"service_tier":"standard"}}
                    """.formatted(json, refused ? "refusal" : cut ? "max_tokens" : "end_turn");
            case OPENAI -> """
                    {"id":"chatcmpl-1","object":"chat.completion","created":1790000000,"model":"m","choices":[
                      {"index":0,"message":{"role":"assistant","content":%s,"refusal":%s,"tool_calls":[
                        {"id":"call_1","type":"function","function":{"name":"search","arguments":"{}"}}]},
                       "logprobs":null,"finish_reason":"%s"}],
                     "usage":{"prompt_tokens":123,"completion_tokens":50,"total_tokens":173}}
                    """.formatted(refused ? "null" : json, refused ? json : "null", cut ? "length" : "stop");
            case OLLAMA -> """
                    {"model":"m","created_at":"2026-11-26T09:00:00.123456Z","message":{"role":"assistant","content":%s,"thinking":"The person …"},
                     "done_reason":"%s","done":true,"total_duration":1,"prompt_eval_count":123,"eval_count":50}
                    """.formatted(json, cut ? "length" : "stop");
        };
    }
}
