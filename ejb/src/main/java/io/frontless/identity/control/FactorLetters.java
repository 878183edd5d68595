package io.frontless.identity.control;

import io.frontless.identity.control.Links.Letter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Tells people by mail what became of the ways to sign in to their account, in case it was not they who did it. */
@Dependent
public class FactorLetters {

    private final Links links;
    private final IdentityConfig config;

    @Inject
    public FactorLetters(Links links, IdentityConfig config) {
        this.links = links;
        this.config = config;
    }

    /** {@code what} is a sentence without its stop, such as "A passkey was added". */
    void tell(Person person, String what) {
        links.tell(
                person.email(),
                new Letter(
                        "How you sign in to Frontless was changed",
                        "Hello " + person.name() + ",\n\n" + what
                                + ".\n\nIf that was not you, set a new password at once, by \"Forgotten password\" on the"
                                + " sign-in page, and look at " + config.publicUrl() + "/security\n"));
    }
}
