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
import org.jspecify.annotations.Nullable;

/** Reads the event log and appends to it. */
@Dependent
public class Events {

    private final EntityManager manager;

    @Inject
    public Events(EntityManager manager) {
        this.manager = manager;
    }

    /** Appends one event; by a statement of its own, so that a plan's thousands of events are not managed until it ends. */
    public void append(
            UUID workspaceId, UUID eventId, StoredEvent.By by, StoredEvent.What what, StoredEvent.Cause cause) {
        manager.createNativeQuery("""
                        insert into frontless.event (workspace_id, event_id, actor_kind, actor_id, actor_name, action, version, entity,
                          record_id, before, after, plan_id, conversation_id, undoes)
                        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, nullif(?8, ''), cast(nullif(?9, '') as uuid),
                          cast(nullif(?10, '') as jsonb), cast(nullif(?11, '') as jsonb), cast(nullif(?12, '') as uuid),
                          cast(nullif(?13, '') as uuid), cast(nullif(?14, '') as uuid))
                        """)
                .setParameter(1, workspaceId)
                .setParameter(2, eventId)
                .setParameter(3, by.kind())
                .setParameter(4, by.id())
                .setParameter(5, by.name())
                .setParameter(6, what.action())
                .setParameter(7, what.version())
                .setParameter(8, text(what.entity()))
                .setParameter(9, text(what.recordId()))
                .setParameter(10, text(what.before()))
                .setParameter(11, text(what.after()))
                .setParameter(12, text(cause.planId()))
                .setParameter(13, text(cause.conversationId()))
                .setParameter(14, text(cause.undoes()))
                .executeUpdate();
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

    /** A parameter's text; empty for none, since a null parameter has no type. */
    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
