package io.frontless.assistant.offline;

import io.frontless.schema.control.EntityView;
import java.util.List;
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

    /** “Hugos dishes”, where the apostrophe is left out. */
    static Optional<Clause> unmarked(Turn turn, EntityView entity, Phrase left) {
        String word = left.at(0).text();
        boolean may = turn.schema().lenient() && left.size() == 1 && word.length() > 3 && word.endsWith("s");
        if (!may || !left.at(0).isWord()) {
            return Optional.empty();
        }
        Token name = new Token(
                Token.Kind.WORD,
                word.substring(0, word.length() - 1),
                left.at(0).start(),
                left.at(0).end() - 1);
        return new Holders(turn, entity)
                .read(new Phrase(left.sentence(), List.of(name)), Holders.Relation.BY)
                .map(held -> new Clause(held.condition(), held.field(), 1));
    }
}
