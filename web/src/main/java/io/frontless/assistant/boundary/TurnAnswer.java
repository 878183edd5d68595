package io.frontless.assistant.boundary;

import io.frontless.assistant.control.EditableValue;
import io.frontless.assistant.control.Explanation;
import io.frontless.assistant.control.Origin;
import io.frontless.assistant.control.TurnView;
import io.frontless.assistant.control.TurnView.Reply;
import io.frontless.boundary.JsonAnswer;
import io.frontless.engine.boundary.PlanAnswer;
import io.frontless.event.boundary.EventAnswer;
import io.frontless.record.boundary.RecordAnswer;
import io.frontless.schema.boundary.EntityAnswer;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A turn as clients see it; {@code kind} tells which of the other names a reply has. */
public final class TurnAnswer {

    private TurnAnswer() {}

    /** The turn. */
    public static JsonAnswer of(TurnView turn) {
        return new JsonAnswer()
                .with("conversationId", turn.conversationId())
                .with("turnId", turn.turnId())
                .with("said", turn.said())
                .with("saidAt", turn.saidAt())
                .with("reply", reply(turn.reply()).map())
                .with("followUps", turn.followUps());
    }

    private static JsonAnswer reply(Reply reply) {
        if (reply instanceof Reply.Plan plan) {
            return kind("plan")
                    .with("plan", PlanAnswer.of(plan.plan()).map())
                    .with("why", why(plan.why()))
                    .with(
                            "values",
                            plan.values().stream().map(TurnAnswer::value).toList());
        }
        if (reply instanceof Reply.Explained explained) {
            return kind("explained")
                    .with("planId", explained.planId())
                    .with("text", explained.summary())
                    .with("why", why(explained.why()));
        }
        if (reply instanceof Reply.Records found) {
            return kind("records")
                    .with("text", found.heading())
                    .with("total", found.total())
                    .with("records", all(found.records(), RecordAnswer::of));
        }
        if (reply instanceof Reply.Summary summary) {
            return kind("summary")
                    .with("text", summary.heading())
                    .with("columns", summary.columns())
                    .with("groupedBy", summary.groupedBy())
                    .with("rows", summary.rows());
        }
        if (reply instanceof Reply.Past past) {
            return kind("past")
                    .with("text", past.heading())
                    .with("at", past.at())
                    .with("all", past.all())
                    .with("entity", EntityAnswer.of(past.entity()).map())
                    .with("records", all(past.records(), RecordAnswer::of));
        }
        if (reply instanceof Reply.Changes changes) {
            return kind("changes")
                    .with("text", changes.heading())
                    .with("events", all(changes.events(), EventAnswer::of));
        }
        if (reply instanceof Reply.Entities entities) {
            return kind("entities").with("entities", all(entities.entities(), EntityAnswer::of));
        }
        if (reply instanceof Reply.Question question) {
            return kind("question").with("text", question.text()).with("options", question.options());
        }
        if (reply instanceof Reply.Refusal refusal) {
            return kind("refusal").with("text", refusal.message()).with("examples", refusal.examples());
        }
        return kind("text").with("text", ((Reply.Text) reply).text());
    }

    private static Map<String, @Nullable Object> why(Explanation why) {
        return new JsonAnswer()
                .with("reader", why.reader().isEmpty() ? null : why.reader())
                .with("lines", why.lines())
                .with("origins", why.origins().stream().map(TurnAnswer::origin).toList())
                .map();
    }

    private static Map<String, @Nullable Object> origin(Origin origin) {
        return new JsonAnswer()
                .with("step", origin.step())
                .with("recordId", origin.recordId())
                .with("field", origin.field())
                .with("source", origin.source().name())
                .with("record", origin.record().isEmpty() ? null : origin.record())
                .map();
    }

    private static Map<String, @Nullable Object> value(EditableValue value) {
        return new JsonAnswer()
                .with("step", value.step())
                .with("field", value.field())
                .with("label", value.label())
                .with("value", value.text())
                .map();
    }

    private static JsonAnswer kind(String kind) {
        return new JsonAnswer().with("kind", kind);
    }

    private static <T> List<Map<String, @Nullable Object>> all(List<T> items, Function<T, JsonAnswer> answer) {
        return items.stream().map(item -> answer.apply(item).map()).toList();
    }
}
