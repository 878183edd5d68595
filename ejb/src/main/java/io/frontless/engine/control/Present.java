package io.frontless.engine.control;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a thing is now.
 *
 * @param state by name; null where it does not exist or is deleted
 * @param version its version; 0 where it does not exist
 */
public record Present(@Nullable Map<String, @Nullable Object> state, long version) {

    /** Of a thing that does not exist. */
    public static Present nothing() {
        return new Present(null, 0);
    }
}
