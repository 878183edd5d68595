package io.frontless.assistant.offline;

import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.operation.Filter;
import io.frontless.schema.control.EntityView;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Reads who does something by the verb of the field that says so: “hosted by Isla”, “that Greenstart supplies”, “with Tom as brewer”, “we cancelled”. */
record Doers(Turn turn, EntityView entity) {

    private static final int NAME_TOKENS_MAX = 4;
    private static final int VERB_TOKENS_MAX = 4;
    private static final Set<String> PARTICLES = Set.of("on", "up", "out", "after", "for", "down");
    private static final Set<String> WE = Set.of("we", "i");
    private static final Set<String> HAVING = Set.of("have", "had");
    private static final Set<String> EXPECTING = Set.of(
            "expect", "need", "want", "offer", "keep", "know", "sell", "use", "hold", "see", "look", "buy", "stock",
            "carry");
    private static final Set<String> LEADING = Set.of("with", "where", "has", "have", "having");
    private static final Set<String> AS = Set.of("as", "is", "was", "the", "our", "their", "its");

    Optional<Clause> read(Phrase phrase) {
        return phrase.size() < 2 || !phrase.at(0).isWord()
                ? Optional.empty()
                : doneBy(phrase)
                        .or(() -> active(phrase))
                        .or(() -> asWhat(phrase))
                        .or(() -> byUs(phrase));
    }

    /** “Handled by Joe”, where a field says who handles it: only that one is meant. */
    private Optional<Clause> doneBy(Phrase phrase) {
        boolean placed = phrase.size() > 2
                && Holders.Relation.of(phrase.at(1)).isPresent()
                && Words.isPast(phrase.at(0).text());
        List<FieldSpec> fields = placed ? doers(phrase.at(0)) : List.of();
        return fields.size() != 1
                ? Optional.empty()
                : new Holders(turn, entity, fields)
                        .leading(phrase.from(2), Holders.Relation.BY)
                        .map(held -> new Clause(held.condition(), held.field(), 2 + held.tokens()));
    }

    /** “Greenstart supplies”, “Priya prepared”, “I handle”. */
    private Optional<Clause> active(Phrase phrase) {
        for (int verb = 1; verb < Math.min(phrase.size(), NAME_TOKENS_MAX + 1); verb++) {
            Token word = phrase.at(verb);
            boolean can =
                    word.isWord() && !Light.isJoining(word) && (Words.isDeed(word.text()) || Light.isChanging(word));
            List<FieldSpec> fields = can ? doers(word) : List.of();
            if (fields.size() == 1) {
                boolean particle =
                        phrase.size() == verb + 2 && phrase.at(verb + 1).isOneOf(PARTICLES);
                int end = verb + (particle ? 2 : 1);
                return new Holders(turn, entity, fields)
                        .read(phrase.to(verb), Holders.Relation.BY)
                        .map(held -> new Clause(held.condition(), held.field(), end));
            }
        }
        return Optional.empty();
    }

    /** “Which animals has Owen seen”: what he has done with them ends the question. */
    static Clause withVerb(Clause held, Phrase phrase) {
        int after = phrase.size() - held.tokens();
        boolean particle = after == 2 && phrase.at(held.tokens() + 1).isOneOf(PARTICLES);
        boolean verb = (after == 1 || particle)
                && Words.isTalk(phrase.at(held.tokens()).text());
        return verb ? held.longer(after) : held;
    }

    /** “Which concerts does she conduct” names no conductor. */
    static boolean isVerb(SchemaLinker.Named<FieldSpec> named, Phrase phrase) {
        return named.thing().type() == FieldType.TEXT && FieldWords.isVerb(named.thing(), phrase.to(named.length()));
    }

    /** The fields that say who or what does so: “Supplier” for “supplies”, “Handled by” for “handles”. */
    List<FieldSpec> doers(Token verb) {
        return entity.fields().stream()
                .filter(Doers::isWho)
                .filter(field ->
                        Words.bases(verb.text()).anyMatch(base -> turn.schema().isDoneBy(field, base)))
                .toList();
    }

    private static boolean isWho(FieldSpec field) {
        return field.type() == FieldType.TEXT || field.type() == FieldType.REFERENCE;
    }

    /** “Where Rita Moll is HR contact”, “Felix looks after as sales rep”: the field is named after who it is. */
    private Optional<Clause> asWhat(Phrase phrase) {
        int start = phrase.startsWithOneOf(LEADING) ? 1 : 0;
        int last = Math.min(phrase.size(), start + NAME_TOKENS_MAX + VERB_TOKENS_MAX);
        for (int as = start + 1; as < last - 1; as++) {
            int at = as;
            while (at < last - 1 && phrase.at(at).isOneOf(AS)) {
                at++;
            }
            Optional<SchemaLinker.Named<FieldSpec>> named = at == as
                    ? Optional.empty()
                    : turn.schema().leadingField(entity, phrase.from(at)).filter(found -> isWho(found.thing()));
            if (named.isPresent() && phrase.at(as).isOneOf(Set.of("as", "is", "was"))) {
                int end = at + named.get().length();
                return held(named.get().thing(), phrase.sub(start, as))
                        .map(held -> new Clause(held.condition(), held.field(), end));
            }
        }
        return Optional.empty();
    }

    /** The name, perhaps with a verb after it that says no more. */
    private Optional<Holders.Held> held(FieldSpec field, Phrase words) {
        return new Holders(turn, entity, List.of(field))
                .leading(words, Holders.Relation.BY)
                .filter(held -> words.from(held.tokens()).tokens().stream()
                        .allMatch(token ->
                                Words.isDeed(token.text()) || Words.isTalk(token.text()) || token.isOneOf(PARTICLES)));
    }

    /** “Orders we have cancelled”: what we have made of them; those that I have are mine, where somebody has to see to them. */
    private Optional<Clause> byUs(Phrase phrase) {
        if (!phrase.startsWithOneOf(WE)) {
            return Optional.empty();
        }
        int verb = phrase.size() > 2 && phrase.at(1).isOneOf(HAVING) ? 2 : 1;
        Optional<Clause> made = Words.bases(phrase.at(verb).text())
                .flatMap(base -> new Assignments(turn, entity).ofVerb(base).stream())
                .findFirst()
                .map(values -> new Clause(
                        Filter.all(values.byField().entrySet().stream()
                                .map(entry -> Filter.equal(entry.getKey(), Objects.requireNonNull(entry.getValue())))
                                .toList()),
                        null,
                        verb + 1))
                .map(clause -> phrase.startsWith("i") ? mine(clause, phrase.to(1)) : clause);
        boolean light = turn.schema().loose()
                && phrase.at(1).isOneOf(EXPECTING)
                && new Flags(turn, entity).read(phrase.from(1)).isEmpty();
        return made.or(() -> light ? Optional.of(new Clause(Filter.everything(), null, 2)) : Optional.empty());
    }

    private Clause mine(Clause made, Phrase me) {
        return new Holders(turn, entity, Roles.assigned(entity))
                .leading(me, Holders.Relation.BY)
                .map(held -> new Clause(Filter.all(List.of(made.filter(), held.condition())), null, made.tokens()))
                .orElse(made);
    }
}
