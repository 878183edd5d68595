package io.frontless.event.entity;

import static io.frontless.event.entity.EventBounds.utc;

import io.frontless.workspace.entity.Statements;
import io.frontless.workspace.entity.Statements.Array;
import io.frontless.workspace.entity.Statements.Batch;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the event log and appends to it. */
@Dependent
public class Events {

    /** With the salt and the link of its record's chain (docs/event-format.md): the database makes the text that is hashed, as it will have it. */
    private static final String APPEND = """
            with e as materialized (
              select w.workspace_id, gen_random_uuid() as salt, n.event_id, n.actor_kind, n.actor_id, n.actor_name, n.source, n.behalf_id,
                n.behalf_name, n.action, n.version, n.entity, n.record_id, cast(n.before as jsonb) as before, cast(n.after as jsonb) as after,
                n.plan_id, n.conversation_id, n.undoes, n.step, n.place
              from (select cast(? as uuid) as workspace_id) w, unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) with ordinality as
                n(event_id, actor_kind, actor_id, actor_name, source, behalf_id, behalf_name, action, version, entity, record_id, before,
                  after, plan_id, conversation_id, undoes, step, place))
            insert into frontless.event (workspace_id, salt, event_id, actor_kind, actor_id, actor_name, source, behalf_id, behalf_name, action,
              version, entity, record_id, before, after, plan_id, conversation_id, undoes, step, link)
            select e.workspace_id, e.salt, e.event_id, e.actor_kind, e.actor_id, e.actor_name, e.source, e.behalf_id, e.behalf_name, e.action,
              e.version, e.entity, e.record_id, e.before, e.after, e.plan_id, e.conversation_id, e.undoes, e.step,
              sha256(coalesce(p.link, '') || sha256(convert_to(cast(jsonb_build_array('frontless.content.1', e.salt, e.workspace_id,
                e.event_id, e.actor_kind, e.actor_id, e.actor_name, e.source, e.behalf_id, e.behalf_name, e.action, e.entity, e.record_id,
                e.version, e.plan_id, e.step, e.conversation_id, e.undoes, e.before, e.after) as text), 'UTF8')))
            from e left join lateral (
              select l.link from frontless.event l where l.workspace_id = e.workspace_id and l.record_id = e.record_id
              order by l.seq desc limit 1) p on true
            order by e.place
            """;

    private static final String SELECT = """
            select e.workspace_id, e.event_id, e.seq, e.occurred_at, e.actor_kind, e.actor_id, e.actor_name, e.action, e.entity,
              e.record_id, cast(e.before as text), cast(e.after as text), e.version, e.plan_id, e.step, e.conversation_id, e.undoes,
              e.source, e.behalf_id, e.behalf_name, cast(e.redacted -> 'digests' as text)
            from\s""";

    private static final String EVENT = SELECT + "frontless.event e";

    /** Of the events about a record, those that tell how it is from then on: comments and links are its own, too. */
    private static final String OF_STATE =
            " and e.action in ('record.create', 'record.update', 'record.delete', 'record.restore')";

    /** Who has acted, found one after the other, for each is the next in the index; then the last events of each. */
    private static final String LAST_OF_ACTORS = """
            with recursive actor as (
              (select a.actor_id from frontless.event a where a.workspace_id = ? order by a.actor_id limit 1)
              union all
              select (select n.actor_id from frontless.event n where n.workspace_id = ? and n.actor_id > a.actor_id order by n.actor_id limit 1)
              from actor a where a.actor_id is not null)
            %s cross join lateral (
              select l.* from frontless.event l where l.workspace_id = ? and l.actor_id = a.actor_id order by l.seq desc limit ?) e
            """;

    /** Who has acted, of whom so many are told. */
    public static final int ACTORS_MAX = 500;

    private static final int EVENTS_OF_AN_ACTOR = 10;

    private final Statements statements;

    @Inject
    public Events(Statements statements) {
        this.statements = statements;
    }

    /** An event to append. */
    public record Row(UUID eventId, StoredEvent.By by, StoredEvent.What what, StoredEvent.Cause cause) {}

    /** Appends events in their order; they are not managed, for a plan has thousands. Each statement sees the links of those before it. */
    public void append(Batch batch, UUID workspaceId, List<Row> rows) {
        Set<UUID> records = new HashSet<>();
        int from = 0;
        for (int at = 0; at < rows.size(); at++) {
            UUID recordId = rows.get(at).what().recordId();
            if (recordId != null && !records.add(recordId)) {
                add(batch, workspaceId, rows.subList(from, at));
                from = at;
                records = new HashSet<>(Set.of(recordId));
            }
        }
        add(batch, workspaceId, rows.subList(from, rows.size()));
    }

    private static void add(Batch batch, UUID workspaceId, List<Row> rows) {
        if (!rows.isEmpty()) {
            batch.add(
                    APPEND,
                    workspaceId,
                    ids(rows, Row::eventId),
                    texts(rows, row -> row.by().kind()),
                    ids(rows, row -> row.by().id()),
                    texts(rows, row -> row.by().name()),
                    texts(rows, row -> row.by().source()),
                    ids(rows, row -> row.by().behalfId()),
                    texts(rows, row -> row.by().behalfName()),
                    texts(rows, row -> row.what().action()),
                    Array.numbers(rows.stream().map(row -> row.what().version()).toList()),
                    texts(rows, row -> row.what().entity()),
                    ids(rows, row -> row.what().recordId()),
                    texts(rows, row -> row.what().before()),
                    texts(rows, row -> row.what().after()),
                    ids(rows, row -> row.cause().planId()),
                    ids(rows, row -> row.cause().conversationId()),
                    ids(rows, row -> row.cause().undoes()),
                    texts(rows, row -> row.cause().step()));
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
        return findAll(workspaceId, List.of(eventId)).stream().findFirst();
    }

    /** Those of the ids that exist, the latest first. */
    public List<StoredEvent> findAll(UUID workspaceId, Collection<UUID> eventIds) {
        return eventIds.isEmpty()
                ? List.of()
                : statements.read(
                        Events::event,
                        EVENT + " where e.workspace_id = ? and e.event_id = any(?) order by e.seq desc",
                        workspaceId,
                        Array.ids(List.copyOf(eventIds)));
    }

    /** Events that meet every bound, the latest first. */
    public List<StoredEvent> latest(UUID workspaceId, EventBounds bounds, int limit) {
        List<Object> parameters = new ArrayList<>(List.of(workspaceId));
        String conditions = bounds.conditions(workspaceId, parameters);
        parameters.add(limit);
        return statements.read(
                Events::event,
                EVENT + " where e.workspace_id = ?" + conditions + " order by e.seq desc limit ?",
                parameters.toArray());
    }

    /** The events of these records after a sequence, the latest first. */
    public List<StoredEvent> ofRecords(UUID workspaceId, Collection<UUID> recordIds, long afterSeq) {
        return recordIds.isEmpty()
                ? List.of()
                : statements.read(
                        Events::event,
                        EVENT + " where e.workspace_id = ? and e.record_id = any(?) and e.seq > ? order by e.seq desc",
                        workspaceId,
                        Array.ids(List.copyOf(recordIds)),
                        afterSeq);
    }

    /** The events about these entities, their fields and records after a sequence, the latest first. */
    public List<StoredEvent> ofEntities(UUID workspaceId, Collection<String> entities, long afterSeq) {
        return entities.isEmpty()
                ? List.of()
                : statements.read(
                        Events::event,
                        EVENT + " where e.workspace_id = ? and e.seq > ? and e.entity = any(?) order by e.seq desc",
                        workspaceId,
                        afterSeq,
                        Array.texts(List.copyOf(entities)));
    }

    /** Which event takes back which. */
    public record Undoing(UUID eventId, UUID undoes) {}

    /** The events that take back one of these. */
    public List<Undoing> undoing(UUID workspaceId, Collection<UUID> eventIds) {
        return eventIds.isEmpty()
                ? List.of()
                : statements.read(
                        row -> new Undoing(row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
                        "select event_id, undoes from frontless.event where workspace_id = ? and undoes = any(?)",
                        workspaceId,
                        Array.ids(List.copyOf(eventIds)));
    }

    /** The last event at or before a time that tells how a record is, of each of these records that has one. */
    public List<StoredEvent> lastOfRecords(UUID workspaceId, Collection<UUID> recordIds, Instant at) {
        if (recordIds.isEmpty()) {
            return List.of();
        }
        List<Object> parameters = new ArrayList<>(List.of(Array.ids(List.copyOf(recordIds)), workspaceId, utc(at)));
        String before = EventBounds.before(workspaceId, at, parameters);
        return statements.read(
                Events::event,
                SELECT + "unnest(?) r(record_id) cross join lateral (select e.* from frontless.event e"
                        + " where e.workspace_id = ? and e.record_id = r.record_id and e.occurred_at <= ?" + before
                        + OF_STATE + " order by e.seq desc limit 1) e",
                parameters.toArray());
    }

    /** The events about an entity itself and not about its records, in their order. */
    public List<StoredEvent> ofSchema(UUID workspaceId, String entity) {
        return statements.read(
                Events::event,
                EVENT + " where e.workspace_id = ? and e.entity = ? and e.record_id is null order by e.seq",
                workspaceId,
                entity);
    }

    /** Events of these actions since a time, the earliest first. */
    public List<StoredEvent> since(UUID workspaceId, Collection<String> actions, Instant since) {
        return statements.read(
                Events::event,
                EVENT + " where e.workspace_id = ? and e.action = any(?) and e.occurred_at > ? order by e.seq",
                workspaceId,
                Array.texts(List.copyOf(actions)),
                utc(since));
    }

    /** The last events of each who has ever acted, actor by actor, of {@link #ACTORS_MAX} at most. */
    public List<StoredEvent> lastOfActors(UUID workspaceId) {
        return statements.read(
                Events::event,
                LAST_OF_ACTORS.formatted(
                        SELECT + "(select actor_id from actor where actor_id is not null limit " + ACTORS_MAX + ") a"),
                workspaceId,
                workspaceId,
                workspaceId,
                EVENTS_OF_AN_ACTOR);
    }

    private static StoredEvent event(ResultSet row) throws SQLException {
        return new StoredEvent(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getLong(3),
                row.getObject(4, OffsetDateTime.class).toInstant(),
                new StoredEvent.By(
                        row.getString(5),
                        row.getObject(6, UUID.class),
                        row.getString(7),
                        row.getString(18),
                        row.getObject(19, UUID.class),
                        row.getString(20)),
                new StoredEvent.What(
                        row.getString(8),
                        row.getString(9),
                        row.getObject(10, UUID.class),
                        row.getString(11),
                        row.getString(12),
                        row.getLong(13),
                        row.getString(21)),
                new StoredEvent.Cause(
                        row.getObject(14, UUID.class),
                        row.getString(15),
                        row.getObject(16, UUID.class),
                        row.getObject(17, UUID.class)));
    }
}
