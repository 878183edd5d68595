package io.frontless.event.entity;

import io.frontless.workspace.entity.TenantKey;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads the event log and appends to it. */
@Dependent
public class Events {

    private final EntityManager manager;

    @Inject
    public Events(EntityManager manager) {
        this.manager = manager;
    }

    /** Appends one event. */
    public void append(StoredEvent event) {
        manager.persist(event);
    }

    /** One event. */
    public Optional<StoredEvent> find(UUID workspaceId, UUID eventId) {
        return Optional.ofNullable(manager.find(StoredEvent.class, new TenantKey(workspaceId, eventId)));
    }

    /** Events for which every given attribute equals, with a sequence below {@code beforeSeq}, the latest first. */
    public List<StoredEvent> latest(UUID workspaceId, Map<String, Object> attributes, long beforeSeq, int limit) {
        List<String> conditions = new ArrayList<>(List.of("e.workspaceId = :workspace", "e.seq < :before"));
        attributes.keySet().forEach(name -> conditions.add("e." + name + " = :" + name));
        TypedQuery<StoredEvent> query = manager.createQuery(
                "select e from StoredEvent e where " + String.join(" and ", conditions) + " order by e.seq desc",
                StoredEvent.class);
        new LinkedHashMap<>(attributes).forEach(query::setParameter);
        return query.setParameter("workspace", workspaceId)
                .setParameter("before", beforeSeq)
                .setMaxResults(limit)
                .getResultList();
    }

    /** The events that take back one of these. */
    public List<StoredEvent> undoing(UUID workspaceId, Collection<UUID> eventIds) {
        if (eventIds.isEmpty()) {
            return List.of();
        }
        return manager.createQuery(
                        "select e from StoredEvent e where e.workspaceId = :workspace and e.undoes in :ids order by e.seq",
                        StoredEvent.class)
                .setParameter("workspace", workspaceId)
                .setParameter("ids", eventIds)
                .getResultList();
    }
}
