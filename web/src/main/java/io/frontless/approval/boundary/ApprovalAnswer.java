package io.frontless.approval.boundary;

import io.frontless.approval.control.ApprovalView;
import io.frontless.approval.control.ApprovalView.Decided;
import io.frontless.boundary.JsonAnswer;
import io.frontless.engine.boundary.PlanAnswer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An approval as clients see it. */
final class ApprovalAnswer {

    private ApprovalAnswer() {}

    /** The approval with its plan, whose preview is what is decided about. */
    static JsonAnswer of(ApprovalView approval) {
        return line(approval).with("plan", PlanAnswer.of(approval.plan()).map());
    }

    /** The approval in a list. */
    static JsonAnswer line(ApprovalView approval) {
        return new JsonAnswer()
                .with("planId", approval.plan().planId())
                .with("summary", approval.plan().summary())
                .with("rows", approval.plan().rows())
                .with("hash", approval.plan().hash())
                .with("state", approval.state().name())
                .with(
                        "requestedBy",
                        person(approval.asked().by(), approval.asked().name()))
                .with("requestedAt", approval.asked().at())
                .with("expiresAt", approval.plan().expiresAt())
                .with("decision", decision(approval.decided()))
                .with("own", approval.own())
                .with("mayDecide", approval.mayDecide());
    }

    private static @Nullable Map<String, @Nullable Object> decision(@Nullable Decided decided) {
        return decided == null
                ? null
                : new JsonAnswer()
                        .with("by", person(decided.by(), decided.name()))
                        .with("at", decided.at())
                        .with("reason", decided.reason())
                        .map();
    }

    private static Map<String, @Nullable Object> person(Object id, String name) {
        return new JsonAnswer().with("id", id).with("name", name).map();
    }
}
