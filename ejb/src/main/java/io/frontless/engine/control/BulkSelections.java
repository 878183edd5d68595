package io.frontless.engine.control;

import io.frontless.kernel.Limits;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.operation.ApplyBulk;
import io.frontless.operation.Filter;
import io.frontless.operation.Params;
import io.frontless.operation.Permission;
import io.frontless.operation.Step;
import io.frontless.workspace.control.Caller;
import io.frontless.workspace.control.InWorkspace;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Fixes the records of a bulk change that is proposed by a filter: what is previewed and executed is these records and no others. */
@Stateless
@InWorkspace
public class BulkSelections {

    @Inject
    RecordSelection selection;

    /** The steps, with ids for filters. */
    public List<Step> resolve(Caller caller, List<Step> steps) {
        return steps.stream()
                .map(step -> isByFilter(step) ? resolve(caller, step) : step)
                .toList();
    }

    /** Whether any step selects by a filter. */
    static boolean anyIn(List<Step> steps) {
        return steps.stream().anyMatch(BulkSelections::isByFilter);
    }

    private static boolean isByFilter(Step step) {
        return step.op().equals(ApplyBulk.NAME) && step.params().get("filter") != null;
    }

    private Step resolve(Caller caller, Step step) {
        Params params = new Params(step.id(), step.params());
        if (params.has("ids") || params.flag("restore")) {
            throw Rejection.invalid(
                    step.id() + ".filter", "a filter instead of ids, of records that are not deleted", "both");
        }
        caller.require(Permission.READ, params.text("entity"));
        Filter filter = Filter.from(params.object("filter"));
        List<UUID> ids = selection.ids(caller, params.text("entity"), filter, Limits.BULK_IDS_MAX + 1);
        if (ids.isEmpty()) {
            throw Rejection.conflict(step.id() + ".filter", "one that some record meets", "none does");
        }
        if (ids.size() > Limits.BULK_IDS_MAX) {
            throw Rejection.of(
                    Reason.LIMIT, step.id() + ".filter", "at most " + Limits.BULK_IDS_MAX + " records", "more");
        }
        Map<String, @Nullable Object> frozen = new LinkedHashMap<>(step.params());
        frozen.remove("filter");
        frozen.put("ids", ids.stream().map(UUID::toString).toList());
        return new Step(step.id(), step.op(), frozen, step.expectVersion(), step.undoes());
    }
}
