package io.frontless.event.control;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value that was taken out of the log. It stands in the states of events as itself, so that nobody takes it for nothing. */
public final class Redacted {

    /** What stands in place of each. No field's value is an object, so it is none of them. */
    public static final Map<String, Object> MARK = Map.of("redacted", true);

    private Redacted() {}

    /** Whether a value is one that was taken out. */
    public static boolean is(@Nullable Object value) {
        return MARK.equals(value);
    }

    /**
     * A state with the mark wherever something was taken out.
     *
     * @param part which state of the event: {@code before/} or {@code after/}
     * @param paths what was taken out of the event, by path
     */
    public static @Nullable Map<String, @Nullable Object> marked(
            @Nullable Map<String, @Nullable Object> state, String part, Collection<String> paths) {
        if (state == null || paths.isEmpty()) {
            return state;
        }
        Map<String, @Nullable Object> marked = new LinkedHashMap<>(state);
        paths.stream()
                .filter(path -> path.startsWith(part))
                .forEach(path -> marked.put(path.substring(part.length()), MARK));
        return marked;
    }
}
