package io.frontless.assistant.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontless.assistant.model.ValueOrigin;
import io.frontless.assistant.model.ValueOrigin.Source;
import io.frontless.engine.control.PlanView;
import io.frontless.engine.control.PlanView.ChangeView;
import io.frontless.engine.control.Risk;
import io.frontless.operation.FieldRules;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.schema.control.EntityView;
import io.frontless.schema.control.SchemaView;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Where each value of a plan comes from is found out by what was said and what the preview shows. */
class ProvenanceTest {

    private static final UUID RECORD = new UUID(1, 1);
    private static final UUID CLIENT = new UUID(1, 2);
    private static final SchemaView SCHEMA = new SchemaView(
            List.of(new EntityView(
                    "invoice",
                    "Invoice",
                    1,
                    List.of(
                            FieldSpec.of("number", "Number", FieldType.TEXT).identifying(),
                            FieldSpec.reference("client", "Client", "client"),
                            FieldSpec.of("amount", "Amount", FieldType.MONEY),
                            FieldSpec.of("due", "Due", FieldType.DATE),
                            FieldSpec.choice("status", "Status", List.of("pending", "paid"))
                                    .ruledBy(FieldRules.NONE.orElse("pending")),
                            FieldSpec.of("tax", "Tax", FieldType.MONEY)
                                    .ruledBy(FieldRules.NONE.computedBy("amount / 5"))))),
            Set.of("invoice"));

    @Test
    void everyValueOfANewRecordSaysWhereItComesFrom() {
        Map<String, @Nullable Object> after = new LinkedHashMap<>();
        after.put("number", "INV-7");
        after.put("client", CLIENT.toString());
        after.put("amount", new BigDecimal("1200.00"));
        after.put("due", "2026-11-27");
        after.put("status", "pending");
        after.put("tax", new BigDecimal("240"));

        Explanation why = why("add invoice INV-7 for Acme, 1200, due tomorrow", List.of(), null, after);

        assertThat(sources(why))
                .containsExactly(
                        Map.entry("number", Source.PERSON),
                        Map.entry("client", Source.PERSON),
                        Map.entry("amount", Source.PERSON),
                        Map.entry("due", Source.DERIVED),
                        Map.entry("status", Source.DEFAULT),
                        Map.entry("tax", Source.COMPUTED));
        assertThat(why.lines())
                .contains(
                        "“add invoice INV-7 for Acme, 1200, due tomorrow” was read by the planner inside Frontless.",
                        "Invoice INV-7 is new.",
                        "Due: worked out from your words.",
                        "Status: the field’s default.");
    }

    @Test
    void recordThatNobodyNamedIsToldByItsName() {
        Explanation why = why("it is for the same client", List.of(), Map.of(), Map.of("client", CLIENT.toString()));

        assertThat(why.origins()).containsExactly(new Origin("s1", RECORD, "client", Source.RECORD, "Acme"));
        assertThat(why.origins().get(0).text()).isEqualTo("record Acme");
    }

    @Test
    void modelsValuesAreWhatWasFoundOutWhenTheyCame() {
        List<ValueOrigin> ofModel = List.of(new ValueOrigin("s1", "amount", "5", Source.RECORD));

        Explanation why = why(
                "make it cheaper",
                ofModel,
                Map.of("amount", BigDecimal.TEN, "status", "pending"),
                Map.of("amount", new BigDecimal(5), "status", "pending", "due", "2026-01-01"));

        assertThat(sources(why))
                .containsExactlyInAnyOrder(Map.entry("amount", Source.RECORD), Map.entry("due", Source.MODEL));
        assertThat(why.lines().get(0)).endsWith("was read by the model scripted.");
    }

    @Test
    void whatIsTakenBackIsOfTheLog() {
        PlanView plan = plan(change(Map.of("status", "paid"), Map.of("status", "pending")));

        Explanation why = new Provenance("undo that", true, "", List.of(), SCHEMA).of(plan);

        assertThat(sources(why)).containsExactly(Map.entry("status", Source.LOG));
        assertThat(why.lines()).hasSize(2);
    }

    private static Explanation why(
            String said,
            List<ValueOrigin> ofModel,
            @Nullable Map<String, @Nullable Object> before,
            Map<String, @Nullable Object> after) {
        String reader = ofModel.isEmpty() ? "" : "scripted";
        return new Provenance(said, false, reader, ofModel, SCHEMA).of(plan(change(before, after)));
    }

    private static List<Map.Entry<String, Source>> sources(Explanation why) {
        return why.origins().stream()
                .map(origin -> Map.entry(origin.field(), origin.source()))
                .toList();
    }

    private static ChangeView change(
            @Nullable Map<String, @Nullable Object> before, Map<String, @Nullable Object> after) {
        String action = before == null ? "record.create" : "record.update";
        return new ChangeView(
                "s1", action, "invoice", RECORD, "INV-7", before, after, Map.of(CLIENT.toString(), "Acme"));
    }

    private static PlanView plan(ChangeView change) {
        return new PlanView(
                new UUID(2, 2),
                null,
                "Change Invoice INV-7",
                PlanView.Status.PROPOSED,
                Risk.REVERSIBLE,
                1,
                List.of(change),
                1,
                List.of(),
                0,
                "00",
                Instant.EPOCH,
                Instant.EPOCH);
    }
}
