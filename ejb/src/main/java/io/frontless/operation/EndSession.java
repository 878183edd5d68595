package io.frontless.operation;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Ends a session of the caller's account. */
public record EndSession(UUID session, Cause cause) implements Operation {

    /** The name in plans and events. */
    public static final String NAME = "session.end";

    static final Reversal REVERSAL = Reversal.NONE;

    /** Why it ended. Stored by name in events, so none is ever renamed. */
    public enum Cause {
        /** Its person signed out. */
        SIGNED_OUT,
        /** Its person ended it from elsewhere. */
        REVOKED,
        /** A token came that had been replaced before: somebody else may have it. */
        REPLAYED,
        /** Its person has so many newer ones. */
        DISPLACED,
        /** The password or a second factor was changed. */
        CREDENTIAL_CHANGED,
        /** Its person was taken out of the workspace whose provider had opened it. */
        DEPROVISIONED,
        /** Its person signed in anew from where it was in use. */
        REPLACED
    }

    static EndSession from(Params params) {
        return new EndSession(params.id("session"), params.choice("cause", Cause.class));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, @Nullable Object> params() {
        return Map.of("session", session.toString(), "cause", cause.name().toLowerCase(Locale.ROOT));
    }

    @Override
    public Reversal reversal() {
        return REVERSAL;
    }

    @Override
    public Permission permission() {
        return Permission.MANAGE_ACCOUNT;
    }
}
