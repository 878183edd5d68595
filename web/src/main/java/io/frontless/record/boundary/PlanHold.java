package io.frontless.record.boundary;

import io.frontless.approval.control.ApprovalView;
import io.frontless.approval.control.ApprovalView.Decided;

/**
 * What a plan waits for beside its own person, on its card.
 *
 * @param text in words; nothing where it waits for nobody
 * @param asks whether an approval can be asked for
 * @param withdraws whether what was asked for can be taken back
 * @param confirms whether the plan can be confirmed
 */
public record PlanHold(String text, boolean asks, boolean withdraws, boolean confirms) {

    /** A plan that waits for nobody else. */
    static final PlanHold NONE = new PlanHold("", false, false, true);

    private static final String RULE = "This cannot be undone, so another person has to approve it";

    /** Of a plan whose approval was not asked for. */
    static PlanHold unasked(boolean somebody) {
        return somebody
                ? new PlanHold(RULE + ".", true, false, false)
                : new PlanHold(
                        RULE
                                + ", and nobody else here may: invite somebody, and give them a role with the right to approve.",
                        false,
                        false,
                        false);
    }

    /** Of one whose approval was asked for and not taken back. */
    static PlanHold of(ApprovalView approval) {
        Decided decided = approval.decided();
        String name = decided == null ? "" : decided.name();
        String because = decided == null || decided.reason() == null ? "." : ": " + decided.reason();
        return switch (approval.state()) {
            case PENDING -> new PlanHold("Waits for another person’s approval.", false, true, false);
            case APPROVED -> new PlanHold("Approved by " + name + because, false, false, true);
            case LAPSED -> new PlanHold(name + " has approved it, and may not any more.", true, false, false);
            case REFUSED -> new PlanHold("Refused by " + name + because, false, false, false);
            case WITHDRAWN, EXPIRED, DISCARDED, EXECUTED -> NONE;
        };
    }
}
