package io.frontless.vault.hsm;

/** Wants to know when the token goes and comes; what it does must be short, must not fail, and must not use the token. */
public interface TokenListener {

    /** The token's keys can no longer be used: what was unwrapped by it may have to be forgotten. */
    void tokenGone(TokenState state);

    /** The token's keys can be used (again). */
    void tokenBack();
}
