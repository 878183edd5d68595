package io.frontless.operation;

import io.frontless.kernel.Rejection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells that a provider means a member by a subject (OpenID Connect Core §5.7); only its connection does, once the person has proved who they are. */
public record LinkIdentity(UUID provider, String issuer, String subject, UUID member) implements Operation {

    /** The name in plans and events. */
    public static final String NAME = "identity.link";

    static final Reversal REVERSAL = Reversal.EXACT;

    private static final int SUBJECT_CHARS_MAX = 255;

    public LinkIdentity {
        if (subject.isBlank() || subject.length() > SUBJECT_CHARS_MAX) {
            throw Rejection.invalid("subject", "1 to " + SUBJECT_CHARS_MAX + " characters", subject);
        }
    }

    static LinkIdentity from(Params params) {
        return new LinkIdentity(
                params.id("provider"), params.text("issuer"), params.text("subject"), params.id("member"));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, @Nullable Object> params() {
        return Map.of(
                "provider", provider.toString(), "issuer", issuer, "subject", subject, "member", member.toString());
    }

    @Override
    public Reversal reversal() {
        return REVERSAL;
    }

    @Override
    public Permission permission() {
        return Permission.MANAGE_ROLES;
    }
}
