package io.frontless.assistant.offline;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** “Samir's and Eric's shifts” are those of Samir and those of Eric, and not those of both. */
final class Owners {

    private static final Set<String> JOINS = Set.of("and", "or", "&", ",");

    private Owners() {}

    /**
     * What the first owner says, or any of those that are joined to it.
     *
     * @param words what stands before a noun, from the first owner on
     * @param one reads what one of them says
     */
    static Clause joined(Phrase words, Clause first, Function<Phrase, Optional<Clause>> one) {
        Clause any = first;
        int end = first.tokens();
        boolean owner = end > 0 && words.at(end - 1).is("'s");
        while (owner && end + 1 < words.size() && words.at(end).isOneOf(JOINS)) {
            Phrase next = words.from(end + 1);
            Optional<Clause> other = one.apply(next)
                    .filter(clause -> next.at(clause.tokens() - 1).is("'s"));
            if (other.isEmpty()) {
                break;
            }
            end += 1 + other.get().tokens();
            any = any.or(other.get());
        }
        return any.longer(end - any.tokens());
    }
}
