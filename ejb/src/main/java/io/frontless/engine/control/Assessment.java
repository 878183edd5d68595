package io.frontless.engine.control;

import io.frontless.engine.control.CommandEngine.Applied;
import io.frontless.engine.control.PlanView.ChangeView;
import io.frontless.kernel.Json;
import io.frontless.kernel.Limits;
import io.frontless.operation.Permission;
import io.frontless.operation.Reversal;
import io.frontless.vault.control.Digests;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a plan does, computed from what it did: risk, rows, the shown changes, and the hash over all of them.
 *
 * @param rows records touched, hidden or brought back
 * @param hash SHA-256 in hex over every change in order, versions included: a change that another commit slipped under gives another hash
 */
public record Assessment(Risk risk, long rows, List<ChangeView> shown, int changeCount, String hash) {

    static Assessment of(List<Applied> applied) {
        long rows = applied.stream().mapToLong(one -> one.change().rows()).sum();
        StringBuilder canonical = new StringBuilder();
        applied.forEach(one -> canonical.append(canonical(one)).append('\n'));
        return new Assessment(
                risk(applied, rows),
                rows,
                applied.stream()
                        .limit(Limits.PREVIEW_ROWS_MAX)
                        .map(Assessment::view)
                        .toList(),
                applied.size(),
                Digests.sha256Hex(canonical.toString()));
    }

    private static Risk risk(List<Applied> applied, long rows) {
        if (applied.stream().anyMatch(one -> one.operation().reversal() == Reversal.NONE)) {
            return Risk.IRREVERSIBLE;
        }
        boolean schema = applied.stream().anyMatch(one -> one.operation().permission() == Permission.CHANGE_SCHEMA);
        if (rows > 1) {
            return Risk.BULK;
        }
        return schema ? Risk.SCHEMA : Risk.REVERSIBLE;
    }

    private static ChangeView view(Applied one) {
        Change change = one.change();
        return new ChangeView(
                one.step(),
                one.operation().name(),
                change.subject().entity(),
                change.subject().recordId(),
                change.title(),
                change.before(),
                change.after(),
                change.titles());
    }

    private static String canonical(Applied one) {
        Change change = one.change();
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("op", one.operation().name());
        fields.put("entity", change.subject().entity());
        fields.put("record", change.subject().recordId());
        fields.put("part", change.subject().part());
        fields.put("before", sorted(change.before()));
        fields.put("after", sorted(change.after()));
        fields.put("version", change.version());
        fields.put("rows", change.rows());
        fields.put("undoes", one.undoes());
        return Json.write(fields);
    }

    private static @Nullable Map<String, @Nullable Object> sorted(@Nullable Map<String, @Nullable Object> state) {
        return state == null ? null : new TreeMap<>(state);
    }
}
