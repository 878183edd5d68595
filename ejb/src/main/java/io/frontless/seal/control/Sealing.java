package io.frontless.seal.control;

import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.proof.EventFormat;
import io.frontless.proof.LoggedEvent;
import io.frontless.proof.LoggedRefusal;
import io.frontless.proof.Merkle;
import io.frontless.proof.TreeHead;
import io.frontless.seal.entity.LogRows;
import io.frontless.seal.entity.TreeRows;
import io.frontless.seal.entity.TreeRows.Leaf;
import io.frontless.vault.control.AuditKeys;
import io.frontless.workspace.control.WorkspaceContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Seals what a workspace's logs hold and its tree does not: so many rows in a transaction, each of which ends with a signed head. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Sealing {

    /** Rows of one transaction: a signature for so many costs nothing, and they fit memory. */
    static final int BATCH = 5_000;

    private static final HexFormat HEX = HexFormat.of();
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    @Inject
    WorkspaceContext context;

    @Inject
    TreeRows tree;

    @Inject
    LogRows logs;

    @Inject
    AuditKeys keys;

    @Inject
    Clock clock;

    /**
     * How far a workspace has been looked through, so that the next transaction goes on there.
     *
     * @param from what was written by this transaction or later ones can be unsealed
     * @param oldestRunning the oldest transaction that ran when it began: when all is sealed that can be seen, all before it is
     */
    public record Progress(String from, String oldestRunning, long eventSeq, long refusalSeq) {}

    /** What one transaction came to: the head that it signed, and how to go on, where there is more. */
    public record Sealed(Optional<TreeHead.Signed> head, Optional<Progress> more) {}

    /** The workspaces that a database has. */
    public List<UUID> workspaces(String database) {
        context.workOn(database);
        context.enterWorker();
        return tree.workspaces();
    }

    /** Seals the first rows that are not sealed yet; nothing where there is no such workspace, or not here any more. */
    public Optional<Sealed> begin(UUID workspaceId) {
        enter(workspaceId);
        return tree.lockSealedBefore(workspaceId)
                .map(from -> seal(workspaceId, new Progress(from, tree.oldestRunning(), -1, -1)));
    }

    /** Seals the next. */
    public Sealed goOn(UUID workspaceId, Progress progress) {
        enter(workspaceId);
        tree.lockSealedBefore(workspaceId);
        return seal(workspaceId, progress);
    }

    private void enter(UUID workspaceId) {
        context.enterWorkspace(workspaceId);
        context.enterWorker();
    }

    private Sealed seal(UUID workspaceId, Progress progress) {
        List<LoggedEvent> events = logs.unsealedEvents(workspaceId, progress.from(), progress.eventSeq(), BATCH);
        List<LoggedRefusal> refusals = events.size() == BATCH
                ? List.of()
                : logs.unsealedRefusals(workspaceId, progress.from(), progress.refusalSeq(), BATCH);
        List<Leaf> leaves = leaves(events, refusals);
        Optional<TreeHead.Signed> head = leaves.isEmpty() ? Optional.empty() : Optional.of(add(workspaceId, leaves));
        if (events.size() == BATCH || refusals.size() == BATCH) {
            return new Sealed(
                    head,
                    Optional.of(new Progress(
                            progress.from(),
                            progress.oldestRunning(),
                            events.isEmpty()
                                    ? progress.eventSeq()
                                    : events.get(events.size() - 1).seq(),
                            refusals.isEmpty()
                                    ? progress.refusalSeq()
                                    : refusals.get(refusals.size() - 1).seq())));
        }
        tree.sealedBefore(workspaceId, progress.oldestRunning());
        return new Sealed(head, Optional.empty());
    }

    private static List<Leaf> leaves(List<LoggedEvent> events, List<LoggedRefusal> refusals) {
        EventFormat format = new EventFormat();
        List<Leaf> leaves = new ArrayList<>();
        events.forEach(event -> leaves.add(new Leaf("event", event.seq(), HEX.formatHex(format.leaf(event)))));
        refusals.forEach(
                refusal -> leaves.add(new Leaf("refusal", refusal.seq(), HEX.formatHex(format.leaf(refusal)))));
        return leaves;
    }

    private TreeHead.Signed add(UUID workspaceId, List<Leaf> leaves) {
        Optional<TreeHead> before = tree.latestHead(workspaceId).map(TreeHead.Signed::head);
        long size = before.map(TreeHead::size).orElse(0L);
        StoredNodes nodes = new StoredNodes(tree, workspaceId);
        before.ifPresent(head -> requireUntouched(head, nodes));
        List<TreeRows.Tile> tiles = nodes.grow(
                size, leaves.stream().map(leaf -> HEX.parseHex(leaf.hash())).toList());
        tree.add(workspaceId, size, leaves, tiles);
        TreeHead.Signed head =
                sign(workspaceId, size + leaves.size(), HEX.formatHex(Merkle.root(size + leaves.size(), nodes)));
        tree.add(workspaceId, head);
        return head;
    }

    /** What the new root is made of must be what the last one was: a tree that somebody has changed is not signed as if it were ours. */
    private static void requireUntouched(TreeHead head, StoredNodes nodes) {
        String root = HEX.formatHex(Merkle.root(head.size(), nodes));
        if (!root.equals(head.root())) {
            throw new Rejection(
                    Reason.CONFLICT,
                    "the tree of workspace " + head.workspace() + " is not the one that was signed at size "
                            + head.size() + ": it was changed in the database");
        }
    }

    private TreeHead.Signed sign(UUID workspaceId, long size, String root) {
        String now = TIME.format(clock.instant());
        return keys.withNewest(key -> {
            TreeHead head = new TreeHead(workspaceId.toString(), size, root, now, key.name());
            return new TreeHead.Signed(head, key.sign(head.signedBytes()));
        });
    }
}
