package io.frontless.verifier;

import io.frontless.proof.EventFormat;
import io.frontless.proof.GrowingTree;
import io.frontless.proof.LoggedEvent;
import io.frontless.proof.TreeHead;
import io.frontless.verifier.Finding.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Checks one workspace's log: entries are given in the order of their positions, all of them. */
final class LogCheck {

    /** How much older than one sealed before it a row may be: a transaction never runs so long, and clocks are not so wrong. */
    private static final Duration TOLERANCE = Duration.ofHours(1);

    /** Findings that are kept: the first counts, a few more help to see what was done. */
    private static final int FINDINGS_MAX = 20;

    private static final HexFormat HEX = HexFormat.of();
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private final String workspace;
    private final Keys keys;
    private final GrowingTree tree;
    private final List<Archive> archives;
    private final EventFormat format = new EventFormat();
    private final TreeMap<Long, List<Expected>> expected = new TreeMap<>();
    private final Map<String, String> links = new HashMap<>();
    private final Map<Boolean, String> earliest = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Removals removals = new Removals();
    private final boolean fromTheBeginning;
    private long agreed;
    private boolean parted;

    LogCheck(String workspace, Keys keys, GrowingTree tree, List<Archive> archives) {
        this.workspace = workspace;
        this.keys = keys;
        this.tree = tree;
        this.archives = archives;
        this.fromTheBeginning = tree.size() == 0;
        this.agreed = tree.size();
    }

    /** A root that the tree must have at a size, and who says so. */
    private record Expected(String root, String who) {}

    /** A head that the log itself has. */
    void head(TreeHead.Signed signed) {
        expect(signed, "the log's own head");
    }

    /** A head that a witness has kept. */
    void witness(TreeHead.Signed signed) {
        expect(signed, "a witness's head");
    }

    private void expect(TreeHead.Signed signed, String who) {
        TreeHead head = signed.head();
        if (!keys.hasSigned(signed)) {
            found(Kind.SIGNATURE, null, null, who + " of size " + head.size() + " is not signed by a known key");
            return;
        }
        expected.computeIfAbsent(head.size(), size -> new ArrayList<>()).add(new Expected(head.root(), who));
        if (head.size() == tree.size()) {
            compare();
        }
    }

    /** The next entry. */
    void entry(Entry.Computed computed) {
        Entry entry = computed.entry();
        if (entry.position() != tree.size()) {
            found(
                    Kind.GAP,
                    tree.size(),
                    null,
                    "leaves " + tree.size() + " to " + (entry.position() - 1) + " are missing");
            return;
        }
        String stored = entry.leaf();
        String leaf = computed.leaf().orElse(stored);
        if (computed.leaf().isEmpty() && !entry.isHidden()) {
            removals.missing(entry.position(), entry.row());
            compareWithArchives(entry);
        } else if (stored != null && !stored.equals(leaf)) {
            found(Kind.CHANGED, entry.position(), entry.row(), "the row is not what was sealed");
        } else {
            chain(computed);
            time(entry);
            LoggedEvent event = entry.event();
            if (event != null) {
                removals.told(entry.position(), event);
            }
        }
        tree.add(HEX.parseHex(stored == null ? Objects.requireNonNull(leaf) : stored));
        compare();
    }

    /** Where a row is not there, nothing that is sealed says which one it was; its archive does. */
    private void compareWithArchives(Entry entry) {
        archives.stream()
                .flatMap(archive -> archive.row(entry.position()).stream())
                .filter(row -> !row.equals(entry.row()))
                .findFirst()
                .ifPresent(
                        row -> found(Kind.CHANGED, entry.position(), entry.row(), "in its archive the row is " + row));
    }

    private void compare() {
        List<Expected> here = expected.get(tree.size());
        if (here == null || parted) {
            return;
        }
        String root = HEX.formatHex(tree.root());
        for (Expected one : here) {
            if (!one.root().equals(root)) {
                parted = true;
                found(
                        Kind.FORK,
                        agreed,
                        null,
                        "from here to " + tree.size() + " something is not what " + one.who() + " was signed over");
                return;
            }
        }
        agreed = tree.size();
    }

    private void chain(Entry.Computed computed) {
        LoggedEvent event = computed.entry().event();
        if (event == null || event.what().record() == null || !fromTheBeginning) {
            return;
        }
        String record = event.what().record();
        String previous = links.get(record);
        String link = event.link();
        if (link == null) {
            if (previous != null) {
                found(
                        Kind.CHAIN,
                        computed.entry().position(),
                        computed.entry().row(),
                        "the chain of record " + record + " ends here");
            }
            return;
        }
        byte[] content = HEX.parseHex(computed.content().orElseThrow());
        boolean known = previous != null || !removals.any();
        if (known
                && !link.equals(
                        HEX.formatHex(format.link(previous == null ? null : HEX.parseHex(previous), content)))) {
            found(
                    Kind.CHAIN,
                    computed.entry().position(),
                    computed.entry().row(),
                    "it does not follow the event of record " + record + " before it");
        }
        links.put(record, link);
    }

    private void time(Entry entry) {
        String time = entry.time();
        if (time == null) {
            return;
        }
        boolean isEvent = entry.event() != null;
        String least = earliest.get(isEvent);
        if (least != null && time.compareTo(least) < 0) {
            found(
                    Kind.TIME,
                    entry.position(),
                    entry.row(),
                    "it claims a time before rows that were sealed earlier: " + time);
            return;
        }
        String tolerated = TIME.format(Instant.parse(time).minus(TOLERANCE));
        if (least == null || tolerated.compareTo(least) > 0) {
            earliest.put(isEvent, tolerated);
        }
    }

    /** A line whose columns were not made of its proof. */
    void altered(String proof) {
        found(Kind.CHANGED, null, null, "a line of the export shows something else than it proves: " + proof);
    }

    /** A row that no leaf has. */
    void unsealed(String row) {
        found(Kind.ADDED, null, row, "the row is in no seal");
    }

    /** After the last entry: what is still expected is missing. */
    List<Finding> end() {
        Long last = expected.isEmpty() ? null : expected.lastKey();
        if (last != null && last > tree.size()) {
            Expected witness = Objects.requireNonNull(expected.get(last)).get(0);
            found(
                    Kind.GAP,
                    tree.size(),
                    null,
                    "the log ends here, and " + witness.who() + " was signed over " + last + " rows");
        }
        boolean ownHead = last != null && last >= tree.size();
        if (tree.size() > 0 && !ownHead) {
            found(Kind.SIGNATURE, agreed, null, "what follows is not under any signed head");
        }
        List<Finding> all = new ArrayList<>();
        removals.untold().stream()
                .limit(FINDINGS_MAX)
                .forEach(gap -> all.add(new Finding(
                        workspace,
                        Kind.GAP,
                        gap.from(),
                        gap.what(),
                        "the row was deleted, and no event tells that an archive has it")));
        if (removals.excess() > 0) {
            all.add(new Finding(
                    workspace,
                    Kind.GAP,
                    0L,
                    null,
                    removals.excess() + " rows were deleted that archives have, but that no event counts as removed"));
        }
        all.addAll(findings);
        return all;
    }

    /** What of the log is in archives. */
    Removals removals() {
        return removals;
    }

    /** How many entries there were. */
    long size() {
        return tree.size();
    }

    void found(Kind kind, @Nullable Long position, @Nullable String row, String problem) {
        if (findings.size() < FINDINGS_MAX) {
            findings.add(new Finding(workspace, kind, position, row, problem));
        }
    }
}
