package io.frontless.seal.boundary;

import io.frontless.boundary.CurrentCaller;
import io.frontless.boundary.JsonAnswer;
import io.frontless.boundary.PathId;
import io.frontless.boundary.QueryNumber;
import io.frontless.boundary.Requires;
import io.frontless.boundary.WorkspacePath;
import io.frontless.kernel.Rejection;
import io.frontless.operation.Permission;
import io.frontless.proof.EventJson;
import io.frontless.proof.ExportFormat;
import io.frontless.proof.TreeHead;
import io.frontless.seal.control.EventExports;
import io.frontless.seal.control.EventProofs;
import io.frontless.seal.control.ExportRows;
import io.frontless.seal.control.Verification;
import io.frontless.seal.control.Verifications;
import io.frontless.verifier.Finding;
import io.frontless.workspace.control.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The seal of a workspace's log. */
@Path(WorkspacePath.ROOT + "/seal")
@ApplicationScoped
public class SealResource {

    /** Rows of an export that names no number: all there are. */
    private static final int ROWS_MAX = Integer.MAX_VALUE;

    @Inject
    CurrentCaller caller;

    @Inject
    EventProofs proofs;

    @Inject
    EventExports exports;

    @Inject
    Verifications verifications;

    /** The last signed head, what is not sealed yet, and what the witnesses were told. */
    @GET
    @Requires(Permission.READ)
    public Response state() {
        EventProofs.State state = proofs.state(caller.get());
        return new JsonAnswer()
                .with("head", state.head().map(SealResource::head).orElse(null))
                .with("unsealed", state.unsealed())
                .with("unsealedSince", state.unsealedSince())
                .with("witnesses", state.witnesses())
                .ok();
    }

    /** Begins to check the whole log, unless that goes on already. */
    @POST
    @Path("verification")
    @Requires(Permission.EXPORT)
    public Response verify() {
        return verification(verifications.begin(caller.get())).accepted();
    }

    /** How far the last check is, or what it has found. */
    @GET
    @Path("verification")
    @Requires(Permission.EXPORT)
    public Response verification() {
        Verification last =
                verifications.latest(caller.get()).orElseThrow(() -> Rejection.notFound("verification", "none begun"));
        return verification(last).ok();
    }

    private static JsonAnswer verification(Verification one) {
        TreeHead.Signed head = one.head();
        return new JsonAnswer()
                .with("running", one.running())
                .with("good", one.good())
                .with("startedAt", one.startedAt())
                .with("endedAt", one.endedAt())
                .with("rows", one.rows())
                .with("checked", one.checked())
                .with("head", head == null ? null : head(head))
                .with("findings", one.findings().stream().map(Finding::line).toList())
                .with("problem", one.problem());
    }

    /** That the log at size {@code from} goes on to size {@code to}. */
    @GET
    @Path("consistency")
    @Requires(Permission.READ)
    public Response consistency(@QueryParam("from") @Nullable String from, @QueryParam("to") @Nullable String to) {
        EventProofs.Consistency proof = proofs.consistency(caller.get(), size("from", from), size("to", to));
        return new JsonAnswer()
                .with("from", head(proof.earlier()))
                .with("to", head(proof.later()))
                .with("proof", proof.hashes())
                .ok();
    }

    /** That an event is in the log. */
    @GET
    @Path("events/{event}")
    @Requires(Permission.READ)
    public Response inclusion(@PathParam("event") String event) {
        EventProofs.Inclusion proof = proofs.inclusion(caller.get(), PathId.of("event", event));
        return new JsonAnswer()
                .with("event", EventJson.of(proof.event()))
                .with("position", proof.position())
                .with("proof", proof.hashes())
                .with("head", head(proof.head()))
                .ok();
    }

    /**
     * The log from position {@code from} on with its proof, in a {@code format}; at least {@code rows}, if there are so many, and on to the next head. The size of that head is
     * where the next export goes on.
     */
    @GET
    @Path("export")
    @Requires(Permission.EXPORT)
    public Response export(
            @QueryParam("from") @Nullable String from,
            @QueryParam("rows") @Nullable String rows,
            @QueryParam("format") @DefaultValue("jsonl") String format) {
        Caller asking = caller.get();
        Long first = QueryNumber.of("from", from);
        long position = first == null ? 0 : first;
        int wanted = QueryNumber.of("rows", rows, ROWS_MAX);
        if (wanted < 1) {
            throw Rejection.invalid("rows", "at least 1", wanted);
        }
        ExportFormat written = ExportFormat.named(format)
                .orElseThrow(() -> Rejection.invalid("format", "one of " + ExportFormat.names(), format));
        ExportRows.Plan plan = exports.plan(asking, position, wanted);
        StreamingOutput body = out -> exports.write(asking, plan, written, out);
        String name = "events-" + position + "." + written.suffix();
        return Response.ok(body)
                .header("Content-Type", written.mediaType())
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .header("Cache-Control", "no-store")
                .build();
    }

    private static long size(String name, @Nullable String text) {
        Long size = QueryNumber.of(name, text);
        if (size == null || size < 1) {
            throw Rejection.invalid(name, "the size of a signed tree", String.valueOf(text));
        }
        return size;
    }

    private static Map<String, @Nullable Object> head(TreeHead.Signed signed) {
        TreeHead head = signed.head();
        return new JsonAnswer()
                .with("format", "frontless.head.1")
                .with("workspace", head.workspace())
                .with("size", head.size())
                .with("root", head.root())
                .with("signedAt", head.signedAt())
                .with("key", head.key())
                .with("signature", signed.signature())
                .map();
    }
}
