package io.frontless.identity.control;

import io.frontless.kernel.Actor;
import java.util.UUID;

/** A signed-in person. */
public record Person(UUID accountId, String email, String name) {

    /** The person as the log knows them. */
    public Actor actor() {
        return Actor.person(accountId, name);
    }
}
