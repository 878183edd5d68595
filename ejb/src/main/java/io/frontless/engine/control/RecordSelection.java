package io.frontless.engine.control;

import io.frontless.operation.Filter;
import io.frontless.workspace.control.Caller;
import java.util.List;
import java.util.UUID;

/** Finds the records that a filter means, as its caller may see them: the engine knows of records only by their ids. */
public interface RecordSelection {

    /** The ids of living records of the entity that meet the filter, at most {@code max} of them, in the caller's transaction. */
    List<UUID> ids(Caller caller, String entity, Filter filter, int max);
}
