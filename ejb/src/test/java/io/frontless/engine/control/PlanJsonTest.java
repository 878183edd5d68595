package io.frontless.engine.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontless.engine.control.Findings.Finding;
import io.frontless.engine.control.Findings.Kind;
import io.frontless.kernel.Json;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Refusals;
import io.frontless.operation.Params;
import io.frontless.operation.Step;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plans and previews as JSON, and what a draft and its steps cannot be. */
class PlanJsonTest {
    private static final UUID ID = new UUID(1, 2);

    @Test
    void stepsAreReadAsTheyWereStored() {
        List<Step> steps = List.of(
                new Step("s1", "record.create", Map.of("entity", "e", "n", BigDecimal.ONE), null, null),
                new Step("s2", "record.delete", Map.of(), 7L, ID));

        assertThat(PlanJson.readStored(PlanJson.write(steps))).isEqualTo(steps);
    }

    @Test
    void previewIsReadAsItWasStored() {
        Assessment preview = new Assessment(
                Risk.BULK,
                12,
                List.of(
                        new PlanView.ChangeView(
                                "s1",
                                "record.update",
                                "e",
                                ID,
                                "t",
                                Map.of("a", "x"),
                                Map.of("a", "y"),
                                Map.of("k", "T")),
                        new PlanView.ChangeView("s2", "role.create", null, null, "r", null, null, Map.of())),
                9,
                List.of(
                        new Finding(Kind.DATA, ID, "e", ID, "later edit"),
                        new Finding(Kind.LOSS, null, null, null, "")),
                8,
                "hash");

        assertThat(PlanJson.readPreview(PlanJson.write(preview), "hash")).isEqualTo(preview);
    }

    @Test
    void previewOfBeforeThereWereCountsHasNone() {
        Assessment preview = PlanJson.readPreview("{\"risk\":\"SCHEMA\"}", "h");

        assertThat(preview).isEqualTo(new Assessment(Risk.SCHEMA, 0, List.of(), 0, List.of(), 0, "h"));
    }

    @Test
    void stepsFromClientsMayLeaveOutIdsAndVersions() {
        assertThat(steps("""
                {"operations": [
                  {"op": "record.create", "params": {"entity": "e"}},
                  {"id": "mine", "op": "record.delete", "params": {}, "expectVersion": 3.0},
                  {"op": "record.delete", "params": {}}]}
                """))
                .containsExactly(
                        new Step("s1", "record.create", Map.of("entity", "e"), null, null),
                        new Step("mine", "record.delete", Map.of(), 3L, null),
                        new Step("s3", "record.delete", Map.of(), null, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"operations\": {}}",
                "{\"operations\": [1]}",
                "{\"operations\": [{\"params\": {}}]}",
                "{\"operations\": [{\"op\": \"x\"}]}",
                "{\"operations\": [{\"op\": \"x\", \"params\": []}]}",
                "{\"operations\": [{\"op\": \"x\", \"params\": {}, \"id\": \"1\"}]}",
                "{\"operations\": [{\"op\": \"x\", \"params\": {}, \"expectVersion\": 1.5}]}",
                "{\"operations\": [{\"op\": \"x\", \"params\": {}, \"expectVersion\": 0}]}",
                "{\"operations\": [{\"op\": \"x\", \"params\": {}, \"expectVersion\": 1e30}]}",
                "{\"operations\": [{\"op\": \"x\", \"params\": {}, \"expectVersion\": \"1\"}]}",
                "{\"operations\": [{\"op\": \"x\", \"params\": {}, \"undoes\": \"%s\"}]}",
                "{\"operations\": [{\"op\": \"x\", \"op\": \"y\", \"params\": {}}]}",
                "{\"operations\": [{\"op\": \"x\", \"params\": {\"a\": 1e400}}]}",
                "{\"operations\": [{\"op\": \"x\", \"params\": {\"a\": \"\\ud800\"}}]}",
                "{\"operations\": [{\"op\": \"x\", \"params\": {\"a\": \"\\u0000\"}}]}"
            })
    void hostileStepsAreRefused(String json) {
        assertThat(Refusals.of(() -> steps(json)).reason()).isEqualTo(Reason.INVALID);
    }

    @Test
    void draftHasASummaryAndStepsThatDiffer() {
        Step step = World.create("s1", 1);
        List<Step> most = IntStream.rangeClosed(1, 5_000)
                .mapToObj(number -> World.create("s" + number, number))
                .toList();

        assertThat(draft("x".repeat(500), most, "k".repeat(500)).steps()).hasSize(5_000);
        assertThat(Refusals.fieldsOf(() -> draft(" ", List.of(step), null))).isEqualTo("summary");
        assertThat(Refusals.fieldsOf(() -> draft("x".repeat(501), List.of(step), null)))
                .isEqualTo("summary");
        assertThat(Refusals.fieldsOf(() -> draft("x", List.of(), null))).isEqualTo("operations");
        assertThat(Refusals.fieldsOf(() -> draft(
                        "x",
                        IntStream.rangeClosed(1, 5_001)
                                .mapToObj(number -> World.create("s" + number, number))
                                .toList(),
                        null)))
                .isEqualTo("operations");
        assertThat(Refusals.fieldsOf(() -> draft("x", List.of(step, step), null)))
                .isEqualTo("operations.id");
        assertThat(Refusals.fieldsOf(() -> draft("x", List.of(step), " "))).isEqualTo("idempotencyKey");
        assertThat(Refusals.fieldsOf(() -> draft("x", List.of(step), "k".repeat(501))))
                .isEqualTo("idempotencyKey");
    }

    @Test
    void findingsShowFiftyAndCountAll() {
        Findings findings = new Findings();
        for (int index = 0; index < 51; index++) {
            findings.add(new Finding(Kind.LOSS, null, null, null, "f" + index));
        }

        assertThat(findings.shown())
                .hasSize(50)
                .first()
                .extracting(Finding::text)
                .isEqualTo("f0");
        assertThat(findings.count()).isEqualTo(51);
    }

    private static PlanDraft draft(String summary, List<Step> steps, @Nullable String key) {
        return new PlanDraft(summary, steps, null, key);
    }

    private static List<Step> steps(String json) {
        return PlanJson.steps(new Params("", Json.readObject(json)));
    }
}
