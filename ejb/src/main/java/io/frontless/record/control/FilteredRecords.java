package io.frontless.record.control;

import io.frontless.engine.control.RecordSelection;
import io.frontless.kernel.Rejection;
import io.frontless.operation.Filter;
import io.frontless.record.entity.RecordSearch.Found;
import io.frontless.schema.control.EntityView;
import io.frontless.schema.control.SchemaReader;
import io.frontless.workspace.control.Caller;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Finds records by a filter for whoever only wants their ids. */
@Dependent
public class FilteredRecords implements RecordSelection {

    private final SchemaReader schema;
    private final SearchBuilder searches;

    @Inject
    public FilteredRecords(SchemaReader schema, SearchBuilder searches) {
        this.schema = schema;
        this.searches = searches;
    }

    @Override
    public List<UUID> ids(Caller caller, String entity, Filter filter, int max) {
        return ids(caller, entity, new Asked(conditions(filter), null), max);
    }

    /** Conditions that all hold, and an order. */
    record Asked(List<Condition> conditions, RecordQuery.@org.jspecify.annotations.Nullable Sort sort) {}

    /** The same, in an order. */
    List<UUID> ids(Caller caller, String entityKey, Asked asked, int max) {
        EntityView entity = schema.entity(caller.workspaceId(), entityKey);
        RecordQuery query = new RecordQuery(entityKey, asked.conditions(), null, asked.sort(), 1, 0);
        return searches.search(caller.workspaceId(), entity, query, true).page(max, 0).stream()
                .map(Found::id)
                .toList();
    }

    /** A search is made of conditions that all hold; any other filter is refused rather than half understood. */
    static List<Condition> conditions(Filter filter) {
        if (filter instanceof Filter.All all) {
            List<Condition> conditions = new ArrayList<>();
            all.parts().forEach(part -> conditions.addAll(conditions(part)));
            return conditions;
        }
        if (filter instanceof Filter.Compare compare) {
            return List.of(new Condition(compare.path(), comparison(compare), compare.value()));
        }
        throw Rejection.invalid("filter", "comparisons that all hold", "another form");
    }

    private static Condition.Comparison comparison(Filter.Compare compare) {
        return switch (compare.comparison()) {
            case EQ -> Condition.Comparison.EQ;
            case NE -> Condition.Comparison.NE;
            case LT -> Condition.Comparison.LT;
            case LE -> Condition.Comparison.LE;
            case GT -> Condition.Comparison.GT;
            case GE -> Condition.Comparison.GE;
            case CONTAINS -> Condition.Comparison.CONTAINS;
            case EMPTY -> Condition.Comparison.EMPTY;
            case NOT_EMPTY -> Condition.Comparison.NOT_EMPTY;
            case IN, NOT_IN, STARTS_WITH ->
                throw Rejection.invalid(
                        "filter.op", "eq, ne, lt, le, gt, ge, contains, empty or not_empty", compare.comparison());
        };
    }
}
