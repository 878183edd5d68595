package io.frontless.system.inside;

import static io.frontless.system.inside.Refusal.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontless.engine.control.Findings;
import io.frontless.engine.control.PlanView;
import io.frontless.kernel.Ids;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.operation.ConvertField;
import io.frontless.operation.CreateEntity;
import io.frontless.operation.CreateField;
import io.frontless.operation.CreateRecord;
import io.frontless.operation.DeleteField;
import io.frontless.operation.FieldRules;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.operation.Operation;
import io.frontless.operation.UpdateField;
import io.frontless.operation.UpdateRecord;
import io.frontless.operation.Values;
import io.frontless.record.control.RecordQueries;
import io.frontless.workspace.control.Caller;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rules, computed and converted fields, against the records that they are about. */
class SchemaIT extends InsideApplication {
    private static final FieldSpec TOTAL =
            FieldSpec.of("total", "Total", FieldType.MONEY).ruledBy(FieldRules.NONE.computedBy("price * copies"));

    @Inject
    Bench bench;

    @Inject
    RecordQueries records;

    @Inject
    Ids ids;

    @Test
    void computedFieldFollowsWhatItReadsAndIsNeverWritten() {
        Caller owner = bench.found().owner();
        UUID id = order(owner, "12.5", "3");

        bench.run(owner, new CreateField("order", TOTAL));
        assertThat(value(owner, id, "total")).isEqualTo(new BigDecimal("37.5"));
        bench.run(owner, new UpdateRecord("order", id, Values.of("copies", BigDecimal.TEN)));
        assertThat(value(owner, id, "total")).isEqualTo(new BigDecimal("125"));
        bench.run(owner, new UpdateRecord("order", id, Values.of("copies", null)));
        assertThat(value(owner, id, "total")).isNull();

        assertThat(refused(owner, new UpdateRecord("order", id, Values.of("total", BigDecimal.ONE)))
                        .reason())
                .isEqualTo(Reason.INVALID);
        Rejection breaks = refused(owner, new DeleteField("order", "price"));
        assertThat(breaks.reason()).isEqualTo(Reason.CONFLICT);
        assertThat(breaks.details()).anyMatch(detail -> detail.field().contains("order.total"));
    }

    @Test
    void conversionTellsWhatItLosesAndItsUndoBringsEverythingBack() {
        Caller owner = bench.found().owner();
        UUID number = order(owner, "1", "1", "12");
        UUID words = order(owner, "2", "2", "a dozen");
        List<String> before = bench.state(owner);
        FieldSpec integer = FieldSpec.of("note", "Note", FieldType.INTEGER);

        assertThat(refused(owner, new ConvertField("order", integer, false)).details())
                .anyMatch(detail -> detail.found().contains("a dozen"));
        PlanView proposed = bench.propose(owner, new ConvertField("order", integer, true));
        assertThat(proposed.findings()).anyMatch(finding -> finding.kind() == Findings.Kind.LOSS);
        PlanView converted = bench.execute(owner, proposed);

        assertThat(value(owner, number, "note")).isEqualTo(new BigDecimal("12"));
        assertThat(value(owner, words, "note")).isNull();
        PlanView changed = bench.run(owner, new UpdateRecord("order", words, Values.of("note", BigDecimal.ONE)));
        bench.undo(owner, changed);
        bench.undo(owner, converted);
        assertThat(bench.state(owner)).isEqualTo(before);
        assertThat(value(owner, words, "note")).isEqualTo("a dozen");
    }

    @Test
    void rulesHoldForNewValuesAndAreRefusedWhereOldOnesBreakThem() {
        Caller owner = bench.found().owner();
        UUID id = order(owner, "12.5", "3");
        FieldSpec copies = FieldSpec.of("copies", "Copies", FieldType.INTEGER);
        FieldRules atLeastTwo = FieldRules.NONE.within(new BigDecimal("2"), null);

        Rejection broken = refused(
                owner, new UpdateField("order", copies.ruledBy(FieldRules.NONE.within(new BigDecimal("4"), null))));
        bench.run(owner, new UpdateField("order", copies.ruledBy(atLeastTwo.orElse(new BigDecimal("5")))));
        UUID second = ids.get();
        bench.run(owner, new CreateRecord("order", second, Values.of("name", "second")));

        assertThat(broken.reason()).isEqualTo(Reason.CONFLICT);
        assertThat(broken.details()).hasSize(1);
        assertThat(value(owner, second, "copies")).isEqualTo(new BigDecimal("5"));
        assertThat(refused(owner, new UpdateRecord("order", id, Values.of("copies", BigDecimal.ONE)))
                        .reason())
                .isEqualTo(Reason.INVALID);
    }

    private UUID order(Caller owner, String price, String copies) {
        return order(owner, price, copies, "none");
    }

    /** A new order; the first makes the entity. */
    private UUID order(Caller owner, String price, String copies, String note) {
        if (!bench.log(owner).toString().contains("entity.create")) {
            bench.run(
                    owner,
                    new CreateEntity(
                            "order",
                            "Order",
                            List.of(
                                    FieldSpec.of("name", "Name", FieldType.TEXT).identifying(),
                                    FieldSpec.of("price", "Price", FieldType.MONEY),
                                    FieldSpec.of("copies", "Copies", FieldType.INTEGER),
                                    FieldSpec.of("note", "Note", FieldType.TEXT))));
        }
        UUID id = ids.get();
        Values values = Values.of("name", id.toString())
                .with("price", new BigDecimal(price))
                .with("copies", new BigDecimal(copies))
                .with("note", note);
        bench.run(owner, new CreateRecord("order", id, values));
        return id;
    }

    private @Nullable Object value(Caller owner, UUID id, String field) {
        return records.record(owner, "order", id).values().get(field);
    }

    private Rejection refused(Caller owner, Operation operation) {
        return refusal(() -> bench.propose(owner, operation));
    }
}
