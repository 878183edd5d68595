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

    /** Rows that one look finds at most: their sequences take some 10 MB. */
    private static final int LOOK = 500_000;

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
     * What is left of one look at a workspace's logs, so that the next transaction goes on there.
     *
     * @param oldestRunning the oldest transaction that ran when it looked: when all is sealed that could be seen, all before it is
     * @param size of the tree when this was left
     * @param events the sequences of events that are not sealed yet, in order
     * @param refusals those of refused attempts
     * @param whole whether that is all that could be seen
     */
    public record Progress(String oldestRunning, long size, List<Long> events, List<Long> refusals, boolean whole) {

        private Progress after(Part sealed) {
            return new Progress(
                    oldestRunning,
                    size + sealed.size(),
                    rest(events, sealed.events().size()),
                    rest(refusals, sealed.refusals().size()),
                    whole);
        }

        private boolean isEmpty() {
            return events.isEmpty() && refusals.isEmpty();
        }

        private static List<Long> rest(List<Long> all, int done) {
            return all.subList(done, all.size());
        }
    }

    /** What one transaction seals. */
    private record Part(List<Long> events, List<Long> refusals) {

        static Part first(Progress left) {
            List<Long> events = first(left.events());
            return new Part(events, events.size() == BATCH ? List.of() : first(left.refusals()));
        }

        private static List<Long> first(List<Long> all) {
            return all.subList(0, Math.min(BATCH, all.size()));
        }

        int size() {
            return events.size() + refusals.size();
        }
    }

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
        return tree.lockSealedBefore(workspaceId).map(from -> seal(workspaceId, look(workspaceId, from)));
    }

    /** Seals the next; where nothing is left, or somebody else has sealed meanwhile, it looks anew. */
    public Sealed goOn(UUID workspaceId, Progress left) {
        enter(workspaceId);
        String from = tree.lockSealedBefore(workspaceId).orElseThrow();
        boolean current = !left.isEmpty() && size(workspaceId) == left.size();
        return seal(workspaceId, current ? left : look(workspaceId, from));
    }

    private void enter(UUID workspaceId) {
        context.enterWorkspace(workspaceId);
        context.enterWorker();
    }

    /** Looks once for many transactions: to look is to go through all that was written since everything was sealed. */
    private Progress look(UUID workspaceId, String from) {
        String oldestRunning = tree.oldestRunning();
        List<Long> events = logs.unsealedEvents(workspaceId, from, LOOK);
        List<Long> refusals = logs.unsealedRefusals(workspaceId, from, LOOK);
        return new Progress(
                oldestRunning, size(workspaceId), events, refusals, events.size() < LOOK && refusals.size() < LOOK);
    }

    private long size(UUID workspaceId) {
        return tree.latestHead(workspaceId).map(signed -> signed.head().size()).orElse(0L);
    }

    private Sealed seal(UUID workspaceId, Progress left) {
        Part part = Part.first(left);
        List<Leaf> leaves =
                leaves(logs.events(workspaceId, part.events()), logs.refusals(workspaceId, part.refusals()));
        Optional<TreeHead.Signed> head = leaves.isEmpty() ? Optional.empty() : Optional.of(add(workspaceId, leaves));
        Progress rest = left.after(part);
        if (!rest.isEmpty() || !rest.whole()) {
            return new Sealed(head, Optional.of(rest));
        }
        tree.sealedBefore(workspaceId, left.oldestRunning());
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
