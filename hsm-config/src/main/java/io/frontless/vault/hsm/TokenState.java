package io.frontless.vault.hsm;

/** How it stands with the token, and why, in a sentence for whoever operates the product; it never carries a secret. */
public record TokenState(Condition condition, String reason) {

    /** From best to worst. */
    public enum Condition {
        /** Nobody has used it yet. */
        UNOPENED,
        /** Logged in, and it has done what it was last asked to do. */
        OPEN,
        /** It takes longer than it may: what needs it is refused until it has answered again. */
        SLOW,
        /** It does not answer; it is tried again by itself. */
        LOST,
        /** It refuses the PIN, or is locked: it is tried again only with another PIN, or when told to. */
        REFUSED,
        /** The library does not recover within this process. */
        RESTART_NEEDED
    }

    static final TokenState UNOPENED = new TokenState(Condition.UNOPENED, "not used yet");
    static final TokenState OPEN = new TokenState(Condition.OPEN, "open");

    /** Whether the vault can work. */
    public boolean usable() {
        return condition == Condition.OPEN;
    }
}
