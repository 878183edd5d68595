package io.frontless.federation.control;

import io.frontless.engine.control.Change;
import io.frontless.engine.control.Execution;
import io.frontless.engine.control.Present;
import io.frontless.event.control.EventView;
import io.frontless.federation.entity.IdentityRows;
import io.frontless.federation.entity.IdentityRows.Subject;
import io.frontless.operation.Params;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whom a provider means by a subject, in the form that events keep. */
@Dependent
public class IdentityState {

    private final IdentityRows rows;

    @Inject
    public IdentityState(IdentityRows rows) {
        this.rows = rows;
    }

    Present present(EventView event, Execution execution) {
        Subject subject = subjectOf(event);
        return rows.lock(execution.workspaceId(), subject)
                .map(row -> new Present(row.unlinked() ? null : state(subject, row.accountId()), row.version()))
                .orElseGet(Present::nothing);
    }

    static Change change(Subject subject, UUID member, boolean links, long version) {
        Map<String, @Nullable Object> state = state(subject, member);
        return new Change(
                new Change.Subject(null, null, subject.providerId() + " " + subject.subject()),
                subject.subject(),
                links ? null : state,
                links ? state : null,
                version,
                0,
                Map.of());
    }

    static Subject subjectOf(EventView event) {
        Params params = params(event);
        return new Subject(params.id("key"), params.text("issuer"), params.text("subject"));
    }

    static UUID memberOf(EventView event) {
        return params(event).id("member");
    }

    private static Params params(EventView event) {
        return new Params("event", Objects.requireNonNull(event.after() == null ? event.before() : event.after()));
    }

    private static Map<String, @Nullable Object> state(Subject subject, UUID member) {
        Map<String, @Nullable Object> state = new LinkedHashMap<>();
        state.put("key", subject.providerId().toString());
        state.put("label", subject.subject());
        state.put("issuer", subject.issuer());
        state.put("subject", subject.subject());
        state.put("member", member.toString());
        return state;
    }
}
