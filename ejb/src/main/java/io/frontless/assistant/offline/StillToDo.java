package io.frontless.assistant.offline;

import io.frontless.operation.Comparison;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.Filter;
import io.frontless.schema.control.EntityView;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what is not done yet by the deed: “do we still have to mix”, “has still got to finish”, “not paid”, “she didn't pay”. */
record StillToDo(Turn turn, EntityView entity) {

    private static final Set<String> HAVING =
            Set.of("do", "does", "we", "i", "they", "still", "have", "has", "got", "need", "needs", "be", "to");
    private static final Set<String> FINISHING = Set.of("finish", "do", "complete", "handle", "deal");
    private static final Set<String> NOT = Set.of(
            "not", "never", "hasn't", "haven't", "didn't", "isn't", "aren't", "wasn't", "hasn’t", "haven’t", "didn’t",
            "isn’t", "aren’t", "wasn’t");
    private static final Set<String> BETWEEN = Set.of("been", "yet", "he", "she", "they", "it", "was", "were");

    private static final Set<String> ENDS = Set.of("and", "or", "yet", "but", "by", "so", "in", "of");

    Optional<Clause> read(Phrase phrase) {
        return toDo(phrase).or(() -> notDone(phrase));
    }

    /** “Still have to mix”. */
    private Optional<Clause> toDo(Phrase phrase) {
        int end = 0;
        while (end < phrase.size() && phrase.at(end).isOneOf(HAVING)) {
            end++;
        }
        boolean still = end > 1
                && end < phrase.size()
                && phrase.at(end - 1).is("to")
                && phrase.to(end).tokens().stream().anyMatch(token -> token.is("still") || token.is("got"));
        return still ? undone(phrase.at(end), end + 1) : Optional.empty();
    }

    private Optional<Clause> undone(Token verb, int tokens) {
        if (Words.isFormOf(verb.text(), FINISHING)) {
            return new Undone(turn, entity)
                    .open(Sentence.read("open").words())
                    .map(clause -> new Clause(clause.filter(), null, tokens));
        }
        return new Assignments(turn, entity)
                .ofVerb(verb.text())
                .map(values -> new Clause(
                        Filter.all(values.byField().entrySet().stream()
                                .<Filter>map(
                                        entry -> new Filter.Compare(entry.getKey(), Comparison.NE, entry.getValue()))
                                .toList()),
                        null,
                        tokens));
    }

    /** “Not paid”, where only a day tells when it was. */
    private Optional<Clause> notDone(Phrase phrase) {
        int start = phrase.size() > 1 && phrase.startsWithOneOf(Set.of("he", "she", "they")) ? 1 : 0;
        int verb = start + 1;
        if (verb >= phrase.size() || !phrase.at(start).isOneOf(NOT)) {
            return Optional.empty();
        }
        while (verb < phrase.size() - 1 && phrase.at(verb).isOneOf(BETWEEN)) {
            verb++;
        }
        int end = verb + 1;
        boolean ends = end == phrase.size()
                || !phrase.at(end).isWord()
                || phrase.at(end).isOneOf(ENDS);
        List<FieldSpec> days = ends && phrase.at(verb).isWord() ? days(phrase.at(verb)) : List.of();
        return days.size() == 1
                ? Optional.of(new Clause(new Filter.Compare(days.get(0).key(), Comparison.EMPTY, null), null, end))
                : Optional.empty();
    }

    private List<FieldSpec> days(Token verb) {
        boolean state = entity.fields().stream()
                .anyMatch(field -> State.of(turn.schema(), field, Phrase.quoted(verb.text()))
                        .isPresent());
        return state
                ? List.of()
                : Words.bases(verb.text())
                        .flatMap(base -> Roles.dates(entity, base).stream())
                        .distinct()
                        .filter(field -> Words.isPast(Names.stems(field.label()).get(0)))
                        .toList();
    }
}
