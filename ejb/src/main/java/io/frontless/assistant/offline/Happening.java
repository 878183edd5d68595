package io.frontless.assistant.offline;

import io.frontless.operation.Filter;
import io.frontless.schema.control.EntityView;
import java.util.Optional;
import java.util.Set;

/**
 * Reads when something is done where a date says it: “paid in September”, “to be delivered by Friday”. A state of the same name says only that it is so,
 * and a day by which it has to be done is meant only where it is still to be done.
 */
record Happening(Turn turn, EntityView entity, Comparing comparing) {

    private static final Set<String> WHEN =
            Set.of("before", "after", "in", "on", "over", "more", "less", "since", "within", "by", "until");

    private static final Set<String> OBLIGED = Set.of("to", "must", "should", "shall", "will", "due");
    private static final Set<String> BE = Set.of("be", "is", "are", "get", "gets", "being");

    Optional<Clause> read(Phrase phrase) {
        int i = 0;
        boolean obliged = false;
        while (i < phrase.size() && i < 3 && phrase.at(i).isOneOf(i > 0 && obliged ? BE : OBLIGED)) {
            obliged = true;
            i++;
        }
        boolean be = obliged && i > 0 && phrase.at(i - 1).isOneOf(BE);
        if ((obliged && !be) || i >= phrase.size() || !Words.isPast(phrase.at(i).text())) {
            return Optional.empty();
        }
        Phrase verb = phrase.from(i);
        int before = i;
        boolean due = obliged;
        return comparing
                .dateVerb(verb)
                .filter(clause -> due || clause.filter().comparisons().noneMatch(this::isDue))
                .map(clause -> clause.longer(before));
    }

    private boolean isDue(Filter.Compare compare) {
        return entity.field(compare.path()).filter(Roles::isDue).isPresent();
    }

    /** “Next week's jobs”; {@code owner} tells where the words end that are followed by “'s”. */
    Optional<Clause> possessive(Phrase left, int owner) {
        Optional<Clause> day = owner < 2 ? Optional.empty() : comparing.onDay(left.to(owner));
        return day.filter(clause -> clause.tokens() == owner).map(clause -> clause.longer(1));
    }

    /** “Last briefed before July” tells when, and not which is the last. */
    static boolean tellsWhen(Phrase phrase) {
        return phrase.size() > 2
                && phrase.startsWith("last")
                && Words.isPast(phrase.at(1).text())
                && phrase.at(2).isOneOf(WHEN);
    }
}
