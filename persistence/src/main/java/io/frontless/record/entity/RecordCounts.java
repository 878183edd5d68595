package io.frontless.record.entity;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Counts living records. */
@Dependent
public class RecordCounts {

    private final EntityManager manager;

    @Inject
    public RecordCounts(EntityManager manager) {
        this.manager = manager;
    }

    /** All of an entity. */
    public long of(UUID workspaceId, String entity) {
        return count(
                "select count(*) from frontless.record where workspace_id = ?1 and entity = ?2 and deleted_at is null",
                workspaceId,
                entity);
    }

    /** Those of an entity whose JSON has no such field. */
    public long without(UUID workspaceId, String entity, String field) {
        return count(
                "select count(*) from frontless.record where workspace_id = ?1 and entity = ?2 and deleted_at is null"
                        + " and not jsonb_exists(data, ?3)",
                workspaceId,
                entity,
                field);
    }

    /** Those of an entity that hold this text in a field, in lower case. */
    public long withText(UUID workspaceId, String entity, String field, String text) {
        return count(
                "select count(*) from frontless.field_value where workspace_id = ?1 and entity = ?2 and field = ?3"
                        + " and text_value = ?4",
                workspaceId,
                entity,
                field,
                text);
    }

    /** All of each entity that has any. */
    public Map<String, Long> byEntity(UUID workspaceId) {
        List<?> rows = manager.createNativeQuery("select entity, count(*) from frontless.record"
                        + " where workspace_id = ?1 and deleted_at is null group by entity order by entity")
                .setParameter(1, workspaceId)
                .getResultList();
        Map<String, Long> counts = new LinkedHashMap<>();
        for (Object row : rows) {
            Object[] columns = (Object[]) row;
            counts.put(columns[0].toString(), ((Number) columns[1]).longValue());
        }
        return counts;
    }

    private long count(String sql, Object... parameters) {
        var query = manager.createNativeQuery(sql);
        for (int index = 0; index < parameters.length; index++) {
            query.setParameter(index + 1, parameters[index]);
        }
        return ((Number) query.getSingleResult()).longValue();
    }
}
