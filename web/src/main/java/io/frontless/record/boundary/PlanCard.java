package io.frontless.record.boundary;

import io.frontless.engine.control.PlanView;
import io.frontless.engine.control.PlanView.ChangeView;
import io.frontless.engine.control.Risk;
import io.frontless.operation.Operations;
import io.frontless.schema.control.SchemaView;
import java.util.List;

/**
 * A plan as a card: what it would do, how far it reaches, and what can be done with it.
 *
 * @param lines the first changes; {@code more} says how many others there are, or nothing
 * @param tally what it touches, such as {@code 1 row in Invoice}
 * @param subject what it is about beside records; nothing where that is records alone
 * @param confirm what the button says, with the number of rows
 * @param undoable whether it can be taken back once it is done
 * @param hold what it waits for beside its own person
 * @param shown what the button sends: the plan, and the rows and the hash that the person saw
 */
public record PlanCard(
        String planId,
        String summary,
        State state,
        Risk risk,
        List<ChangeLine> lines,
        String more,
        String tally,
        String subject,
        String confirm,
        boolean undoable,
        PlanHold hold,
        String shown) {

    /** What has become of a plan: an executed one may have been undone, a proposed one may have expired. */
    public enum State {
        PROPOSED,
        EXPIRED,
        DISCARDED,
        DONE,
        UNDONE
    }

    static PlanCard of(PlanView plan, State state, SchemaView schema, Origins origins, PlanHold hold) {
        String subject = PlanSubject.of(plan);
        long hidden = plan.changeCount() - (long) plan.changes().size();
        return new PlanCard(
                plan.planId().toString(),
                plan.summary(),
                state,
                plan.risk(),
                plan.changes().stream()
                        .flatMap(change -> ChangeLine.of(change, schema, origins).stream())
                        .toList(),
                hidden == 0 ? "" : ValueText.count(hidden, "more change") + ", not shown here",
                tally(plan, subject, schema),
                subject,
                confirm(plan, subject),
                plan.changes().stream().allMatch(change -> Operations.reversalOf(change.action())
                        .isUndoable()),
                hold,
                ShownPlan.of(plan).toString());
    }

    /** Whether it can still be confirmed. */
    public boolean proposed() {
        return state == State.PROPOSED;
    }

    /** Whether it was executed and still stands. */
    public boolean done() {
        return state == State.DONE;
    }

    /** What has become of it, in a word. */
    public String stateText() {
        return switch (state) {
            case PROPOSED -> "Proposed";
            case EXPIRED -> "Expired";
            case DISCARDED -> "Discarded";
            case DONE -> "Done";
            case UNDONE -> "Undone";
        };
    }

    /** The style of the badge that tells the risk. */
    public String badge() {
        return switch (risk) {
            case REVERSIBLE -> "reversible";
            case SCHEMA -> "schema";
            case BULK, IRREVERSIBLE -> "bulk";
        };
    }

    /** The symbol of that badge. */
    public String icon() {
        return switch (risk) {
            case REVERSIBLE -> "undo";
            case SCHEMA -> "columns";
            case BULK -> "layers";
            case IRREVERSIBLE -> "alert";
        };
    }

    /** The words of that badge. */
    public String riskText() {
        return switch (risk) {
            case REVERSIBLE -> "Reversible";
            case SCHEMA -> "Changes " + subject;
            case BULK -> "Bulk change";
            case IRREVERSIBLE -> "Cannot be undone";
        };
    }

    private static String tally(PlanView plan, String subject, SchemaView schema) {
        List<String> entities = plan.changes().stream()
                .map(ChangeView::entity)
                .map(entity -> FieldText.label(entity, schema))
                .filter(label -> !label.isEmpty())
                .distinct()
                .toList();
        String what = plan.rows() == 0 && !subject.isEmpty()
                ? ValueText.count(plan.changeCount(), "change") + " of " + subject
                : ValueText.count(plan.rows(), "row");
        return entities.size() == 1 ? what + " in " + entities.get(0) : what;
    }

    private static String confirm(PlanView plan, String subject) {
        String rows = ValueText.count(plan.rows(), "row");
        if (subject.isEmpty()) {
            return "Confirm " + rows;
        }
        return "Confirm change of " + subject + (plan.rows() == 0 ? "" : ", " + rows);
    }
}
