package io.frontless.event.control;

import io.frontless.workspace.control.Caller;
import java.util.List;

/** What of the log a caller may see. Whoever keeps what the events tell of provides it. */
public interface EventVisibility {

    /** Whether it is certain without a look that the caller may see all there is in every event. */
    default boolean isWhole(Caller caller) {
        return false;
    }

    /** Those of the events that the caller may see, in their order, without the values that they may not. */
    List<EventView> visible(Caller caller, List<EventView> events);
}
