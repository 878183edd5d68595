package io.frontless.audit.control;

import io.frontless.audit.entity.HoldRows;
import io.frontless.audit.entity.RetentionRows;
import io.frontless.audit.entity.SinkRows;
import io.frontless.operation.Permission;
import io.frontless.operation.SinkTerms;
import io.frontless.workspace.control.Caller;
import io.frontless.workspace.control.InWorkspace;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What becomes of the log, for those who decide about the workspace's people: where it goes, and what is held. */
@Stateless
@InWorkspace
public class AuditQueries {

    @Inject
    SinkRows sinks;

    @Inject
    HoldRows holds;

    @Inject
    RetentionRows retention;

    /**
     * An export sink and how far it is.
     *
     * @param position it was told everything before this position of the tree
     */
    public record SinkView(
            UUID sink,
            SinkTerms terms,
            long version,
            long position,
            @Nullable String toldAt,
            int failures,
            @Nullable String problem) {}

    /** A legal hold that is in force. */
    public record HoldView(
            UUID hold,
            String label,
            String reason,
            @Nullable String entity,
            @Nullable UUID record,
            long version) {}

    /** An archive: which positions of the tree it has, and the file by name and hash. */
    public record ArchiveView(long from, long to, String file, String sha256) {}

    /**
     * How long the log is kept, and what was archived of it.
     *
     * @param keepDays null for ever
     * @param archivedTo archives have everything before this position of the tree
     */
    public record RetentionView(
            @Nullable Integer keepDays, long version, long archivedTo, List<ArchiveView> archives) {}

    /** The retention, with the archives that the log tells of. */
    public RetentionView retention(Caller caller) {
        caller.require(Permission.MANAGE_ROLES);
        RetentionRows.Row row = retention.find(caller.workspaceId());
        return new RetentionView(
                row.keepDays(),
                row.version(),
                row.archivedTo(),
                retention.archives(caller.workspaceId()).stream()
                        .map(archive -> new ArchiveView(archive.from(), archive.to(), archive.file(), archive.sha256()))
                        .toList());
    }

    /** The sinks, by label. */
    public List<SinkView> sinks(Caller caller) {
        caller.require(Permission.MANAGE_ROLES);
        return sinks.living(caller.workspaceId()).stream()
                .map(AuditQueries::view)
                .toList();
    }

    /** The holds in force, the oldest first. */
    public List<HoldView> holds(Caller caller) {
        caller.require(Permission.MANAGE_ROLES);
        return holds.inForce(caller.workspaceId()).stream()
                .map(row -> new HoldView(
                        row.holdId(),
                        row.terms().label(),
                        row.terms().reason(),
                        row.terms().entity(),
                        row.terms().recordId(),
                        row.version()))
                .toList();
    }

    private static SinkView view(SinkRows.Row row) {
        SinkRows.Progress progress = row.progress();
        return new SinkView(
                row.sinkId(),
                SinkState.terms(row.terms()),
                row.version(),
                progress.position(),
                progress.toldAt(),
                progress.failures(),
                progress.problem());
    }
}
