package io.frontless.record.control;

import io.frontless.event.control.EventView;
import io.frontless.event.control.EventVisibility;
import io.frontless.event.control.PastStates;
import io.frontless.kernel.Limits;
import io.frontless.kernel.Rejection;
import io.frontless.operation.Permission;
import io.frontless.record.entity.Records;
import io.frontless.record.entity.Records.Created;
import io.frontless.schema.control.EntityView;
import io.frontless.schema.control.SchemaPast;
import io.frontless.workspace.control.Caller;
import io.frontless.workspace.control.InWorkspace;
import io.frontless.workspace.control.RowMeter;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads records as they were at a time, with the fields that their entity had then. Who may read what is decided as it is today: a role that may not see a
 * field or a record now does not see what they have been.
 */
@Stateless
@InWorkspace
public class PastRecords {

    /** Record and event are written together, but not in the same instant. */
    private static final Duration SLACK = Duration.ofMinutes(1);

    @Inject
    Records records;

    @Inject
    PastStates events;

    @Inject
    EventVisibility visibility;

    @Inject
    SchemaPast schema;

    @Inject
    PastViews views;

    @Inject
    RowMeter meter;

    @Inject
    Clock clock;

    /** An entity at a time; NOT_FOUND where there was none that the caller may read. */
    public EntityView entity(Caller caller, String key, Instant at) {
        return whole(caller, key, at).without(caller.access().hidden(key));
    }

    /**
     * Records of an entity at a time, in the order in which they came.
     *
     * @param cursor the {@code nextCursor} of the page before; null for the first
     * @param limit 1 to {@link Limits#PAGE_ROWS_MAX}
     */
    public PastSlice page(Caller caller, String key, Instant at, @Nullable String cursor, int limit) {
        if (limit < 1 || limit > Limits.PAGE_ROWS_MAX) {
            throw Rejection.invalid("limit", "1 to " + Limits.PAGE_ROWS_MAX, limit);
        }
        EntityView whole = whole(caller, key, at);
        List<EventView> found = new ArrayList<>();
        Created last = PastCursor.read(cursor);
        boolean more = true;
        for (int scanned = 0; more && found.size() < limit && scanned < Limits.EVENTS_SCANNED_MAX; ) {
            int page = scanned == 0 ? limit + 1 : Limits.PAGE_ROWS_MAX;
            List<Created> some = records.created(caller.workspaceId(), key, last, at.plus(SLACK), page);
            Map<UUID, EventView> states = states(caller, some, at);
            more = some.size() == page;
            scanned += page;
            for (Created one : some) {
                if (found.size() == limit) {
                    more = true;
                    break;
                }
                last = one;
                EventView state = states.get(one.id());
                if (state != null) {
                    found.add(state);
                }
            }
        }
        meter.count(caller, found.size());
        return new PastSlice(
                whole.without(caller.access().hidden(key)),
                views.of(caller, whole, found, at),
                more ? PastCursor.write(last) : null);
    }

    /** One record at a time; NOT_FOUND where the entity had none of this id then that the caller may read. */
    public RecordView record(Caller caller, String key, UUID id, Instant at) {
        EntityView whole = whole(caller, key, at);
        EventView state = states(caller, List.of(new Created(at, id)), at).get(id);
        if (state == null || !key.equals(state.entity())) {
            throw Rejection.notFound("record", id);
        }
        meter.count(caller, 1);
        return views.of(caller, whole, List.of(state), at).get(0);
    }

    private EntityView whole(Caller caller, String key, Instant at) {
        caller.require(Permission.READ);
        if (at.isAfter(clock.instant())) {
            throw Rejection.invalid("at", "a time that has passed", at);
        }
        if (!caller.access().allows(Permission.READ, key)) {
            throw Rejection.notFound("entity", key);
        }
        return schema.at(caller.workspaceId(), key, at).orElseThrow(() -> Rejection.notFound("entity", key));
    }

    /** The states that the caller may read, whole. What a record was before is not asked: today's lists do not ask it either. */
    private Map<UUID, EventView> states(Caller caller, List<Created> of, Instant at) {
        Map<UUID, EventView> states = events.ofRecords(
                caller.workspaceId(), of.stream().map(Created::id).toList(), at);
        views.keepReadable(caller, states);
        return states;
    }
}
