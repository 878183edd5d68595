package io.frontless.engine.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontless.engine.control.Findings.Finding;
import io.frontless.engine.control.Findings.Kind;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Refusals;
import io.frontless.kernel.Rejection;
import io.frontless.operation.Grant;
import io.frontless.operation.Permission;
import io.frontless.operation.Step;
import io.frontless.operation.Undo;
import io.frontless.operation.Undo.OnConflict;
import io.frontless.operation.UndoTarget;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Undo by somebody who may not see all of what was done. */
class UndoVisibilityTest {
    private static final UUID OTHER_PLAN = new UUID(0, 500);

    private final World world = new World();

    @Test
    void hiddenFieldIsNotNamedInAConflict() {
        world.run(World.create("s1", 1), World.rename("s2", 1, "mine"));
        world.run(OTHER_PLAN, World.rename("s1", 1, "theirs"));
        Grant grant = Grant.of("thing", Permission.READ, Permission.UPDATE).hiding("name");

        Rejection rejection =
                Refusals.of(() -> world.engine.run(world.as(grant), List.of(undo(2, OnConflict.ABORT)), World.CAUSE));

        assertThat(rejection.details()).containsExactly(new Rejection.Detail("values", "as they were left", "others"));
        assertThat(rejection.message()).endsWith("[values]");
    }

    @Test
    void eventThatMayNotBeSeenIsAnsweredAsOneThatIsNotThere() {
        world.run(World.create("s1", 1));
        world.visibility = (caller, some) -> List.of();

        assertThat(Refusals.of(() -> world.run(undo(1, OnConflict.SKIP))).details())
                .containsExactly(new Rejection.Detail(
                        "event",
                        "one that exists in this workspace",
                        world.eventId(1).toString()));
        assertThat(Refusals.of(() -> world.run(undoPlan(OnConflict.SKIP))).reason())
                .isEqualTo(Reason.NOT_FOUND);
        assertThat(Refusals.fieldsOf(() -> world.run(undoPlan(OnConflict.SKIP))))
                .isEqualTo("target");
    }

    @Test
    void whatIsSeenInPartIsNotTakenBack() {
        world.run(World.create("s1", 1), World.create("s2", 2));
        world.visibility = (caller, some) ->
                some.stream().filter(event -> event.seq() == 1).toList();

        Rejection rejection = Refusals.of(() -> world.run(OTHER_PLAN, undoPlan(OnConflict.ABORT)));
        assertThat(rejection.reason()).isEqualTo(Reason.DENIED);
        assertThat(rejection.message())
                .isEqualTo("your role in this workspace does not allow to take all of this back");

        Assessment done = world.run(OTHER_PLAN, undoPlan(OnConflict.SKIP));
        assertThat(done.findings()).extracting(Finding::kind).containsExactly(Kind.PERMISSION);
        assertThat(world.name(1)).isNull();
        assertThat(world.name(2)).isEqualTo("n2");
    }

    @Test
    void editOfAHiddenFieldIsNotTakenBack() {
        world.run(World.create("s1", 1), World.rename("s2", 1, "x"));
        world.visibility = (caller, some) -> some.stream()
                .map(event -> event.before() == null ? event : event.with(Map.of(), Map.of()))
                .toList();

        assertThat(Refusals.of(() -> world.run(undo(2, OnConflict.ABORT))).reason())
                .isEqualTo(Reason.DENIED);
    }

    @Test
    void creationWithAHiddenFieldIsTakenBack() {
        world.run(World.create("s1", 1));
        world.visibility = (caller, some) ->
                some.stream().map(event -> event.with(null, Map.of())).toList();

        world.run(undo(1, OnConflict.ABORT));

        assertThat(world.name(1)).isNull();
    }

    private Step undo(int seq, OnConflict onConflict) {
        return Step.of("u1", new Undo(new UndoTarget.Event(world.eventId(seq)), onConflict, false));
    }

    private static Step undoPlan(OnConflict onConflict) {
        return Step.of("u1", new Undo(new UndoTarget.Plan(World.PLAN), onConflict, false));
    }
}
