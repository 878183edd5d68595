package io.frontless.engine.control;

import io.frontless.engine.control.CommandEngine.Applied;
import io.frontless.engine.control.PlanView.ChangeView;
import io.frontless.kernel.Json;
import io.frontless.kernel.Limits;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.operation.Permission;
import io.frontless.vault.control.Digests;
import io.frontless.workspace.control.Access;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Assesses a plan while it runs, change by change, and keeps no more of them than are shown: an import has a hundred thousand. */
final class Assessor {

    private static final Set<Permission> ASKED_TWICE = EnumSet.of(
            Permission.SCHEMA, Permission.MANAGE_ROLES, Permission.MANAGE_KEYS, Permission.MANAGE_CONNECTIONS);

    private final Access access;
    private final Digests.Running hash = Digests.running();
    private final List<ChangeView> shown = new ArrayList<>();
    private long rows;
    private int changes;
    private boolean irreversible;
    private boolean schema;

    Assessor(Access access) {
        this.access = access;
    }

    /** Takes one change into account; LIMIT where the plan touches more than one plan may. */
    void add(Applied one) {
        hash.add(canonical(one)).add("\n");
        changes++;
        rows += one.change().rows();
        irreversible |= one.operation().needsApproval();
        schema |= ASKED_TWICE.contains(one.operation().permission());
        if (shown.size() < Limits.PREVIEW_ROWS_MAX) {
            shown.add(view(one));
        }
        if (rows > Limits.PLAN_ROWS_MAX) {
            throw Rejection.of(
                    Reason.LIMIT, "rows", "a plan that touches at most " + Limits.PLAN_ROWS_MAX + " rows", "more");
        }
    }

    long rows() {
        return rows;
    }

    Assessment assessment(Findings findings) {
        findings.shown().forEach(finding -> hash.add(finding.toString()).add("\n"));
        return new Assessment(risk(), rows, shown, changes, findings.shown(), findings.count(), hash.hex());
    }

    private Risk risk() {
        if (irreversible) {
            return Risk.IRREVERSIBLE;
        }
        if (rows > 1) {
            return Risk.BULK;
        }
        return schema ? Risk.SCHEMA : Risk.REVERSIBLE;
    }

    private ChangeView view(Applied one) {
        Change change = one.change();
        return new ChangeView(
                one.step(),
                one.operation().name(),
                change.subject().entity(),
                change.subject().recordId(),
                change.title(),
                shown(change.subject(), change.before()),
                shown(change.subject(), change.after()),
                change.titles());
    }

    /** A record's state without the fields that do not exist for the caller. */
    private @Nullable Map<String, @Nullable Object> shown(
            Change.Subject subject, @Nullable Map<String, @Nullable Object> state) {
        Set<String> hidden =
                subject.recordId() == null || subject.entity() == null ? Set.of() : access.hidden(subject.entity());
        if (state == null || hidden.isEmpty()) {
            return state;
        }
        Map<String, @Nullable Object> shown = new LinkedHashMap<>(state);
        shown.keySet().removeAll(hidden);
        return shown;
    }

    private static String canonical(Applied one) {
        Change change = one.change();
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("op", one.operation().name());
        fields.put("entity", change.subject().entity());
        fields.put("record", change.subject().recordId());
        fields.put("part", change.subject().part());
        fields.put("before", change.before());
        fields.put("after", change.after());
        fields.put("version", change.version());
        fields.put("rows", change.rows());
        fields.put("undoes", one.undoes());
        return Json.canonical(fields);
    }
}
