package io.frontless.approval.boundary;

import io.frontless.approval.control.ApprovalView;
import io.frontless.approval.control.ApprovalView.Decided;
import io.frontless.record.boundary.TimeText;
import java.util.Objects;

/**
 * An approval as the page lists it.
 *
 * @param state how it stands, in words
 * @param by who has decided it, and when; nothing where nobody has
 * @param mine whether the person has decided it and can take that back
 */
public record ApprovalLine(
        String plan, String summary, String asked, String state, String by, String reason, boolean mine) {

    static ApprovalLine of(ApprovalView approval, boolean mine) {
        Decided decided = approval.decided();
        return new ApprovalLine(
                approval.plan().planId().toString(),
                approval.plan().summary(),
                approval.asked().name() + ", "
                        + TimeText.minute(approval.asked().at()),
                state(approval),
                decided == null ? "" : decided.name() + ", " + TimeText.minute(decided.at()),
                decided == null ? "" : Objects.requireNonNullElse(decided.reason(), ""),
                mine);
    }

    private static String state(ApprovalView approval) {
        return switch (approval.state()) {
            case PENDING -> "Waits";
            case APPROVED -> "Approved";
            case LAPSED -> "Approved by somebody who may not any more";
            case REFUSED -> "Refused";
            case WITHDRAWN -> "Not asked for any more";
            case EXPIRED -> "Expired";
            case DISCARDED -> "Discarded";
            case EXECUTED -> "Done";
        };
    }
}
