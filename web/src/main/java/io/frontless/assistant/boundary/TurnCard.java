package io.frontless.assistant.boundary;

import io.frontless.assistant.control.EditableValue;
import io.frontless.assistant.control.Explanation;
import io.frontless.assistant.control.Origin;
import io.frontless.assistant.control.TurnView;
import io.frontless.assistant.control.TurnView.Reply;
import io.frontless.engine.control.PlanView;
import io.frontless.event.control.EventView;
import io.frontless.record.boundary.EventLine;
import io.frontless.record.boundary.Origins;
import io.frontless.record.boundary.PlanCard;
import io.frontless.record.boundary.RecordGrid;
import io.frontless.record.boundary.TimeText;
import io.frontless.record.boundary.ValueText;
import io.frontless.record.control.RecordView;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A turn as the page shows it.
 *
 * @param kind which part shows the answer: {@code plan}, {@code explained}, {@code text}, {@code records}, {@code summary}, {@code past}, {@code changes}, {@code entities},
 *     {@code question} or {@code refusal}
 * @param answer what that part shows
 * @param followUps sentences that go on from it
 */
public record TurnCard(String said, String moment, String clock, String kind, Object answer, List<String> followUps) {

    /** A conversation stays readable; the table has the rest. */
    private static final int RECORDS_SHOWN = 20;

    /** A plan's card, why it says what it says, and what of it can be changed. */
    public record PlanTurn(PlanCard card, List<String> why, List<EditableValue> values) {}

    /** Records under a heading, with how many of how many they are. */
    public record RecordsCard(String heading, RecordGrid grid, String tally) {}

    /** Numbers under a heading, each row the text of its cells, and as a chart where that can be looked at. */
    public record SummaryCard(
            String heading,
            List<String> columns,
            List<List<String>> rows,
            @Nullable BarChart chart) {}

    /** Records as they were at a moment, under a heading, with how many they are. */
    public record PastCard(String heading, String at, String moment, RecordGrid grid, String tally) {}

    /** Events under a heading. */
    public record ChangesCard(String heading, List<EventLine> events) {}

    /** What it takes to put answers into words. */
    record Words(BiFunction<PlanView, Origins, PlanCard> plans, Function<List<EventView>, List<EventLine>> events) {}

    static TurnCard of(TurnView turn, Words words) {
        Reply reply = turn.reply();
        return new TurnCard(
                turn.said(),
                turn.saidAt().toString(),
                TimeText.clock(turn.saidAt()),
                kind(reply),
                answer(reply, words),
                turn.followUps());
    }

    private static String kind(Reply reply) {
        return reply.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private static Object answer(Reply reply, Words words) {
        if (reply instanceof Reply.Plan plan) {
            PlanCard card = words.plans().apply(plan.plan(), origins(plan.why()));
            return new PlanTurn(card, plan.why().lines(), plan.values());
        }
        if (reply instanceof Reply.Records records) {
            List<RecordView> shown = records.records()
                    .subList(0, Math.min(RECORDS_SHOWN, records.records().size()));
            String tally = ValueText.count(shown.size()) + " of " + ValueText.count(records.total());
            return new RecordsCard(records.heading(), RecordGrid.of(records.entity(), shown), tally);
        }
        if (reply instanceof Reply.Summary summary) {
            List<List<String>> rows = summary.rows().stream()
                    .map(row -> row.stream().map(ValueText::of).toList())
                    .toList();
            return new SummaryCard(
                    summary.heading(),
                    summary.columns(),
                    rows,
                    BarChart.of(summary).orElse(null));
        }
        if (reply instanceof Reply.Past past) {
            String tally = ValueText.count(past.records().size(), "record") + (past.all() ? "" : ", and more");
            return new PastCard(
                    past.heading(),
                    past.at().toString(),
                    TimeText.minute(past.at()),
                    RecordGrid.of(past.entity(), past.records()),
                    tally);
        }
        if (reply instanceof Reply.Changes changes) {
            return new ChangesCard(changes.heading(), words.events().apply(changes.events()));
        }
        return reply;
    }

    private static Origins origins(Explanation why) {
        return (change, field) -> why.origins().stream()
                .filter(origin -> origin.step().equals(change.step())
                        && Objects.equals(origin.recordId(), change.recordId())
                        && origin.field().equals(field))
                .findFirst()
                .map(Origin::text)
                .orElse("");
    }
}
