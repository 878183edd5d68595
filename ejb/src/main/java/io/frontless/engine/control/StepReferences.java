package io.frontless.engine.control;

import io.frontless.kernel.Rejection;
import io.frontless.operation.Step;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Replaces {@code "$s1.id"} in a step's parameters by the id of the record that the earlier step {@code s1} touched. */
final class StepReferences {

    private static final Pattern REFERENCE = Pattern.compile("\\$([A-Za-z][A-Za-z0-9_-]*)\\.id");

    private final Map<String, UUID> idByStep = new HashMap<>();
    private @Nullable UUID latest;

    /** Takes note of the record that a change touched. */
    void touched(@Nullable UUID recordId) {
        latest = recordId;
    }

    /** Remembers the latest record under a step's id; of a step that stands for many, that of the last. */
    void rememberAs(String step) {
        if (latest != null) {
            idByStep.put(step, latest);
        }
    }

    /** The parameters with every reference replaced; one to a step that is not earlier is refused. */
    Map<String, @Nullable Object> resolve(Step step) {
        return map(step.id(), step.params());
    }

    private Map<String, @Nullable Object> map(String path, Map<?, ?> source) {
        Map<String, @Nullable Object> resolved = new LinkedHashMap<>();
        source.forEach((name, value) -> resolved.put(String.valueOf(name), value(path + "." + name, value)));
        return resolved;
    }

    private @Nullable Object value(String path, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map(path, map);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(item -> value(path, item)).toList();
        }
        if (value instanceof String text) {
            Matcher reference = REFERENCE.matcher(text);
            return reference.matches() ? idOf(path, reference.group(1)) : text;
        }
        return value;
    }

    private String idOf(String path, String step) {
        UUID id = idByStep.get(step);
        if (id == null) {
            throw Rejection.invalid(path, "an earlier step that touches a record", "$" + step + ".id");
        }
        return id.toString();
    }
}
