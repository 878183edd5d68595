package io.frontless.identity.control;

import java.time.Duration;

/**
 * What may be tried so often and no more, each counted for all nodes together. Those of an address are for one account, whether it exists or not;
 * those of a client are for one network address, and {@link IdentityConfig#clientFactor} raises them where many people share one.
 */
public enum Permit {
    /** Passwords for one address, by whoever has not signed in to it before: a thousand a day get nowhere with 12 characters. */
    SIGN_IN_ADDRESS(10, Duration.ofMinutes(15), false),
    /** Passwords for one address by a browser that has signed in to it before; guesses from elsewhere do not use these up. */
    SIGN_IN_DEVICE(10, Duration.ofMinutes(15), false),
    /** Passwords of one client for all addresses: a password tried on many accounts is a guess too. */
    SIGN_IN_CLIENT(100, Duration.ofMinutes(15), true),
    /** Registrations of one address: each is a mail. */
    REGISTER_ADDRESS(5, Duration.ofHours(1), false),
    /** Registrations of one client: each costs a bcrypt hash. */
    REGISTER_CLIENT(30, Duration.ofHours(1), true),
    /** Mails to one address for a forgotten password or a new address. */
    MAIL_ADDRESS(5, Duration.ofHours(1), false),
    /** The same of one client. */
    MAIL_CLIENT(30, Duration.ofHours(1), true),
    /** Mailed tokens that one client shows: 256 bits are not guessed, but trying costs the server something. */
    LINK_CLIENT(60, Duration.ofMinutes(15), true),
    /** Present passwords that a signed-in person repeats before a change: a session left open is not a password. */
    REPEAT_PASSWORD(10, Duration.ofMinutes(15), false),
    /** Second factors of one account: of a million codes, three are right at a time. */
    SECOND_FACTOR(10, Duration.ofMinutes(15), false),
    /** Challenges that one client asks for to sign in with a passkey: each is a row, until it expires. */
    PASSKEY_CLIENT(100, Duration.ofMinutes(15), true),
    /** The same of one account, for a second factor, a confirmation or a new passkey. */
    PASSKEY_ACCOUNT(60, Duration.ofMinutes(15), false),
    /** Invitations that one account accepts, rightly or not. */
    ACCEPT_ACCOUNT(30, Duration.ofMinutes(15), false),
    /** Exchanges of one API key for a token, which lives for minutes. */
    TOKEN_KEY(60, Duration.ofMinutes(1), false),
    /** Exchanges of one client. */
    TOKEN_CLIENT(300, Duration.ofMinutes(1), true);

    private final int most;
    private final Duration period;
    private final boolean ofClient;

    Permit(int most, Duration period, boolean ofClient) {
        this.most = most;
        this.period = period;
        this.ofClient = ofClient;
    }

    /** How many there are in a period. */
    public int most() {
        return most;
    }

    /** How long it is, from the first that is taken, until there are new ones. */
    public Duration period() {
        return period;
    }

    /** Whether it is counted for a network address. */
    public boolean ofClient() {
        return ofClient;
    }
}
