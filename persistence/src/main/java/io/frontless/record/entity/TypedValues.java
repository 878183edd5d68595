package io.frontless.record.entity;

import io.frontless.workspace.entity.Statements;
import io.frontless.workspace.entity.Statements.Array;
import io.frontless.workspace.entity.Statements.Batch;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The typed copies of living records' values, which filters, sorting, uniqueness and references use.
 * Rows are written and read by the thousand, one statement each time: a round trip for every value would cost more than the rest.
 */
@Dependent
public class TypedValues {

    private static final String PUT = """
            insert into frontless.field_value
              (workspace_id, entity, field, record_id, text_value, number_value, time_value, reference_value, unique_key)
            select ?, v.entity, v.field, v.record_id, v.text_value, v.number_value, cast(v.time_value as timestamptz), v.reference_value,
                   v.unique_key
            from unnest(?, ?, ?, ?, ?, ?, ?, ?)
              as v(entity, field, record_id, text_value, number_value, time_value, reference_value, unique_key)
            """;
    private static final String REPLACE = """
            on conflict (workspace_id, record_id, field) do update set text_value = excluded.text_value,
              number_value = excluded.number_value, time_value = excluded.time_value, reference_value = excluded.reference_value,
              unique_key = excluded.unique_key
            """;

    private final Statements statements;

    @Inject
    public TypedValues(Statements statements) {
        this.statements = statements;
    }

    /** Which value: a field of a record. */
    public record Place(UUID recordId, String entity, String field) {}

    /** A value of a field, as it is told apart from others: {@code text} is the unique key. */
    public record Unique(String entity, String field, String text) {}

    /** One typed value; one of the four is set, and {@code uniqueKey} where the field is unique. {@code time} is ISO 8601. */
    public record Row(
            Place place,
            @Nullable String text,
            @Nullable Long number,
            @Nullable String time,
            @Nullable UUID reference,
            @Nullable String uniqueKey) {

        /** The value as one that is told apart, if its field is unique. */
        public @Nullable Unique unique() {
            return uniqueKey == null ? null : new Unique(place.entity(), place.field(), uniqueKey);
        }
    }

    /** Which field of which entity. */
    public record Named(UUID workspaceId, String entity, String field) {}

    /** The records that hold this text, in lower case, in the order of their ids after the given one. */
    public List<UUID> holders(Named field, String text, UUID after, int limit) {
        return statements.read(
                row -> row.getObject(1, UUID.class),
                "select record_id from frontless.field_value where workspace_id = ? and entity = ? and field = ?"
                        + " and text_value = ? and record_id > ? order by record_id limit ?",
                field.workspaceId(),
                field.entity(),
                field.field(),
                text,
                after,
                limit);
    }

    /** Adds values where there are none. */
    public void add(Batch batch, UUID workspaceId, Collection<Row> rows) {
        write(batch, PUT, workspaceId, rows);
    }

    /** Sets values, whether there are any or not. */
    public void put(Batch batch, UUID workspaceId, Collection<Row> rows) {
        write(batch, PUT + REPLACE, workspaceId, rows);
    }

    private static void write(Batch batch, String sql, UUID workspaceId, Collection<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        batch.add(
                sql,
                workspaceId,
                column("text", rows, row -> row.place().entity()),
                column("text", rows, row -> row.place().field()),
                column("uuid", rows, row -> row.place().recordId()),
                column("text", rows, Row::text),
                column("bigint", rows, Row::number),
                column("text", rows, Row::time),
                column("uuid", rows, Row::reference),
                column("text", rows, Row::uniqueKey));
    }

    /** Removes single values. */
    public void remove(Batch batch, UUID workspaceId, Collection<Place> places) {
        if (!places.isEmpty()) {
            batch.add(
                    "delete from frontless.field_value v using unnest(?, ?) as gone(record_id, field)"
                            + " where v.workspace_id = ? and v.record_id = gone.record_id and v.field = gone.field",
                    column("uuid", places, Place::recordId),
                    column("text", places, Place::field),
                    workspaceId);
        }
    }

    /** Removes all values of records, and what constraints tell them apart by. */
    public void removeRecords(Batch batch, UUID workspaceId, List<UUID> recordIds) {
        if (!recordIds.isEmpty()) {
            ValueOrders.removeRecords(batch, workspaceId, recordIds);
            batch.add(
                    "delete from frontless.unique_value where workspace_id = ? and record_id = any(?)",
                    workspaceId,
                    Array.ids(recordIds));
            batch.add(
                    "delete from frontless.field_value where workspace_id = ? and record_id = any(?)",
                    workspaceId,
                    Array.ids(recordIds));
        }
    }

    /** Removes a field's values from all records. */
    public void removeField(UUID workspaceId, String entity, String field) {
        statements.change(
                "delete from frontless.field_value where workspace_id = ? and entity = ? and field = ?",
                workspaceId,
                entity,
                field);
    }

    /** The records that hold these unique values; a value that none holds is left out. */
    public Map<Unique, UUID> holders(UUID workspaceId, Collection<Unique> values) {
        Map<Unique, UUID> holders = new HashMap<>();
        if (!values.isEmpty()) {
            statements.read(
                    row -> holders.put(
                            new Unique(row.getString(1), row.getString(2), row.getString(3)),
                            row.getObject(4, UUID.class)),
                    // One by one by the index, whatever the statistics say: those of a table that is being filled for
                    // the first
                    // time can say that it is empty, and then all of it would be read for each thousand.
                    "select v.entity, v.field, v.unique_key, v.record_id from unnest(?, ?, ?) as asked(entity, field, unique_key)"
                            + " cross join lateral (select * from frontless.field_value v where v.workspace_id = ?"
                            + " and v.entity = asked.entity and v.field = asked.field"
                            + " and v.unique_key = asked.unique_key offset 0) v",
                    column("text", values, Unique::entity),
                    column("text", values, Unique::field),
                    column("text", values, Unique::text),
                    workspaceId);
        }
        return holders;
    }

    /** The values of other records that refer to one. */
    public List<Place> referencesTo(UUID workspaceId, UUID recordId) {
        return statements.read(
                row -> new Place(row.getObject(1, UUID.class), row.getString(2), row.getString(3)),
                "select record_id, entity, field from frontless.field_value"
                        + " where workspace_id = ? and reference_value = ? and record_id <> reference_value order by record_id, field",
                workspaceId,
                recordId);
    }

    /** Those of the records that others refer to. */
    public Set<UUID> referred(UUID workspaceId, List<UUID> recordIds) {
        return new HashSet<>(statements.read(
                row -> row.getObject(1, UUID.class),
                "select distinct reference_value from frontless.field_value"
                        + " where workspace_id = ? and reference_value = any(?) and record_id <> reference_value",
                workspaceId,
                Array.ids(recordIds)));
    }

    /** The other records that refer to one of these. */
    public Set<UUID> referring(UUID workspaceId, List<UUID> recordIds) {
        return new HashSet<>(statements.read(
                row -> row.getObject(1, UUID.class),
                "select distinct record_id from frontless.field_value"
                        + " where workspace_id = ? and reference_value = any(?) and record_id <> reference_value",
                workspaceId,
                Array.ids(recordIds)));
    }

    private static <S> Array column(String type, Collection<S> rows, Function<S, @Nullable Object> value) {
        List<@Nullable Object> values = new ArrayList<>(rows.size());
        rows.forEach(row -> values.add(value.apply(row)));
        return new Array(type, values);
    }
}
