package io.frontless.event.entity;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;

/** Reads and writes the outbox. */
@Dependent
public class OutboxRows {

    private final EntityManager manager;

    @Inject
    public OutboxRows(EntityManager manager) {
        this.manager = manager;
    }

    /** An effect that is due; the payload is a JSON object. */
    public record Due(long id, String payload, int attempts) {}

    /** Adds an effect. */
    public void add(String kind, String payload) {
        manager.createNativeQuery("insert into frontless.outbox (kind, payload) values (?1, cast(?2 as jsonb))")
                .setParameter(1, kind)
                .setParameter(2, payload)
                .executeUpdate();
    }

    /** Adds an effect that is due at a time. */
    public void add(String kind, String payload, Instant due) {
        manager.createNativeQuery("insert into frontless.outbox (kind, payload, next_attempt_at)"
                        + " values (?1, cast(?2 as jsonb), cast(?3 as timestamptz))")
                .setParameter(1, kind)
                .setParameter(2, payload)
                .setParameter(3, due.toString())
                .executeUpdate();
    }

    /** The due effects of a kind, locked for this transaction; those another worker holds are left to it. */
    public List<Due> lockDue(String kind, int limit) {
        List<?> rows = manager.createNativeQuery(
                        "select outbox_id, cast(payload as text), attempts from frontless.outbox"
                                + " where delivered_at is null and kind = ?1 and next_attempt_at <= clock_timestamp()"
                                + " order by outbox_id limit ?2 for update skip locked")
                .setParameter(1, kind)
                .setParameter(2, limit)
                .getResultList();
        return rows.stream().map(OutboxRows::due).toList();
    }

    /** Notes a delivery and drops the payload: it can hold a link that only its reader may know. */
    public void delivered(long id) {
        manager.createNativeQuery("update frontless.outbox set delivered_at = clock_timestamp(), payload = '{}'"
                        + " where outbox_id = ?1")
                .setParameter(1, id)
                .executeUpdate();
    }

    /** Notes a failure and when to try again. */
    public void failed(long id, long retryAfterSeconds) {
        manager.createNativeQuery("update frontless.outbox set attempts = attempts + 1,"
                        + " next_attempt_at = clock_timestamp() + make_interval(secs => ?2) where outbox_id = ?1")
                .setParameter(1, id)
                .setParameter(2, (double) retryAfterSeconds)
                .executeUpdate();
    }

    private static Due due(Object row) {
        Object[] columns = (Object[]) row;
        return new Due(((Number) columns[0]).longValue(), columns[1].toString(), ((Number) columns[2]).intValue());
    }
}
