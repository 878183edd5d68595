package io.frontless.system.inside;

import static io.frontless.system.inside.Refusal.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontless.engine.control.CommandGateway;
import io.frontless.engine.control.Confirmation;
import io.frontless.engine.control.PlanView;
import io.frontless.engine.control.Progress;
import io.frontless.kernel.Ids;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.operation.ApplyBulk;
import io.frontless.operation.CreateEntity;
import io.frontless.operation.CreateRecord;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.operation.Operation;
import io.frontless.operation.Step;
import io.frontless.operation.Values;
import io.frontless.workspace.control.Caller;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The same change to many records: exactly those that were previewed, skipped where it is so already, stopped or taken back as one. */
class BulkIT extends InsideApplication {
    private static final int RECORDS = 2_500;

    @Inject
    Bench bench;

    @Inject
    CommandGateway gateway;

    @Inject
    Ids ids;

    @Test
    void changeOfThousandsIsTakenBackInOneStep() {
        Caller owner = bench.found().owner();
        List<UUID> all = records(owner);
        List<String> before = bench.state(owner);

        PlanView plan = bench.run(owner, ApplyBulk.set("item", all, Values.of("note", "seen")));

        assertThat(plan.rows()).isEqualTo(RECORDS);
        assertThat(bench.state(owner)).isNotEqualTo(before);
        bench.undo(owner, plan);
        assertThat(bench.state(owner)).isEqualTo(before);
    }

    @Test
    void recordThatIsSoAlreadyIsLeftAsItIs() {
        Caller owner = bench.found().owner();
        List<UUID> all = records(owner);
        bench.run(owner, ApplyBulk.set("item", all.subList(0, 2_000), Values.of("note", "seen")));

        PlanView rest = bench.run(owner, ApplyBulk.set("item", all, Values.of("note", "seen")));
        PlanView none = bench.propose(owner, ApplyBulk.restore("item", all));

        assertThat(rest.rows()).isEqualTo(RECORDS - 2_000);
        assertThat(none.rows()).isZero();
    }

    @Test
    void deletedRecordsAreRestored() {
        Caller owner = bench.found().owner();
        List<UUID> all = records(owner);
        List<String> before = bench.state(owner);

        bench.run(owner, ApplyBulk.delete("item", all));
        List<String> deleted = bench.state(owner);
        bench.run(owner, ApplyBulk.restore("item", all));

        assertThat(deleted.stream().filter(line -> line.startsWith("record "))).isEmpty();
        assertThat(bench.state(owner)).isEqualTo(before);
    }

    @Test
    void filterIsFixedToTheRecordsThatMeetItWhenProposed() {
        Caller owner = bench.found().owner();
        List<UUID> all = records(owner);
        bench.run(owner, ApplyBulk.set("item", all.subList(0, 7), Values.of("note", "first")));
        Map<String, Object> params = Map.of(
                "entity",
                "item",
                "filter",
                Map.of("field", "note", "op", "eq", "value", "first"),
                "set",
                Map.of("note", "second"));
        PlanView plan = bench.propose(owner, List.of(new Step("s1", ApplyBulk.NAME, params, null, null)));
        bench.run(owner, ApplyBulk.set("item", all.subList(7, 9), Values.of("note", "first")));

        bench.execute(owner, plan);

        assertThat(plan.rows()).isEqualTo(7);
        assertThat(bench.state(owner).stream()
                        .filter(line -> line.startsWith("record ") && line.contains("\"second\"")))
                .hasSize(7);
    }

    @Test
    void cancelledWorkLeavesNothing() {
        Caller owner = bench.found().owner();
        List<UUID> all = records(owner);
        PlanView plan = bench.propose(owner, ApplyBulk.set("item", all, Values.of("note", "seen")));
        List<String> before = bench.state(owner);
        List<String> log = bench.log(owner);
        Progress stopping = rows -> {
            if (rows > 1_000) {
                throw new Rejection(Reason.CONFLICT, "enough");
            }
        };

        Rejection refused = refusal(
                () -> gateway.execute(owner, plan.planId(), new Confirmation(plan.rows(), plan.hash()), stopping));

        assertThat(refused.message()).isEqualTo("enough");
        assertThat(bench.state(owner)).isEqualTo(before);
        assertThat(bench.log(owner)).isEqualTo(log);
        assertThat(gateway.plan(owner, plan.planId()).status()).isEqualTo(PlanView.Status.PROPOSED);
        assertThat(bench.execute(owner, plan).status()).isEqualTo(PlanView.Status.EXECUTED);
    }

    private List<UUID> records(Caller owner) {
        FieldSpec name = FieldSpec.of("name", "Name", FieldType.TEXT).identifying();
        bench.run(owner, new CreateEntity("item", "Item", List.of(name, FieldSpec.of("note", "Note", FieldType.TEXT))));
        List<UUID> all = new ArrayList<>();
        List<Operation> creations = new ArrayList<>();
        for (int number = 0; number < RECORDS; number++) {
            UUID id = ids.get();
            all.add(id);
            creations.add(new CreateRecord("item", id, Values.of("name", "Item " + number)));
        }
        bench.run(owner, creations.toArray(new Operation[0]));
        return all;
    }
}
