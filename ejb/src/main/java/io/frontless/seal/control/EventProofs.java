package io.frontless.seal.control;

import io.frontless.event.control.EventQueries;
import io.frontless.event.control.EventView;
import io.frontless.kernel.Limits;
import io.frontless.kernel.Rejection;
import io.frontless.operation.Permission;
import io.frontless.proof.ExportLine;
import io.frontless.proof.LoggedEvent;
import io.frontless.proof.Merkle;
import io.frontless.proof.TreeHead;
import io.frontless.seal.entity.LogRows;
import io.frontless.seal.entity.TreeRows;
import io.frontless.seal.entity.WitnessRows;
import io.frontless.workspace.control.Caller;
import io.frontless.workspace.control.InWorkspace;
import io.frontless.workspace.control.RowMeter;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What proves a workspace's log to those who may read it: the state of its seal, proofs, and exports that carry theirs. */
@Stateless
@InWorkspace
public class EventProofs {

    private static final HexFormat HEX = HexFormat.of();

    @Inject
    TreeRows tree;

    @Inject
    LogRows logs;

    @Inject
    WitnessRows witnesses;

    @Inject
    WitnessConfig config;

    @Inject
    EventQueries events;

    @Inject
    ShownEvents shown;

    @Inject
    ExportRows exports;

    @Inject
    RowMeter meter;

    /**
     * How far the log is sealed.
     *
     * @param head the last signed head; none before the first
     * @param unsealed events that no seal has yet
     * @param unsealedSince when the first of them happened
     * @param witnesses up to which size each witness was told
     */
    public record State(
            Optional<TreeHead.Signed> head,
            long unsealed,
            @Nullable String unsealedSince,
            Map<String, Long> witnesses) {}

    /** That an event is in the log: its leaf's place, and the hashes that lead to the head. */
    public record Inclusion(LoggedEvent event, long position, TreeHead.Signed head, List<String> hashes) {}

    /** That the log at one head goes on to another, with nothing taken away. */
    public record Consistency(TreeHead.Signed earlier, TreeHead.Signed later, List<String> hashes) {}

    /** How far the log is sealed. */
    public State state(Caller caller) {
        caller.require(Permission.READ);
        UUID workspaceId = caller.workspaceId();
        LogRows.Unsealed unsealed = logs.unsealed(workspaceId);
        Map<String, Long> told = new LinkedHashMap<>();
        config.witnesses().forEach(witness -> told.put(witness.name(), witnesses.told(workspaceId, witness.name())));
        return new State(tree.latestHead(workspaceId), unsealed.rows(), unsealed.since(), told);
    }

    /** Proves that an event is in the log; NOT_FOUND where the caller may not see it, CONFLICT where it is not sealed yet. */
    public Inclusion inclusion(Caller caller, UUID eventId) {
        caller.require(Permission.READ);
        EventView event = events.event(caller, eventId);
        UUID workspaceId = caller.workspaceId();
        Optional<Long> position = tree.position(workspaceId, "event", event.seq());
        Optional<TreeHead.Signed> head = tree.latestHead(workspaceId);
        if (position.isEmpty() || head.isEmpty()) {
            throw Rejection.conflict("event", "one that is sealed, which takes some seconds", eventId);
        }
        List<LoggedEvent> logged = logs.events(workspaceId, List.of(event.seq()));
        LoggedEvent visible = Optional.ofNullable(shown.shown(caller, logged).get(event.seq()))
                .orElseThrow(() -> Rejection.notFound("event", eventId));
        List<byte[]> hashes =
                Merkle.inclusion(position.get(), head.get().head().size(), new StoredNodes(tree, workspaceId));
        return new Inclusion(visible, position.get(), head.get(), hex(hashes));
    }

    /** Proves that a log of one size goes on to one of another; NOT_FOUND where no head was signed at it. */
    public Consistency consistency(Caller caller, long earlier, long later) {
        caller.require(Permission.READ);
        UUID workspaceId = caller.workspaceId();
        if (earlier > later) {
            throw Rejection.invalid("from", "at most the later size", earlier);
        }
        TreeHead.Signed first = head(workspaceId, earlier);
        TreeHead.Signed second = head(workspaceId, later);
        return new Consistency(
                first, second, hex(Merkle.consistency(earlier, later, new StoredNodes(tree, workspaceId))));
    }

    private TreeHead.Signed head(UUID workspaceId, long size) {
        return tree.head(workspaceId, size).orElseThrow(() -> Rejection.notFound("head", size));
    }

    /** Plans an export of about so many rows, up to a signed head; INVALID where the position is beyond the log. */
    public ExportRows.Plan plan(Caller caller, long from, long rows) {
        caller.require(Permission.EXPORT);
        return exports.plan(caller.workspaceId(), from, rows);
    }

    /** A part of the log as far as the caller may see it, in the order of the tree, of {@link Limits#BATCH_STEPS} lines at most. */
    public List<ExportLine> lines(Caller caller, long from, long to) {
        caller.require(Permission.EXPORT);
        boolean refusals = caller.access().allows(Permission.MANAGE_ROLES, null);
        return exports.lines(caller.workspaceId(), from, to, events -> counted(caller, events), refusals);
    }

    private Map<Long, LoggedEvent> counted(Caller caller, List<LoggedEvent> events) {
        Map<Long, LoggedEvent> visible = shown.shown(caller, events);
        meter.count(caller, visible.size());
        return visible;
    }

    private static List<String> hex(List<byte[]> hashes) {
        return hashes.stream().map(HEX::formatHex).toList();
    }
}
