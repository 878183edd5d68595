package io.frontless.record.control;

import io.frontless.engine.control.RecordSelection;
import io.frontless.operation.Filter;
import io.frontless.operation.Permission;
import io.frontless.record.entity.RecordSearch;
import io.frontless.record.entity.RecordSearch.Found;
import io.frontless.record.entity.RecordSearches;
import io.frontless.schema.control.SchemaReader;
import io.frontless.workspace.control.Caller;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Finds records by a filter for whoever only wants their ids. */
@Dependent
public class FilteredRecords implements RecordSelection {

    private final SchemaReader schema;
    private final SearchBuilder searches;
    private final RecordSearches finder;
    private final Clock clock;

    @Inject
    public FilteredRecords(SchemaReader schema, SearchBuilder searches, RecordSearches finder, Clock clock) {
        this.schema = schema;
        this.searches = searches;
        this.finder = finder;
        this.clock = clock;
    }

    @Override
    public List<UUID> ids(Caller caller, String entity, Filter filter, int max) {
        RecordReading reading = new RecordReading(caller, Permission.READ, clock.instant());
        RecordSearch search = searches.search(
                reading, schema.readable(caller, entity), RecordQuery.of(entity).filtered(filter));
        return finder.page(search, new RecordSearch.Window(null, 0, max)).stream()
                .map(Found::id)
                .toList();
    }
}
