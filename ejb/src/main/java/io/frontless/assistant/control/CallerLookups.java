package io.frontless.assistant.control;

import io.frontless.access.control.AccessQueries;
import io.frontless.event.control.EventFilter;
import io.frontless.event.control.EventQueries;
import io.frontless.event.control.EventView;
import io.frontless.kernel.Limits;
import io.frontless.operation.DeleteRecord;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.Permission;
import io.frontless.operation.Values;
import io.frontless.record.control.KnownTexts;
import io.frontless.record.control.RecordQueries;
import io.frontless.record.control.RecordQuery;
import io.frontless.record.control.RecordView;
import io.frontless.schema.control.SchemaQueries;
import io.frontless.workspace.control.Caller;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks records up with the rights of whoever speaks. */
@Dependent
public class CallerLookups {

    private final RecordQueries records;
    private final EventQueries events;
    private final SchemaQueries schemas;
    private final AccessQueries access;

    @Inject
    public CallerLookups(RecordQueries records, EventQueries events, SchemaQueries schemas, AccessQueries access) {
        this.access = access;
        this.records = records;
        this.events = events;
        this.schemas = schemas;
    }

    /** The look-up of one caller. */
    RecordLookup of(Caller caller) {
        return new RecordLookup() {
            @Override
            public List<RecordView> find(RecordQuery query) {
                return records.find(caller, query);
            }

            @Override
            public KnownTexts beginning(Collection<String> words) {
                return records.beginning(caller, words);
            }

            @Override
            public List<RecordView> deleted(String entity) {
                return CallerLookups.this.deleted(caller, entity);
            }
        };
    }

    /** The people and roles that one caller decides about. */
    People people(Caller caller) {
        if (!caller.access().allows(Permission.MANAGE_ROLES, null)) {
            return People.NOBODY;
        }
        return new People(
                access.members(caller), access.formerMembers(caller), access.invitations(caller), access.roles(caller));
    }

    /** A deletion that still stands has left a record as it was before. */
    private List<RecordView> deleted(Caller caller, String entity) {
        EventFilter.Detail deletions = new EventFilter.Detail(DeleteRecord.NAME, null, null, null, null);
        EventFilter filter = new EventFilter(entity, null, null, null, null, null, deletions, Limits.PAGE_ROWS_MAX);
        Optional<String> title = schemas.entity(caller, entity).titleField().map(FieldSpec::key);
        return events.find(caller, filter).stream()
                .filter(EventView::standing)
                .flatMap(event -> view(event, title).stream())
                .toList();
    }

    private static Optional<RecordView> view(EventView event, Optional<String> title) {
        Map<String, @Nullable Object> before = event.before();
        String entity = event.entity();
        if (before == null || entity == null || event.recordId() == null) {
            return Optional.empty();
        }
        Object named = title.map(before::get).orElse(null);
        String called = named instanceof BigDecimal number ? number.toPlainString() : String.valueOf(named);
        return Optional.of(new RecordView(entity, event.recordId(), event.version(), called, Values.none(), Map.of()));
    }
}
