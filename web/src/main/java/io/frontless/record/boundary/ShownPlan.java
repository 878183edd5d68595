package io.frontless.record.boundary;

import io.frontless.engine.control.Confirmation;
import io.frontless.engine.control.PlanView;
import io.frontless.kernel.Rejection;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a person saw of a plan when pressing Confirm, as its button sends it: executing anything else is refused. */
public record ShownPlan(UUID planId, long rows, String hash) {

    private static final Pattern FORM = Pattern.compile("([0-9a-f-]{36})_([0-9]{1,18})_([0-9a-f]{1,64})");

    /** What this card shows. */
    static ShownPlan of(PlanView plan) {
        return new ShownPlan(plan.planId(), plan.rows(), plan.hash());
    }

    /** Reads what {@link #toString} wrote, or refuses it as INVALID. */
    public static ShownPlan parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw Rejection.invalid("confirm", "the plan as it was shown", text);
        }
        return new ShownPlan(UUID.fromString(parts.group(1)), Long.parseLong(parts.group(2)), parts.group(3));
    }

    /** The confirmation of exactly this. */
    public Confirmation confirmation() {
        return new Confirmation(rows, hash);
    }

    @Override
    public String toString() {
        return planId + "_" + rows + "_" + hash;
    }
}
