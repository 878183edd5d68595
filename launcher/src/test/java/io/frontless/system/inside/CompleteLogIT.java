package io.frontless.system.inside;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontless.engine.control.HandlerRegistry;
import io.frontless.engine.control.OperationHandler;
import io.frontless.engine.control.PlanView;
import io.frontless.event.control.EventFilter;
import io.frontless.event.control.EventQueries;
import io.frontless.event.control.EventView;
import io.frontless.kernel.Ids;
import io.frontless.kernel.Reason;
import io.frontless.operation.Operation;
import io.frontless.operation.Step;
import io.frontless.operation.UpdateRecord;
import io.frontless.operation.Values;
import io.frontless.workspace.control.Caller;
import io.frontless.workspace.control.RequestOrigin;
import io.frontless.workspace.control.Role;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Of every operation the log tells the same: who, what, from what to what, in which plan, when, and from where; and once. */
class CompleteLogIT extends InsideApplication {
    private static final String ADDRESS = "192.0.2.7";

    @Inject
    Bench bench;

    @Inject
    HandlerRegistry registry;

    @Inject
    EventQueries events;

    @Inject
    RequestOrigin origin;

    @Inject
    WorkspaceDatabase database;

    @Inject
    SealedLog sealedLog;

    @Inject
    Ids ids;

    @Test
    void everyOperationTellsWhoDidWhatFromWhereAndOnce() {
        List<UUID> workspaces = new ArrayList<>();
        for (OperationCase one : OperationCases.all()) {
            Furniture here = Furniture.in(bench, ids);
            Caller owner = here.place().owner();
            Step step = one.step(here);
            long before = bench.lastEvent(owner).seq();
            String began = now(owner);

            origin.set(ADDRESS);
            PlanView plan = bench.run(owner, List.of(step));
            origin.set(null);

            List<EventView> told = events.find(owner, EventFilter.latest(100)).stream()
                    .filter(event -> event.seq() > before)
                    .toList();
            assertThat(told).as(step.op()).isNotEmpty();
            for (EventView event : told) {
                assertThat(event.actor()).as(step.op()).isEqualTo(owner.actor());
                assertThat(event.planId()).as(step.op()).isEqualTo(plan.planId());
                assertThat(event.step()).as(step.op()).isEqualTo(step.id());
                assertThat(event.source()).as(step.op()).isEqualTo(ADDRESS);
                assertThat(event.before() != null || event.after() != null)
                        .as(step.op() + " has a state before or after")
                        .isTrue();
                assertThat(event.before()).as(step.op()).isNotEqualTo(event.after());
                assertThat(event.timestamp().toString()).as(step.op()).isGreaterThanOrEqualTo(began.substring(0, 19));
            }
            assertThat(told).extracting(EventView::eventId).doesNotHaveDuplicates();
            if (registry.handlerOf(one.operation()) instanceof OperationHandler) {
                assertThat(told)
                        .as(step.op())
                        .singleElement()
                        .extracting(EventView::action)
                        .isEqualTo(step.op());
            }
            workspaces.add(owner.workspaceId());
        }
        for (UUID workspaceId : workspaces) {
            sealedLog.seal(workspaceId);
            assertThat(sealedLog.findings(workspaceId)).isEmpty();
        }
    }

    @Test
    void everyRefusalIsWrittenDownOnceWithWhoAndFromWhere() {
        Furniture here = Furniture.in(bench, ids);
        Caller viewer = here.place().as(Role.VIEWER);
        List<Operation> denied = OperationCases.all().stream()
                .<Operation>map(one -> one.accepted().apply(here))
                .filter(operation -> !viewer.access().allows(operation.permission(), operation.entity()))
                .toList();
        List<String> before = attempts(viewer);

        origin.set(ADDRESS);
        for (Operation operation : denied) {
            assertThat(Refusal.refusal(() -> bench.propose(viewer, operation)).reason())
                    .as(operation.name())
                    .isEqualTo(Reason.DENIED);
        }
        origin.set(null);

        assertThat(denied).hasSizeGreaterThan(30);
        assertThat(attempts(viewer).subList(before.size(), attempts(viewer).size()))
                .hasSize(denied.size())
                .allMatch(line ->
                        line.equals("plan.propose DENIED " + viewer.actor().id() + " " + ADDRESS));
    }

    /** What others may not know of whoever worked here. */
    @Test
    void addressIsToldToThoseWhoDecideAboutPeopleOnly() {
        Furniture here = Furniture.in(bench, ids);
        Caller owner = here.place().owner();
        origin.set(ADDRESS);
        bench.run(owner, new UpdateRecord("thing", here.free(), Values.of("note", "from here")));
        origin.set(null);

        assertThat(bench.lastEvent(owner).source()).isEqualTo(ADDRESS);
        assertThat(bench.lastEvent(here.place().as(Role.MEMBER)).source()).isNull();
    }

    private List<String> attempts(Caller caller) {
        return database.tried(
                caller.workspaceId(),
                connection -> WorkspaceDatabase.texts(
                        connection,
                        "select concat_ws(' ', action, reason, actor_id, source) from refused_attempt order by seq"));
    }

    private String now(Caller caller) {
        return database.tried(
                caller.workspaceId(),
                connection -> WorkspaceDatabase.text(
                        connection,
                        "select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS')"));
    }
}
