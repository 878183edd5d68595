package io.frontless.event.entity;

import io.frontless.workspace.entity.Statements;
import io.frontless.workspace.entity.Statements.Array;
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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the event log and appends to it. */
@Dependent
public class Events {

    private static final String APPEND = """
            insert into frontless.event (workspace_id, event_id, actor_kind, actor_id, actor_name, action, version, entity,
              record_id, before, after, plan_id, conversation_id, undoes)
            select ?, e.event_id, e.actor_kind, e.actor_id, e.actor_name, e.action, e.version, e.entity,
              e.record_id, cast(e.before as jsonb), cast(e.after as jsonb), e.plan_id, e.conversation_id, e.undoes
            from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) with ordinality as e(event_id, actor_kind, actor_id, actor_name, action,
              version, entity, record_id, before, after, plan_id, conversation_id, undoes, place)
            order by e.place
            """;

    private final EntityManager manager;
    private final Statements statements;

    @Inject
    public Events(EntityManager manager, Statements statements) {
        this.manager = manager;
        this.statements = statements;
    }

    /** An event to append. */
    public record Row(UUID eventId, StoredEvent.By by, StoredEvent.What what, StoredEvent.Cause cause) {}

    /** Appends events in their order, by one statement; they are not managed, for a plan has thousands. */
    public void append(UUID workspaceId, List<Row> rows) {
        if (!rows.isEmpty()) {
            statements.change(
                    APPEND,
                    workspaceId,
                    ids(rows, Row::eventId),
                    texts(rows, row -> row.by().kind()),
                    ids(rows, row -> row.by().id()),
                    texts(rows, row -> row.by().name()),
                    texts(rows, row -> row.what().action()),
                    Array.numbers(rows.stream().map(row -> row.what().version()).toList()),
                    texts(rows, row -> row.what().entity()),
                    ids(rows, row -> row.what().recordId()),
                    texts(rows, row -> row.what().before()),
                    texts(rows, row -> row.what().after()),
                    ids(rows, row -> row.cause().planId()),
                    ids(rows, row -> row.cause().conversationId()),
                    ids(rows, row -> row.cause().undoes()));
        }
    }

    private static <T> List<@Nullable T> column(List<Row> rows, Function<Row, @Nullable T> column) {
        List<@Nullable T> values = new ArrayList<>(rows.size());
        rows.forEach(row -> values.add(column.apply(row)));
        return values;
    }

    private static Array texts(List<Row> rows, Function<Row, @Nullable String> column) {
        return new Array("text", column(rows, column));
    }

    private static Array ids(List<Row> rows, Function<Row, @Nullable UUID> column) {
        return new Array("uuid", column(rows, column));
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
