package io.frontless.seal.control;

import io.frontless.kernel.Limits;
import io.frontless.kernel.Rejection;
import io.frontless.proof.CanonicalJson;
import io.frontless.proof.ExportLine;
import io.frontless.proof.GrowingTree;
import io.frontless.proof.LoggedEvent;
import io.frontless.proof.TreeHead;
import io.frontless.seal.entity.LogRows;
import io.frontless.seal.entity.TreeRows;
import io.frontless.verifier.Entry;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The lines of exports, in somebody else's transaction, which has entered the workspace. It asks nobody's permission: that is for who calls it. */
@Dependent
public class ExportRows {

    private static final HexFormat HEX = HexFormat.of();

    private final TreeRows tree;
    private final LogRows logs;

    @Inject
    public ExportRows(TreeRows tree, LogRows logs) {
        this.tree = tree;
        this.logs = logs;
    }

    /**
     * What an export from a position on has to begin and to end with.
     *
     * @param from the position where it begins
     * @param first the first line (docs/event-format.md §6)
     * @param head the head that it leads to; none where nothing is sealed from there on
     */
    public record Plan(long from, ExportLine first, Optional<TreeHead.Signed> head) {

        /** The position where it ends, and the next one begins. */
        public long to() {
            return head.map(signed -> signed.head().size()).orElse(from);
        }
    }

    /** Plans an export of about so many rows, up to a signed head; INVALID where the position is beyond the log. */
    Plan plan(UUID workspaceId, long from, long rows) {
        long size =
                tree.latestHead(workspaceId).map(signed -> signed.head().size()).orElse(0L);
        if (from < 0 || from > size) {
            throw Rejection.invalid("from", "0 to " + size + ", what is sealed", from);
        }
        Optional<TreeHead.Signed> head = from == size
                ? tree.head(workspaceId, size)
                : tree.headOver(workspaceId, Math.min(size, from + rows) - 1);
        return new Plan(from, first(workspaceId, from), head);
    }

    private ExportLine first(UUID workspaceId, long from) {
        StoredNodes nodes = new StoredNodes(tree, workspaceId);
        SortedMap<String, @Nullable Object> first = CanonicalJson.object();
        first.put("format", "frontless.export.1");
        first.put("workspace", workspaceId.toString());
        first.put("from", from);
        first.put(
                "peaks",
                GrowingTree.peaks(from).stream()
                        .map(peak -> HEX.formatHex(nodes.hash(peak.level(), peak.index())))
                        .toList());
        return ExportLine.of(first);
    }

    /** A part of the log in the order of the tree, of {@link Limits#BATCH_STEPS} lines at most: of its events what {@code shown} makes of them. */
    List<ExportLine> lines(
            UUID workspaceId,
            long from,
            long to,
            Function<List<LoggedEvent>, Map<Long, LoggedEvent>> shown,
            boolean refusalsShown) {
        List<Entry> entries = logs.entries(workspaceId, from, Math.min(to, from + Limits.BATCH_STEPS));
        Map<Long, LoggedEvent> events = shown.apply(
                entries.stream().map(Entry::event).filter(Objects::nonNull).toList());
        return entries.stream()
                .map(entry -> ExportLine.of(
                        entry.position(),
                        Objects.requireNonNull(entry.leaf()),
                        entry.event() == null ? null : events.get(entry.event().seq()),
                        refusalsShown ? entry.refusal() : null))
                .toList();
    }
}
