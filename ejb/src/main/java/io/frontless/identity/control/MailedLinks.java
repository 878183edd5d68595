package io.frontless.identity.control;

import io.frontless.vault.control.Digests;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Links that are mailed: made of the configured address, never of a request's, and of a token of which only the hash is kept. */
@Dependent
public class MailedLinks {

    private final IdentityConfig config;

    @Inject
    public MailedLinks(IdentityConfig config) {
        this.config = config;
    }

    /** A link that was just made; the address holds the token, the hash is in hexadecimal. */
    public record MailedLink(String address, String tokenHash) {}

    /** A new link to a page, such as {@code /invitation}. */
    public MailedLink to(String page) {
        String token = Digests.newToken();
        return new MailedLink(config.publicUrl() + page + "?token=" + token, Digests.sha256Hex(token));
    }

    /** What is kept of a token that somebody brings. */
    public static String hash(String token) {
        return Digests.sha256Hex(token);
    }
}
