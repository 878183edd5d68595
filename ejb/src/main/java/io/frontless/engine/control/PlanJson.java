package io.frontless.engine.control;

import io.frontless.engine.control.Findings.Finding;
import io.frontless.engine.control.PlanView.ChangeView;
import io.frontless.kernel.Json;
import io.frontless.kernel.Rejection;
import io.frontless.operation.Params;
import io.frontless.operation.Step;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Plans and previews to and from JSON, for storing them and for clients that send them. */
public final class PlanJson {

    private PlanJson() {}

    /** Reads {@code operations: [{id, op, params, expectVersion?}]}; ids may be left out and are then s1, s2, … */
    public static List<Step> steps(Params plan) {
        List<Step> steps = new ArrayList<>();
        for (Params operation : plan.objects("operations")) {
            Step step = new Step(
                    operation.optionalText("id").orElse("s" + (steps.size() + 1)),
                    operation.text("op"),
                    operation.map("params"),
                    operation
                            .optionalNumber("expectVersion")
                            .map(PlanJson::version)
                            .orElse(null),
                    null);
            operation.requireAllRead();
            steps.add(step);
        }
        return steps;
    }

    static String write(List<Step> steps) {
        return Json.write(Map.of("steps", steps.stream().map(PlanJson::step).toList()));
    }

    /** The same text for the same steps, also after a restart: the order within many maps is another one in each process. */
    static String canonical(List<Step> steps) {
        return Json.canonical(Map.of("steps", steps.stream().map(PlanJson::step).toList()));
    }

    static List<Step> readStored(String json) {
        List<Step> steps = new ArrayList<>();
        for (Params step : new Params("", Json.readObject(json)).objects("steps")) {
            steps.add(new Step(
                    step.text("id"),
                    step.text("op"),
                    step.map("params"),
                    step.optionalNumber("expectVersion")
                            .map(BigDecimal::longValueExact)
                            .orElse(null),
                    step.optionalId("undoes").orElse(null)));
        }
        return steps;
    }

    static String write(Assessment assessment) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("risk", assessment.risk().name());
        json.put("rows", assessment.rows());
        json.put("changeCount", assessment.changeCount());
        json.put("changes", assessment.shown().stream().map(PlanJson::change).toList());
        json.put(
                "findings",
                assessment.findings().stream().map(PlanJson::finding).toList());
        json.put("findingCount", assessment.findingCount());
        return Json.write(json);
    }

    static Assessment readPreview(String json, String hash) {
        Params preview = new Params("", Json.readObject(json));
        return new Assessment(
                Risk.valueOf(preview.text("risk")),
                preview.optionalNumber("rows").map(BigDecimal::longValueExact).orElse(0L),
                preview.objects("changes").stream().map(PlanJson::change).toList(),
                preview.optionalNumber("changeCount")
                        .map(BigDecimal::intValueExact)
                        .orElse(0),
                preview.objects("findings").stream().map(PlanJson::finding).toList(),
                preview.optionalNumber("findingCount")
                        .map(BigDecimal::longValueExact)
                        .orElse(0L),
                hash);
    }

    private static Long version(BigDecimal number) {
        try {
            return number.longValueExact();
        } catch (ArithmeticException e) {
            throw Rejection.invalid("expectVersion", "a whole number", number);
        }
    }

    private static Map<String, @Nullable Object> step(Step step) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", step.id());
        json.put("op", step.op());
        json.put("params", step.params());
        json.put("expectVersion", step.expectVersion());
        json.put("undoes", step.undoes());
        return json;
    }

    private static Map<String, @Nullable Object> change(ChangeView change) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("step", change.step());
        json.put("action", change.action());
        json.put("entity", change.entity());
        json.put("recordId", change.recordId());
        json.put("title", change.title());
        json.put("before", change.before());
        json.put("after", change.after());
        json.put("titles", change.titles());
        return json;
    }

    private static Map<String, @Nullable Object> finding(Finding finding) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("kind", finding.kind().name());
        json.put("eventId", finding.eventId());
        json.put("entity", finding.entity());
        json.put("recordId", finding.recordId());
        json.put("text", finding.text());
        return json;
    }

    private static Finding finding(Params json) {
        return new Finding(
                Findings.Kind.valueOf(json.text("kind")),
                json.optionalId("eventId").orElse(null),
                json.optionalText("entity").orElse(null),
                json.optionalId("recordId").orElse(null),
                json.longText("text"));
    }

    private static ChangeView change(Params json) {
        Map<String, String> titles = new LinkedHashMap<>();
        json.map("titles").forEach((id, title) -> titles.put(id, String.valueOf(title)));
        return new ChangeView(
                json.text("step"),
                json.text("action"),
                json.optionalText("entity").orElse(null),
                json.optionalId("recordId").orElse(null),
                json.text("title"),
                json.optionalMap("before").orElse(null),
                json.optionalMap("after").orElse(null),
                titles);
    }
}
