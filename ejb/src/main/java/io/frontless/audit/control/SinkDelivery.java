package io.frontless.audit.control;

import io.frontless.audit.entity.SinkRows;
import io.frontless.kernel.Rejection;
import io.frontless.operation.SinkTerms;
import io.frontless.outbound.control.Outbound;
import io.frontless.outbound.control.OutboundRequest;
import io.frontless.outbound.control.SyslogServer;
import io.frontless.proof.ExportFormat;
import io.frontless.seal.control.EventExports;
import io.frontless.seal.control.ExportRows;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/** Tells a sink the next part of the log: a whole export, with its proof, up to a signed head. In no transaction, since others are waited for. */
@Dependent
public class SinkDelivery {

    /** Rows of a part: the head that covers them may cover some more. */
    private static final int ROWS = 1_000;

    private static final int SUCCESS = 2;

    private final EventExports exports;
    private final Outbound outbound;
    private final SinkConfig config;

    @Inject
    public SinkDelivery(EventExports exports, Outbound outbound, SinkConfig config) {
        this.exports = exports;
        this.outbound = outbound;
        this.config = config;
    }

    /** A part of a workspace’s log. */
    private record Part(UUID workspaceId, ExportRows.Plan plan, ExportFormat format) {}

    /** Tells what comes after a position, and answers the position where that ends; none where nothing does. */
    Optional<Long> tell(UUID workspaceId, SinkRows.Terms sink, long from) throws IOException {
        ExportFormat format = ExportFormat.named(sink.format()).orElseThrow();
        ExportRows.Plan plan = exports.planWhole(workspaceId, from, ROWS);
        if (plan.to() == from) {
            return Optional.empty();
        }
        Part part = new Part(workspaceId, plan, format);
        try {
            switch (SinkTerms.Kind.valueOf(sink.kind())) {
                case FILE -> toFile(part, config.folder(workspaceId, sink.target()));
                case WEBHOOK -> toWebhook(part, sink.target());
                case SYSLOG ->
                    SyslogServer.of(sink.target()).send(text(part).lines().toList());
            }
        } catch (Rejection e) {
            throw new IOException(e.message(), e);
        }
        return Optional.of(plan.to());
    }

    private void toFile(Part part, Path folder) throws IOException {
        ExportRows.Plan plan = part.plan();
        String name = "events-%012d-%012d.%s"
                .formatted(plan.from(), plan.to(), part.format().suffix());
        WholeFile.write(
                folder.resolve(name), out -> exports.writeWhole(part.workspaceId(), part.plan(), part.format(), out));
    }

    private void toWebhook(Part part, String url) throws IOException {
        int status = outbound.send(OutboundRequest.post(url, part.format().mediaType(), text(part)))
                .status();
        if (status / 100 != SUCCESS) {
            throw new IOException("the sink answered " + status);
        }
    }

    private String text(Part part) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        exports.writeWhole(part.workspaceId(), part.plan(), part.format(), out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
