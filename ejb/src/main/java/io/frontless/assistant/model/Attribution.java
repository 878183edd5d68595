package io.frontless.assistant.model;

import java.util.List;
import java.util.Set;

/** Which model made a plan, and where its values come from. */
public record Attribution(String provider, List<ValueOrigin> values) {

    public Attribution {
        values = List.copyOf(values);
    }

    /** The same, without the values of these {@link ValueOrigin#key keys}, which somebody else has given meanwhile. */
    public Attribution without(Set<String> keys) {
        return new Attribution(
                provider,
                values.stream().filter(value -> !keys.contains(value.key())).toList());
    }
}
