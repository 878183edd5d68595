package io.frontless.approval.boundary;

import io.frontless.approval.control.ApprovalView;
import io.frontless.engine.control.PlanView.ChangeView;
import io.frontless.record.boundary.PlanCard;
import io.frontless.record.boundary.TimeText;
import java.util.Optional;
import java.util.UUID;

/**
 * An approval that waits for the person, with what it is about.
 *
 * @param asked who asks since when, in words
 * @param entity the table of the first record that changes; nothing where none does
 * @param record that record
 */
public record ApprovalCard(PlanCard plan, String asked, String entity, String record) {

    static ApprovalCard of(ApprovalView approval, PlanCard plan) {
        Optional<ChangeView> first = approval.plan().changes().stream()
                .filter(change -> change.recordId() != null)
                .findFirst();
        return new ApprovalCard(
                plan,
                approval.asked().name() + " asks since "
                        + TimeText.minute(approval.asked().at()) + "; it can be done until "
                        + TimeText.minute(approval.plan().expiresAt()) + ".",
                first.map(ChangeView::entity).orElse(""),
                first.map(ChangeView::recordId).map(UUID::toString).orElse(""));
    }
}
