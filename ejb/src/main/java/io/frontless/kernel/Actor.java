package io.frontless.kernel;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who does something: recorded with every event and never taken from a request's body.
 *
 * @param behalf for whom they act; null where that is themselves, or not known
 */
public record Actor(
        Kind kind, UUID id, String name, @Nullable Principal behalf) {

    /** A person in whose name another party acts. */
    public record Principal(UUID id, String name) {}

    /** What sort of party acts. Stored by name in the event log, so a released name is never reused. */
    public enum Kind {
        PERSON,
        AGENT,
        API_KEY,
        RULE,
        CONNECTION,
        OPERATOR
    }

    /** No account and no key has this id. */
    private static final UUID NOBODY = new UUID(0, 0);

    public Actor {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(id, "id");
        if (name.isBlank()) {
            throw new IllegalArgumentException("an actor has a name");
        }
    }

    /** Somebody who acts for themselves. */
    public Actor(Kind kind, UUID id, String name) {
        this(kind, id, name, null);
    }

    /** A client program, by its API key. */
    public static Actor apiKey(UUID keyId, String label) {
        return new Actor(Kind.API_KEY, keyId, label);
    }

    /** The same party, acting for somebody. */
    public Actor actingFor(Principal principal) {
        return new Actor(kind, id, name, principal);
    }

    /** Whoever runs the installation, by what they call themselves. */
    public static Actor operator(String name) {
        return new Actor(Kind.OPERATOR, NOBODY, name);
    }

    /** A signed-in person. */
    public static Actor person(UUID accountId, String name) {
        return new Actor(Kind.PERSON, accountId, name);
    }
}
