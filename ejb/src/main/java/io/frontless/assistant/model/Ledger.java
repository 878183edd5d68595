package io.frontless.assistant.model;

import io.frontless.assistant.control.PlanningRequest.Mention;
import java.util.List;
import java.util.UUID;

/** Where what is sent is written down before it is sent, and counted against a budget. What cannot be written down is not sent. */
public interface Ledger {

    /** What is about to be sent, of which records it tells something, and how many tokens it may take in each direction. */
    record Sent(ModelProvider provider, String body, List<Mention> records, long tokensIn, long tokensOut) {}

    /** Takes it from the budget and writes it down; LIMIT where the budget does not hold it. */
    UUID sending(Sent sent);

    /** What came of it, with the tokens that it did take. */
    void answered(UUID requestId, Sent sent, String outcome, long tokensIn, long tokensOut);

    /** What became of it, where nobody knows how many tokens it took: those that it might have stay taken. */
    void failed(UUID requestId, String outcome);
}
