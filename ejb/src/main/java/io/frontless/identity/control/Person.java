package io.frontless.identity.control;

import io.frontless.kernel.Actor;
import io.frontless.workspace.control.Access;
import io.frontless.workspace.control.Caller;
import java.util.UUID;

/** A person with an account. */
public record Person(UUID accountId, String email, String name) {

    /** The person as the log knows them. */
    public Actor actor() {
        return Actor.person(accountId, name);
    }

    /** The person as somebody for whom others act. */
    public Actor.Principal principal() {
        return new Actor.Principal(accountId, name);
    }

    /** The person in the scope of their own account. */
    public Caller self() {
        return new Caller(accountId, actor(), Access.ofSelf());
    }
}
