package io.frontless.connection.control;

import io.frontless.kernel.Rejection;
import io.frontless.vault.control.Secret;
import java.nio.charset.StandardCharsets;

/** The tokens of a grant, while they are used; in the vault they are one secret, so that neither is ever kept without the other. */
public record Tokens(String access, String refresh) {

    /** In no token: RFC 6749 appendix A.12 and A.17 allow printable characters and blanks. */
    private static final String BETWEEN = "\n";

    public Tokens {
        if ((access + refresh).chars().anyMatch(Character::isISOControl)) {
            throw Rejection.invalid("token", "printable characters", "others");
        }
    }

    /** As the vault has kept them. */
    static Tokens of(byte[] kept) {
        String[] both = new String(kept, StandardCharsets.UTF_8).split(BETWEEN, 2);
        return new Tokens(both[1], both[0]);
    }

    /** For the vault; the caller closes it. */
    Secret secret() {
        return Secret.ofText(refresh + BETWEEN + access);
    }

    @Override
    public String toString() {
        return "Tokens";
    }
}
