package io.frontless.assistant.model;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A ledger that remembers, and can be closed as if the budget were spent. */
final class Book implements Ledger {

    private final List<String> lines = new ArrayList<>();
    private final List<String> bodies = new ArrayList<>();
    private boolean open = true;

    /** What came of each request: the outcome, and the tokens in each direction where they are known. */
    List<String> lines() {
        return lines;
    }

    /** What was to be sent. */
    List<String> bodies() {
        return bodies;
    }

    void close() {
        open = false;
    }

    @Override
    public UUID sending(Sent sent) {
        if (!open) {
            throw new NoAnswer("the budget is spent");
        }
        bodies.add(sent.body());
        return new UUID(0, bodies.size());
    }

    @Override
    public void answered(UUID requestId, Sent sent, String outcome, long tokensIn, long tokensOut) {
        lines.add(outcome + " " + tokensIn + " " + tokensOut);
    }

    @Override
    public void failed(UUID requestId, String outcome) {
        lines.add(outcome);
    }
}
