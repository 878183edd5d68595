package io.frontless.schema.entity;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads and writes the views and constraints of entities. */
@Dependent
public class Parts {

    private final EntityManager manager;

    @Inject
    public Parts(EntityManager manager) {
        this.manager = manager;
    }

    /** Every part of one kind of every entity, deleted ones too, by label. */
    public List<PartDefinition> all(UUID workspaceId, String kind) {
        return manager.createQuery(
                        "select p from PartDefinition p where p.workspaceId = :workspace and p.kind = :kind"
                                + " order by p.entity, p.label, p.part",
                        PartDefinition.class)
                .setParameter("workspace", workspaceId)
                .setParameter("kind", kind)
                .getResultList();
    }

    /** Every part of one kind of one entity, deleted ones too, by label. */
    public List<PartDefinition> of(UUID workspaceId, String entity, String kind) {
        return manager.createQuery(
                        "select p from PartDefinition p where p.workspaceId = :workspace and p.entity = :entity"
                                + " and p.kind = :kind order by p.label, p.part",
                        PartDefinition.class)
                .setParameter("workspace", workspaceId)
                .setParameter("entity", entity)
                .setParameter("kind", kind)
                .getResultList();
    }

    /** One part, deleted or not. */
    public Optional<PartDefinition> find(UUID workspaceId, PartDefinition.Name name) {
        return Optional.ofNullable(manager.find(PartDefinition.class, new PartDefinition.Key(workspaceId, name)));
    }

    /** Adds a part. */
    public void add(PartDefinition part) {
        manager.persist(part);
        manager.flush();
    }
}
