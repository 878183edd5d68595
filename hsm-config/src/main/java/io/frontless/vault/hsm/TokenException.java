package io.frontless.vault.hsm;

/** What a token could not do, with a reason to act upon and a message for the operator; it never carries a secret. */
public final class TokenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why, in the words of the person who has to put it right. */
    public enum Reason {
        /** The PKCS#11 library, or a program that belongs to it, is not there or cannot be loaded. */
        LIBRARY_MISSING,
        /** No token, or more than one, has the label. */
        TOKEN_MISSING,
        /** The token cannot do what the configuration needs. */
        MECHANISM_MISSING,
        /** There is no PIN where it should come from, or others could read it there. */
        PIN_MISSING,
        /** The token refused the PIN; trying the same PIN again would lock it. */
        PIN_WRONG,
        /** The token accepts no PIN until its security officer has unlocked it. */
        PIN_LOCKED,
        /** The token does not hold the key that is asked for. */
        KEY_MISSING,
        /** What was wrapped, or what it is bound to, is not what it was. */
        TAMPERED,
        /** The token does not answer in time; it may do so later. */
        SLOW,
        /** The library does not recover within this process. */
        RESTART_NEEDED,
        /** The token does not answer, or not as it should; a new login may help. */
        UNAVAILABLE
    }

    private final Reason reason;
    private final String sentence;

    TokenException(Reason reason, String message) {
        super(message);
        this.reason = reason;
        this.sentence = message;
    }

    /** A failure whose cause the message cannot tell: the cause is for the log. */
    TokenException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
        this.sentence = message;
    }

    public Reason reason() {
        return reason;
    }

    /** What happened, for the operator. */
    public String message() {
        return sentence;
    }
}
