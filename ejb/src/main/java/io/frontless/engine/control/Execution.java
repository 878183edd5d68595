package io.frontless.engine.control;

import io.frontless.kernel.Rejection;
import io.frontless.workspace.control.Caller;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * In whose name and on what assumption one step runs.
 *
 * @param now one instant for the whole plan
 * @param expectVersion the version that the step relies on, if it does
 * @param undoes the event that the step takes back, if it does
 * @param findings what the caller is to be told in the preview
 */
public record Execution(
        Caller caller,
        Instant now,
        @Nullable Long expectVersion,
        @Nullable UUID undoes,
        Findings findings) {

    /** One that relies on nothing: for looking at how things are. */
    public static Execution plain(Caller caller, Instant now) {
        return new Execution(caller, now, null, null, new Findings());
    }

    /** The caller's workspace. */
    public UUID workspaceId() {
        return caller.workspaceId();
    }

    /** Refuses as CONFLICT a step that relies on another version than the present one. */
    public void requireVersion(String thing, long present) {
        if (expectVersion != null && expectVersion != present) {
            throw Rejection.conflict(thing + ".version", String.valueOf(expectVersion), present);
        }
    }
}
