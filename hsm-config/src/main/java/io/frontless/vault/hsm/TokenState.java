package io.frontless.vault.hsm;

import io.frontless.vault.hsm.TokenException.Reason;
import java.util.Optional;

/**
 * How it stands with the token.
 *
 * @param cause what went wrong, if anything did: for everybody
 * @param reason the same in a sentence for whoever operates the product; it may name files, and never carries a secret
 */
public record TokenState(Condition condition, Optional<Reason> cause, String reason) {

    /** From best to worst. */
    public enum Condition {
        /** Nobody has used it yet. */
        UNOPENED,
        /** Logged in, and it has done what it was last asked to do. */
        OPEN,
        /** It works, but lacks a key that the vault needs. */
        INCOMPLETE,
        /** It takes longer than it may: what needs it is refused until it has answered again. */
        SLOW,
        /** It does not answer; it is tried again by itself. */
        LOST,
        /** It refuses the PIN, or is locked: it is tried again only with another PIN, or when told to. */
        REFUSED,
        /** The library does not recover within this process. */
        RESTART_NEEDED
    }

    static final TokenState UNOPENED = new TokenState(Condition.UNOPENED, Optional.empty(), "not used yet");
    static final TokenState OPEN = new TokenState(Condition.OPEN, Optional.empty(), "open");

    static TokenState of(Condition condition, TokenException e) {
        return new TokenState(condition, Optional.of(e.reason()), e.message());
    }

    /** Whether the vault can work. */
    public boolean usable() {
        return condition == Condition.OPEN;
    }
}
