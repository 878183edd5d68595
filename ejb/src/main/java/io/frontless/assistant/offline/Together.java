package io.frontless.assistant.offline;

import io.frontless.schema.control.EntityView;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Records told in several ways at once: “the lost offers and OF-305 too”, “cancelled jobs and enquiries”. */
record Together(Turn turn) {

    private static final Set<String> JOINS = Set.of(",", "and", "&", ";");
    private static final String PLUS = "plus";
    private static final Set<String> TOO = Set.of("too", "also");

    /** What else “and” may join: what is left out, or compared with. */
    private static final Set<String> OTHERWISE = Set.of(
            "except", "but", "not", "without", "than", "like", "same", "as", "between", "either", "neither", "nor",
            "whose", "who", "which", "that");

    /** All of them, where each part tells of records of one kind; empty where a part tells of none. */
    Optional<Target> find(Phrase phrase, Predicate<EntityView> plausible) {
        List<Phrase> parts = phrase.split(joins()).stream()
                .map(Together::withoutToo)
                .filter(part -> !part.isEmpty())
                .toList();
        if (parts.size() < 2 || phrase.tokens().stream().anyMatch(token -> token.isOneOf(OTHERWISE))) {
            return Optional.empty();
        }
        Set<Found> found = new LinkedHashSet<>();
        for (Phrase part : parts) {
            Optional<Target> target = part(part, plausible);
            boolean other = target.isEmpty()
                    || found.stream()
                            .anyMatch(one -> !one.entity().equals(target.get().entity()));
            if (other) {
                return Optional.empty();
            }
            found.addAll(target.get().records());
        }
        return Optional.of(new Target(List.copyOf(found).get(0).entity(), List.copyOf(found)));
    }

    /** “Plus” joins, but where something of the workspace can be that. */
    private Set<String> joins() {
        boolean option = turn.schema().entities().stream()
                .flatMap(entity -> entity.fields().stream())
                .flatMap(field -> field.options().stream())
                .anyMatch(PLUS::equalsIgnoreCase);
        return option ? JOINS : Stream.concat(JOINS.stream(), Stream.of(PLUS)).collect(Collectors.toSet());
    }

    private Optional<Target> part(Phrase part, Predicate<EntityView> plausible) {
        try {
            return turn.targets().find(part, plausible);
        } catch (Unclear unclear) {
            return Optional.empty();
        }
    }

    private static Phrase withoutToo(Phrase part) {
        Phrase rest = part;
        while (!rest.isEmpty() && rest.startsWithOneOf(TOO)) {
            rest = rest.from(1);
        }
        while (!rest.isEmpty() && rest.at(rest.size() - 1).isOneOf(TOO)) {
            rest = rest.to(rest.size() - 1);
        }
        return rest;
    }
}
