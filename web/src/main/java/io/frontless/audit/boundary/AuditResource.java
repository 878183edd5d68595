package io.frontless.audit.boundary;

import io.frontless.audit.control.AuditQueries;
import io.frontless.boundary.CurrentCaller;
import io.frontless.boundary.JsonAnswer;
import io.frontless.boundary.Requires;
import io.frontless.boundary.WorkspacePath;
import io.frontless.operation.Permission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What becomes of the log of a workspace. */
@Path(WorkspacePath.ROOT + "/audit")
@ApplicationScoped
public class AuditResource {

    @Inject
    CurrentCaller caller;

    @Inject
    AuditQueries queries;

    /** The export sinks, and how far each is. */
    @GET
    @Path("sinks")
    @Requires(Permission.MANAGE_ROLES)
    public Response sinks() {
        return new JsonAnswer()
                .with(
                        "sinks",
                        queries.sinks(caller.get()).stream()
                                .map(AuditResource::json)
                                .toList())
                .ok();
    }

    /** The legal holds in force. */
    @GET
    @Path("holds")
    @Requires(Permission.MANAGE_ROLES)
    public Response holds() {
        return new JsonAnswer()
                .with(
                        "holds",
                        queries.holds(caller.get()).stream()
                                .map(AuditResource::json)
                                .toList())
                .ok();
    }

    /** How long the log is kept, and what was archived of it. */
    @GET
    @Path("retention")
    @Requires(Permission.MANAGE_ROLES)
    public Response retention() {
        AuditQueries.RetentionView retention = queries.retention(caller.get());
        return new JsonAnswer()
                .with("keepDays", retention.keepDays())
                .with("version", retention.version())
                .with("archivedTo", retention.archivedTo())
                .with(
                        "archives",
                        retention.archives().stream().map(AuditResource::json).toList())
                .ok();
    }

    private static Map<String, @Nullable Object> json(AuditQueries.ArchiveView archive) {
        return new JsonAnswer()
                .with("from", archive.from())
                .with("to", archive.to())
                .with("file", archive.file())
                .with("sha256", archive.sha256())
                .map();
    }

    private static Map<String, @Nullable Object> json(AuditQueries.SinkView sink) {
        return new JsonAnswer()
                .with("sink", sink.sink())
                .with("label", sink.terms().label())
                .with("kind", sink.terms().kind().wireName())
                .with("target", sink.terms().target())
                .with("format", sink.terms().format())
                .with("paused", sink.terms().paused())
                .with("version", sink.version())
                .with("position", sink.position())
                .with("toldAt", sink.toldAt())
                .with("failures", sink.failures())
                .with("problem", sink.problem())
                .map();
    }

    private static Map<String, @Nullable Object> json(AuditQueries.HoldView hold) {
        return new JsonAnswer()
                .with("hold", hold.hold())
                .with("label", hold.label())
                .with("reason", hold.reason())
                .with("entity", hold.entity())
                .with("record", hold.record())
                .with("version", hold.version())
                .map();
    }
}
