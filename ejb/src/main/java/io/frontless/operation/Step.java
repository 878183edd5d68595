package io.frontless.operation;

import io.frontless.kernel.Rejection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One step of a plan, before its references are resolved: a text parameter {@code "$s1.id"} stands for the id of the record that
 * step {@code s1} touches.
 *
 * @param expectVersion the version of the touched thing that the plan relies on; null where it relies on none
 * @param undoes the event this step takes back; null for an ordinary step
 */
public record Step(
        String id,
        String op,
        Map<String, @Nullable Object> params,
        @Nullable Long expectVersion,
        @Nullable UUID undoes) {

    private static final Pattern ID = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,39}");

    public Step {
        if (!ID.matcher(id).matches()) {
            throw Rejection.invalid("operations.id", "a letter, then up to 39 letters, digits, _ or -", id);
        }
        if (expectVersion != null && expectVersion < 1) {
            throw Rejection.invalid(id + ".expectVersion", "a version from 1 on", expectVersion);
        }
        params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
    }

    /** An ordinary step. */
    public static Step of(String id, Operation operation) {
        return new Step(id, operation.name(), operation.params(), null, null);
    }

    /** This step, relying on a version. */
    public Step expecting(long version) {
        return new Step(id, op, params, version, undoes);
    }

    /** This step, as the undoing of an event. */
    public Step undoing(UUID eventId) {
        return new Step(id, op, params, expectVersion, eventId);
    }
}
