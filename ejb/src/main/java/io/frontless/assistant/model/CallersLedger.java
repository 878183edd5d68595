package io.frontless.assistant.model;

import io.frontless.assistant.entity.ModelRequestRows.Spent;
import io.frontless.kernel.Rejection;
import io.frontless.workspace.control.Caller;
import java.util.UUID;

/** The ledger as one turn of a caller's conversation writes it. */
public record CallersLedger(ModelLedger ledger, Caller caller, UUID conversationId) implements Ledger {

    @Override
    public UUID sending(Sent sent) {
        try {
            return ledger.sending(caller, conversationId, sent);
        } catch (Rejection refused) {
            throw new NoAnswer(refused.message());
        }
    }

    @Override
    public void answered(UUID requestId, Sent sent, String outcome, long tokensIn, long tokensOut) {
        ledger.answered(caller, requestId, sent, outcome, new Spent(tokensIn, tokensOut, 0));
    }

    @Override
    public void failed(UUID requestId, String outcome) {
        ledger.failed(caller, requestId, outcome);
    }
}
