package io.frontless.approval.boundary;

import io.frontless.approval.control.ApprovalView;
import io.frontless.record.boundary.PlanCard;
import io.frontless.record.boundary.TimeText;

/**
 * An approval that waits for the person, with what it is about.
 *
 * @param asked who asks since when, in words
 */
public record ApprovalCard(PlanCard plan, String asked) {

    static ApprovalCard of(ApprovalView approval, PlanCard plan) {
        return new ApprovalCard(
                plan,
                approval.asked().name() + " asks since "
                        + TimeText.minute(approval.asked().at()) + "; it can be done until "
                        + TimeText.minute(approval.plan().expiresAt()) + ".");
    }
}
