package io.frontless.schema.entity;

import io.frontless.workspace.entity.Statements;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads and writes the definitions of entities and fields. */
@Dependent
public class Definitions {

    private static final String STAMP =
            "select stamp from frontless.entity where workspace_id = ? and entity = ? and deleted_at is null";

    private final EntityManager manager;
    private final Statements statements;

    @Inject
    public Definitions(EntityManager manager, Statements statements) {
        this.manager = manager;
        this.statements = statements;
    }

    /** Every entity, deleted ones too, by label. */
    public List<EntityDefinition> entities(UUID workspaceId) {
        return manager.createQuery(
                        "select e from EntityDefinition e where e.workspaceId = :workspace order by e.label, e.entity",
                        EntityDefinition.class)
                .setParameter("workspace", workspaceId)
                .getResultList();
    }

    /** Every field of every entity, deleted ones too, in their order. */
    public List<FieldDefinition> fields(UUID workspaceId) {
        return manager.createQuery(
                        "select f from FieldDefinition f where f.workspaceId = :workspace order by f.entity, f.position",
                        FieldDefinition.class)
                .setParameter("workspace", workspaceId)
                .getResultList();
    }

    /** The fields of one entity, deleted ones too, in their order. */
    public List<FieldDefinition> fields(UUID workspaceId, String entity) {
        return manager.createQuery(
                        "select f from FieldDefinition f where f.workspaceId = :workspace and f.entity = :entity"
                                + " order by f.position",
                        FieldDefinition.class)
                .setParameter("workspace", workspaceId)
                .setParameter("entity", entity)
                .getResultList();
    }

    /** One entity, deleted or not. */
    public Optional<EntityDefinition> entity(UUID workspaceId, String entity) {
        return Optional.ofNullable(manager.find(EntityDefinition.class, new EntityDefinition.Key(workspaceId, entity)));
    }

    /** One entity, locked until the end of the transaction: whoever changes a schema waits here for whoever else does. */
    public Optional<EntityDefinition> lockEntity(UUID workspaceId, String entity) {
        return Optional.ofNullable(manager.find(
                EntityDefinition.class, new EntityDefinition.Key(workspaceId, entity), LockModeType.PESSIMISTIC_WRITE));
    }

    /** What changes whenever the schema of an entity does; none where there is no living one. Changes that were not flushed are not seen. */
    public Optional<UUID> stamp(UUID workspaceId, String entity) {
        return statements.read(row -> row.getObject(1, UUID.class), STAMP, workspaceId, entity).stream()
                .findFirst();
    }

    /**
     * The same, and keeps an entity as it is until the end of the transaction, together with whoever else writes its records; a change of its
     * schema waits for them. Not a lock mode of Jakarta Persistence, because the provider makes an exclusive lock of each of those.
     */
    public Optional<UUID> holdEntity(UUID workspaceId, String entity) {
        return statements.read(row -> row.getObject(1, UUID.class), STAMP + " for share", workspaceId, entity).stream()
                .findFirst();
    }

    /** One field, deleted or not. */
    public Optional<FieldDefinition> field(UUID workspaceId, String entity, String field) {
        return Optional.ofNullable(
                manager.find(FieldDefinition.class, new FieldDefinition.Key(workspaceId, entity, field)));
    }

    /** Adds an entity. */
    public void add(EntityDefinition entity) {
        manager.persist(entity);
        manager.flush();
    }

    /** Adds a field. */
    public void add(FieldDefinition field) {
        manager.persist(field);
        manager.flush();
    }
}
