package io.frontless.system.inside;

import static io.frontless.system.inside.Refusal.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontless.engine.control.CommandGateway;
import io.frontless.engine.control.CommandView;
import io.frontless.engine.control.PlanDraft;
import io.frontless.engine.control.PlanView;
import io.frontless.event.control.EventView;
import io.frontless.kernel.Ids;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.operation.Operation;
import io.frontless.operation.UpdateEntity;
import io.frontless.operation.UpdateRecord;
import io.frontless.operation.Values;
import io.frontless.workspace.control.Caller;
import io.frontless.workspace.control.Role;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is run at once: one reversible change and nothing else, through the same door as a plan. */
class CommandIT extends InsideApplication {
    @Inject
    Bench bench;

    @Inject
    CommandGateway gateway;

    @Inject
    WorkspaceDatabase database;

    @Inject
    Ids ids;

    @Test
    void oneReversibleChangeLeavesItsEventAndNoPlan() {
        Furniture here = Furniture.in(bench, ids);
        Caller owner = here.place().owner();
        List<String> plans = plans(owner);

        CommandView done = gateway.run(owner, draft(null, noting(here, "new")));

        EventView event = bench.lastEvent(owner);
        assertThat(event.eventId()).isEqualTo(done.eventId());
        assertThat(event.version()).isEqualTo(done.version());
        assertThat(event.after()).isEqualTo(done.after());
        assertThat(event.planId()).isNull();
        assertThat(plans(owner)).isEqualTo(plans);
    }

    @Test
    void changeUnderAKeyIsKeptAsAnExecutedPlanThatCanBeUndone() {
        Furniture here = Furniture.in(bench, ids);
        Caller owner = here.place().owner();
        List<String> state = bench.state(owner);
        PlanDraft draft = draft("once", noting(here, "new"));

        CommandView first = gateway.run(owner, draft);
        CommandView second = gateway.run(owner, draft);

        UUID planId = Objects.requireNonNull(bench.lastEvent(owner).planId());
        assertThat(second).isEqualTo(first);
        assertThat(gateway.plan(owner, planId).status()).isEqualTo(PlanView.Status.EXECUTED);
        bench.undo(owner, gateway.plan(owner, planId));
        assertThat(bench.lastEvent(owner).undoes()).isEqualTo(first.eventId());
        assertThat(bench.state(owner)).isEqualTo(state);
    }

    @Test
    void whatIsMoreThanOneReversibleChangeNeedsAPlanAndIsTakenBack() {
        Furniture here = Furniture.in(bench, ids);
        Caller owner = here.place().owner();
        List<String> state = bench.state(owner);
        List<String> log = bench.log(owner);
        Operation other = new UpdateRecord("thing", here.referred(), Values.of("note", "new"));

        Rejection several = refusal(() -> gateway.run(owner, draft(null, noting(here, "new"), other)));
        Rejection schema = refusal(() -> gateway.run(owner, draft("key", new UpdateEntity("thing", "Article"))));

        assertThat(List.of(several, schema))
                .allMatch(refusal -> refusal.reason() == Reason.CONFLICT)
                .allMatch(refusal -> refusal.message().contains("needs a plan"));
        assertThat(bench.state(owner)).isEqualTo(state);
        assertThat(bench.log(owner)).isEqualTo(log);
    }

    @Test
    void refusedAttemptIsWrittenDown() {
        Furniture here = Furniture.in(bench, ids);
        Caller viewer = here.place().as(Role.VIEWER);

        Rejection refusal = refusal(() -> gateway.run(viewer, draft(null, noting(here, "new"))));

        assertThat(refusal.reason()).isEqualTo(Reason.DENIED);
        assertThat(texts(viewer, "select action || ' ' || reason from refused_attempt"))
                .containsExactly("plan.run DENIED");
    }

    private List<String> plans(Caller caller) {
        return texts(caller, "select plan_id from plan order by 1");
    }

    private List<String> texts(Caller caller, String sql) {
        return database.tried(caller.workspaceId(), connection -> WorkspaceDatabase.texts(connection, sql));
    }

    private static Operation noting(Furniture here, String note) {
        return new UpdateRecord("thing", here.free(), Values.of("note", note));
    }

    private static PlanDraft draft(@Nullable String key, Operation... operations) {
        return new PlanDraft("Command", Bench.steps(operations), null, key);
    }
}
