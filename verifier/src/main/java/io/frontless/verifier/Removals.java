package io.frontless.verifier;

import io.frontless.proof.LoggedEvent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Rows that are not there any more, and the events of the same log that tell that an archive has them. */
final class Removals {

    private static final String ACTION = "retention.remove";

    private final List<Range> missing = new ArrayList<>();
    private final List<Range> told = new ArrayList<>();
    private long removed;

    /** Positions from one to before another; of rows, the first; of an archive, its hash. */
    record Range(long from, long to, String what) {}

    /** A row is not there. */
    void missing(long position, String row) {
        int last = missing.size() - 1;
        if (last >= 0 && missing.get(last).to() == position) {
            missing.set(
                    last,
                    new Range(
                            missing.get(last).from(),
                            position + 1,
                            missing.get(last).what()));
        } else {
            missing.add(new Range(position, position + 1, row));
        }
    }

    /** Whether any was missing up to now. */
    boolean any() {
        return !missing.isEmpty();
    }

    /** Takes what an event tells of an archive; it can only tell of what was before it. */
    void told(long position, LoggedEvent event) {
        SortedMap<String, @Nullable Object> after = event.what().after();
        if (event.what().action().equals(ACTION)
                && after != null
                && after.get("from") instanceof BigDecimal from
                && after.get("to") instanceof BigDecimal to
                && to.longValue() <= position) {
            told.add(new Range(from.longValue(), to.longValue(), String.valueOf(after.get("sha256"))));
            if (after.get("removed") instanceof BigDecimal rows) {
                removed += rows.longValue();
            }
        }
    }

    /** The missing rows that no event tells an archive of. */
    List<Range> untold() {
        return without(told);
    }

    /** How many rows are missing that archives other than these have. */
    long in(Set<String> otherThan) {
        List<Range> shown =
                told.stream().filter(range -> otherThan.contains(range.what())).toList();
        return rows(without(shown)) - rows(untold());
    }

    /** How many rows that archives have are missing beyond those that events count as removed: some stay for a while, and somebody took them. */
    long excess() {
        return Math.max(0, archived() - removed);
    }

    /** How many rows are missing of which an event tells. */
    long archived() {
        return rows(missing) - rows(untold());
    }

    /** The hashes of the archives that are told of. */
    List<String> archives() {
        return told.stream().map(Range::what).toList();
    }

    private List<Range> without(List<Range> ranges) {
        List<Range> rest = missing;
        for (Range range : ranges) {
            List<Range> next = new ArrayList<>();
            for (Range one : rest) {
                add(next, one.from(), Math.min(one.to(), range.from()), one.what());
                add(next, Math.max(one.from(), range.to()), one.to(), one.what());
            }
            rest = next;
        }
        return rest;
    }

    private static void add(List<Range> ranges, long from, long to, String what) {
        if (from < to) {
            ranges.add(new Range(from, to, what));
        }
    }

    private static long rows(List<Range> ranges) {
        return ranges.stream().mapToLong(range -> range.to() - range.from()).sum();
    }
}
