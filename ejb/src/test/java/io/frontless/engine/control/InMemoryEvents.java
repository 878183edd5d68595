package io.frontless.engine.control;

import io.frontless.event.entity.EventBounds;
import io.frontless.event.entity.Events;
import io.frontless.event.entity.StoredEvent;
import io.frontless.workspace.entity.Statements;
import io.frontless.workspace.entity.Statements.Batch;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The log in memory; each event happens a second after the one before. */
final class InMemoryEvents extends Events {
    static final Instant START = Instant.parse("2026-11-23T12:00:00Z");

    /** How many events were written at once. */
    final List<Integer> batches = new ArrayList<>();

    /** How many events were looked up at once. */
    final List<Integer> lookups = new ArrayList<>();

    private List<StoredEvent> stored = new ArrayList<>();

    InMemoryEvents() {
        super(new Statements(NoContainer.of(EntityManager.class)));
    }

    List<StoredEvent> all() {
        return List.copyOf(stored);
    }

    void restore(List<StoredEvent> earlier) {
        stored = new ArrayList<>(earlier);
    }

    @Override
    public void append(Batch batch, UUID workspaceId, List<Row> rows) {
        if (!rows.isEmpty()) {
            batches.add(rows.size());
        }
        for (Row row : rows) {
            long seq = stored.size() + 1L;
            stored.add(new StoredEvent(
                    workspaceId, row.eventId(), seq, START.plusSeconds(seq), row.by(), row.what(), row.cause()));
        }
    }

    @Override
    public List<StoredEvent> findAll(UUID workspaceId, Collection<UUID> eventIds) {
        lookups.add(eventIds.size());
        return those(workspaceId, event -> eventIds.contains(event.id()));
    }

    @Override
    public List<StoredEvent> latest(UUID workspaceId, EventBounds bounds, int limit) {
        return those(workspaceId, event -> isWithin(event, bounds)).stream()
                .limit(limit)
                .toList();
    }

    @Override
    public List<StoredEvent> ofRecords(UUID workspaceId, Collection<UUID> recordIds, long afterSeq) {
        return those(
                workspaceId,
                event -> event.seq() > afterSeq
                        && event.what().recordId() != null
                        && recordIds.contains(event.what().recordId()));
    }

    @Override
    public List<StoredEvent> ofEntities(UUID workspaceId, Collection<String> entities, long afterSeq) {
        return those(
                workspaceId,
                event -> event.seq() > afterSeq
                        && entities.contains(String.valueOf(event.what().entity())));
    }

    @Override
    public List<Undoing> undoing(UUID workspaceId, Collection<UUID> eventIds) {
        List<Undoing> found = new ArrayList<>();
        for (StoredEvent event : stored) {
            UUID undoes = event.cause().undoes();
            if (undoes != null && eventIds.contains(undoes)) {
                found.add(new Undoing(event.id(), undoes));
            }
        }
        return found;
    }

    private List<StoredEvent> those(UUID workspaceId, Predicate<StoredEvent> condition) {
        return stored.stream()
                .filter(event -> event.workspaceId().equals(workspaceId))
                .filter(condition)
                .sorted(Comparator.comparingLong(StoredEvent::seq).reversed())
                .toList();
    }

    private static boolean isWithin(StoredEvent event, EventBounds bounds) {
        EventBounds.When when = bounds.when();
        return meets(bounds.what().entity(), event.what().entity())
                && meets(bounds.what().recordId(), event.what().recordId())
                && meets(bounds.what().action(), event.what().action())
                && meets(bounds.whence().planId(), event.cause().planId())
                && meets(bounds.whence().step(), event.cause().step())
                && meets(bounds.whence().conversationId(), event.cause().conversationId())
                && meets(bounds.whence().actorId(), event.by().id())
                && (when.fromSeq() == null || event.seq() >= when.fromSeq())
                && (when.beforeSeq() == null || event.seq() < when.beforeSeq())
                && (when.from() == null || !event.occurredAt().isBefore(when.from()))
                && (when.before() == null || event.occurredAt().isBefore(when.before()));
    }

    private static boolean meets(@Nullable Object bound, @Nullable Object value) {
        return bound == null || bound.equals(value);
    }
}
