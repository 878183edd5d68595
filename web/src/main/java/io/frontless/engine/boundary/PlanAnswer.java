package io.frontless.engine.boundary;

import io.frontless.boundary.JsonAnswer;
import io.frontless.engine.control.Findings.Finding;
import io.frontless.engine.control.PlanView;
import io.frontless.engine.control.PlanView.ChangeView;
import io.frontless.vault.control.ApiSecret;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A plan as clients see it. */
public final class PlanAnswer {

    private PlanAnswer() {}

    /** The plan with its preview. */
    public static JsonAnswer of(PlanView plan) {
        return new JsonAnswer()
                .with("planId", plan.planId())
                .with("conversationId", plan.conversationId())
                .with("summary", plan.summary())
                .with("status", plan.status().name())
                .with("risk", plan.risk().name())
                .with("rows", plan.rows())
                .with("changeCount", plan.changeCount())
                .with("changes", plan.changes().stream().map(PlanAnswer::change).toList())
                .with("findingCount", plan.findingCount())
                .with(
                        "findings",
                        plan.findings().stream().map(PlanAnswer::finding).toList())
                .with("hash", plan.hash())
                .with("createdAt", plan.createdAt())
                .with("expiresAt", plan.expiresAt());
    }

    /** The plan just executed, with the secrets of the API keys that it has made: this answer alone tells them. */
    static JsonAnswer of(PlanView executed, Map<UUID, ApiSecret> secrets) {
        JsonAnswer answer = of(executed);
        return secrets.isEmpty()
                ? answer
                : answer.with(
                        "secrets",
                        secrets.entrySet().stream()
                                .map(made -> new JsonAnswer()
                                        .with("key", made.getKey())
                                        .with("secret", made.getValue().text())
                                        .map())
                                .toList());
    }

    private static Map<String, @Nullable Object> finding(Finding finding) {
        return new JsonAnswer()
                .with("kind", finding.kind().name())
                .with("eventId", finding.eventId())
                .with("entity", finding.entity())
                .with("recordId", finding.recordId())
                .with("text", finding.text())
                .map();
    }

    private static Map<String, @Nullable Object> change(ChangeView change) {
        return new JsonAnswer()
                .with("step", change.step())
                .with("action", change.action())
                .with("entity", change.entity())
                .with("recordId", change.recordId())
                .with("title", change.title())
                .with("before", change.before())
                .with("after", change.after())
                .map();
    }
}
