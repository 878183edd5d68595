package io.frontless.record.boundary;

import io.frontless.boundary.Requires;
import io.frontless.event.control.EventFilter;
import io.frontless.event.control.EventQueries;
import io.frontless.identity.boundary.CurrentWorkspace;
import io.frontless.identity.boundary.RequestParameter;
import io.frontless.kernel.Rejection;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.Filter;
import io.frontless.operation.Permission;
import io.frontless.record.control.RecordQueries;
import io.frontless.record.control.RecordQuery;
import io.frontless.record.control.RecordView;
import io.frontless.schema.control.EntityView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Shows one record: its values, what refers to it, and its history. Parameters: {@code t} the table, {@code id} the record. */
@Named
@RequestScoped
@Requires(Permission.READ)
public class RecordPage {

    private static final int EVENTS = 20;

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentWorkspace workspace;

    @Inject
    CurrentSchema schema;

    @Inject
    RecordQueries records;

    @Inject
    EventQueries events;

    @Inject
    EventTitles titles;

    private @Nullable EntityView entity;
    private @Nullable RecordView record;
    private List<SheetRow> rows = List.of();
    private List<Referrer> referrers = List.of();
    private List<EventLine> history = List.of();

    /** Records of a table that point here through a field. */
    public record Referrer(String entity, String label, String field, String count) {}

    /** Reads the record. */
    public void load() {
        EntityView table = schema.entity(RequestParameter.text(request, "t").orElse(""));
        UUID id = RequestParameter.uuid(request, "id").orElseThrow(() -> Rejection.notFound("record", "none"));
        RecordView found = records.record(workspace.caller(), table.key(), id);
        entity = table;
        record = found;
        rows = table.fields().stream().map(field -> SheetRow.of(field, found)).toList();
        referrers = schema.get().entities().stream()
                .flatMap(other -> referrers(other, found))
                .toList();
        history = titles.lines(events.find(workspace.caller(), EventFilter.ofRecord(table.key(), id, EVENTS)));
    }

    /** The table; null before {@link #load}. */
    public @Nullable EntityView getEntity() {
        return entity;
    }

    /** The record; null before {@link #load}. */
    public @Nullable RecordView getRecord() {
        return record;
    }

    /** Its values. */
    public List<SheetRow> getRows() {
        return rows;
    }

    /** What refers to it. */
    public List<Referrer> getReferrers() {
        return referrers;
    }

    /** Its last events, the latest first. */
    public List<EventLine> getHistory() {
        return history;
    }

    private Stream<Referrer> referrers(EntityView other, RecordView to) {
        return other.fields().stream()
                .filter(field -> to.entity().equals(field.target()))
                .map(field -> referrer(other, field, to));
    }

    private Referrer referrer(EntityView other, FieldSpec field, RecordView to) {
        Filter points = Filter.equal(field.key(), to.id().toString());
        long count = records.count(workspace.caller(), RecordQuery.where(other.key(), points, 1));
        return new Referrer(
                other.key(), other.label() + ", " + field.label(), field.key(), ValueText.count(count, "record"));
    }
}
