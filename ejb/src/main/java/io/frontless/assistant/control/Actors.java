package io.frontless.assistant.control;

import io.frontless.event.control.EventQueries;
import io.frontless.kernel.Actor;
import io.frontless.kernel.Rejection;
import io.frontless.workspace.control.Caller;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/** Finds who is meant by a name, among those who have done what the caller may see. */
@Dependent
public class Actors {

    private static final Set<String> AUTHOR = Set.of("i", "me", "myself", "my");

    private final EventQueries events;

    @Inject
    public Actors(EventQueries events) {
        this.events = events;
    }

    /** Whom a name or a part of one means; NOT_FOUND for nobody, INVALID for several. */
    UUID named(Caller caller, String name) {
        String said = name.toLowerCase(Locale.ROOT);
        if (AUTHOR.contains(said)) {
            return caller.actor().id();
        }
        List<Actor> known = events.actors(caller);
        List<Actor> exact = known.stream()
                .filter(actor -> actor.name().equalsIgnoreCase(name))
                .toList();
        List<Actor> found = exact.isEmpty()
                ? known.stream().filter(actor -> isPartOf(said, actor.name())).toList()
                : exact;
        if (found.isEmpty()) {
            throw Rejection.notFound("actor", name);
        }
        if (found.size() > 1) {
            throw Rejection.invalid(
                    "actor",
                    "one of "
                            + String.join(", ", found.stream().map(Actor::name).toList()),
                    name);
        }
        return found.get(0).id();
    }

    private static boolean isPartOf(String said, String name) {
        return Arrays.asList(name.toLowerCase(Locale.ROOT).split("[\\s@.]+", -1))
                .contains(said);
    }
}
