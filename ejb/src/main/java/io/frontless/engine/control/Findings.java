package io.frontless.engine.control;

import io.frontless.kernel.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a plan's preview must tell besides its changes: conflicts that are skipped or overridden, values that a conversion loses. */
public final class Findings {

    private final List<Finding> shown = new ArrayList<>();
    private long count;

    /** Of which kind: the first six are the classes of conflict, as an undo meets them. */
    public enum Kind {
        /** A later edit. */
        DATA,
        /** The schema is another one now. */
        SCHEMA,
        /** A rule such as uniqueness forbids it now. */
        CONSTRAINT,
        /** Something later was built on it. */
        DEPENDENCY,
        /** The caller may not do this today. */
        PERMISSION,
        /** Something outside cannot be taken back. */
        EXTERNAL,
        /** A value that will not be there any more. */
        LOSS
    }

    /**
     * One finding.
     *
     * @param eventId the event that it is about, in an undo
     * @param text what was expected and what was found
     */
    public record Finding(
            Kind kind,
            @Nullable UUID eventId,
            @Nullable String entity,
            @Nullable UUID recordId,
            String text) {}

    /** Adds one; the first {@link Limits#PREVIEW_ROWS_MAX} are shown, all are counted. */
    public void add(Finding finding) {
        count++;
        if (shown.size() < Limits.PREVIEW_ROWS_MAX) {
            shown.add(finding);
        }
    }

    /** Those to show. */
    public List<Finding> shown() {
        return List.copyOf(shown);
    }

    /** How many there are. */
    public long count() {
        return count;
    }
}
