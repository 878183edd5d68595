package io.frontless.record.entity;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The typed copies of living records' values, which filters, sorting, uniqueness and references use.
 * Rows are written by one statement from one JSON parameter: a record has a dozen values, and a round trip each would cost more than the rest.
 */
@Dependent
public class TypedValues {

    private final EntityManager manager;

    @Inject
    public TypedValues(EntityManager manager) {
        this.manager = manager;
    }

    /** Adds values; {@code rows} is a JSON array of objects named like the columns. */
    public void add(UUID workspaceId, String entity, String rows) {
        manager.createNativeQuery("""
                        insert into frontless.field_value
                          (workspace_id, entity, field, record_id, text_value, number_value, time_value, reference_value, unique_key)
                        select cast(?1 as uuid), cast(?2 as text), v.field, v.record_id, v.text_value, v.number_value, v.time_value,
                               v.reference_value, v.unique_key
                        from jsonb_to_recordset(cast(?3 as jsonb)) as v(field text, record_id uuid, text_value text,
                             number_value bigint, time_value timestamptz, reference_value uuid, unique_key text)
                        """)
                .setParameter(1, workspaceId)
                .setParameter(2, entity)
                .setParameter(3, rows)
                .executeUpdate();
    }

    /** Which field of which entity. */
    public record Named(UUID workspaceId, String entity, String field) {}

    /** The records that hold this text, in lower case, in the order of their ids after the given one. */
    public List<UUID> holders(Named field, String text, UUID after, int limit) {
        List<?> rows = manager.createNativeQuery("select record_id from frontless.field_value"
                        + " where workspace_id = ?1 and entity = ?2 and field = ?3 and text_value = ?4 and record_id > ?5"
                        + " order by record_id limit ?6")
                .setParameter(1, field.workspaceId())
                .setParameter(2, field.entity())
                .setParameter(3, field.field())
                .setParameter(4, text)
                .setParameter(5, after)
                .setParameter(6, limit)
                .getResultList();
        return rows.stream().map(row -> UUID.fromString(row.toString())).toList();
    }

    /** Removes all values of a record, and what constraints tell it apart by. */
    public void removeRecord(UUID workspaceId, UUID recordId) {
        manager.createNativeQuery("delete from frontless.unique_value where workspace_id = ?1 and record_id = ?2")
                .setParameter(1, workspaceId)
                .setParameter(2, recordId)
                .executeUpdate();
        manager.createNativeQuery("delete from frontless.field_value where workspace_id = ?1 and record_id = ?2")
                .setParameter(1, workspaceId)
                .setParameter(2, recordId)
                .executeUpdate();
    }

    /** Removes the values of some fields of a record. */
    public void removeFields(UUID workspaceId, UUID recordId, List<String> fields) {
        manager.createNativeQuery("delete from frontless.field_value where workspace_id = ?1 and record_id = ?2"
                        + " and field = any(string_to_array(?3, ','))")
                .setParameter(1, workspaceId)
                .setParameter(2, recordId)
                .setParameter(3, String.join(",", fields))
                .executeUpdate();
    }

    /** Removes a field's values from all records. */
    public void removeField(UUID workspaceId, String entity, String field) {
        manager.createNativeQuery(
                        "delete from frontless.field_value where workspace_id = ?1 and entity = ?2 and field = ?3")
                .setParameter(1, workspaceId)
                .setParameter(2, entity)
                .setParameter(3, field)
                .executeUpdate();
    }

    /** The record that holds this value of a unique field. */
    public Optional<UUID> holder(UUID workspaceId, String entity, String field, String uniqueKey) {
        return first(manager.createNativeQuery("select record_id from frontless.field_value"
                        + " where workspace_id = ?1 and entity = ?2 and field = ?3 and unique_key = ?4")
                .setParameter(1, workspaceId)
                .setParameter(2, entity)
                .setParameter(3, field)
                .setParameter(4, uniqueKey)
                .getResultList());
    }

    /** How many values of other records refer to a record. */
    public long referencesTo(UUID workspaceId, UUID recordId) {
        Object count = manager.createNativeQuery(
                        "select count(*) from frontless.field_value where workspace_id = ?1 and reference_value = ?2 and record_id <> ?2")
                .setParameter(1, workspaceId)
                .setParameter(2, recordId)
                .getSingleResult();
        return ((Number) count).longValue();
    }

    private static Optional<UUID> first(List<?> rows) {
        return rows.stream().findFirst().map(row -> UUID.fromString(row.toString()));
    }
}
