package io.frontless.assistant.offline;

import io.frontless.operation.Comparison;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.operation.Filter;
import io.frontless.schema.control.EntityView;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a yes-or-no field that is said as a noun: “have a key card”, “are on the mailing list”, “kept in the fridge”, “do not pay by direct debit”; and
 * what records need, which they have not: “still need a host”.
 */
record Flags(Turn turn, EntityView entity) {

    private static final int WORDS_MAX = 6;
    private static final Set<String> NOT = Set.of(
            ("not never don't doesn't didn't don’t doesn’t didn’t haven't hasn't haven’t hasn’t isn't aren't isn’t"
                            + " aren’t without no")
                    .split(" "));
    private static final Set<String> BESIDE = Set.of(
            "is", "are", "do", "does", "did", "been", "be", "that", "who", "which", "still", "also", "already", "yet");
    private static final Set<String> HAVING = Set.of(
            "with",
            "have",
            "has",
            "having",
            "had",
            "get",
            "gets",
            "got",
            "own",
            "owns",
            "include",
            "includes",
            "including",
            "kept",
            "stored",
            "held",
            "offer",
            "offers",
            "carry",
            "carries",
            "use",
            "uses");
    private static final Set<String> PLACES = Set.of("in", "on", "under", "by", "for", "at", "to", "through", "via");
    private static final Set<String> ARTICLES = Set.of("a", "an", "the", "any", "their", "its", "our");
    private static final Set<String> TO_BE = Set.of("to", "be");
    private static final Set<String> WAITING = Set.of("waiting", "wait", "waits", "awaiting");
    private static final Set<String> TELLING =
            Set.of("for", "their", "its", "the", "whose", "where", "that", "which", "a", "with");
    private static final Set<String> BETWEEN =
            Set.of("is", "are", "was", "were", "has", "have", "had", "been", "be", "to", "still", "already", "yet");
    private static final Set<String> LACKING = Set.of("missing", "outstanding", "pending", "lacking", "open", "due");
    private static final Set<String> NEEDING = Set.of(
            "need",
            "needs",
            "needing",
            "require",
            "requires",
            "requiring",
            "lack",
            "lacks",
            "lacking",
            "miss",
            "misses",
            "missing",
            "await",
            "awaits",
            "awaiting");

    /** The condition; a field's plain name is a state and is not read here. */
    Optional<Clause> read(Phrase phrase) {
        return noun(phrase).or(() -> told(phrase));
    }

    /** “Deposit has not been received”, “CV is unchecked”, “waiting for their CV to be checked”, of a noun and what was done with it. */
    private Optional<Clause> told(Phrase phrase) {
        boolean waits = phrase.startsWithOneOf(WAITING);
        int start = skip(phrase, waits ? 1 : 0, TELLING);
        for (FieldSpec field : start < phrase.size() ? entity.fields() : List.<FieldSpec>of()) {
            List<String> label = turn.schema().stems(field.label());
            int noun = label.size() - 1;
            boolean said = field.type() == FieldType.BOOLEAN
                    && noun > 0
                    && Words.isPast(label.get(noun))
                    && start + noun < phrase.size()
                    && turn.schema()
                            .stems(phrase.sub(start, start + noun).text())
                            .equals(label.subList(0, noun));
            if (said) {
                return done(field, label.get(noun), phrase, start + noun, waits);
            }
        }
        return Optional.empty();
    }

    private Optional<Clause> done(FieldSpec field, String deed, Phrase phrase, int from, boolean waits) {
        int i = from;
        boolean not = waits;
        while (i < phrase.size()
                && (phrase.at(i).isOneOf(BETWEEN) || phrase.at(i).isOneOf(NOT))) {
            not |= phrase.at(i).isOneOf(NOT);
            i++;
        }
        if (i == phrase.size() || i == from) {
            return Optional.empty();
        }
        String word = phrase.at(i).text().toLowerCase(Locale.ROOT);
        boolean missing = phrase.at(i).isOneOf(LACKING) || word.equals("un" + deed);
        boolean same = turn.schema().stems(word).equals(List.of(deed));
        return missing || same ? flag(new SchemaLinker.Named<>(field, 1), same != not, i) : Optional.empty();
    }

    private Optional<Clause> noun(Phrase phrase) {
        int i = skip(phrase, 0, BESIDE);
        boolean not = i < phrase.size() && phrase.at(i).isOneOf(NOT);
        boolean said = not && phrase.at(i).isOneOf(Set.of("without", "no"));
        i = not ? skip(phrase, i + 1, BESIDE) : i;
        boolean needs = !not && i < phrase.size() && phrase.at(i).isOneOf(NEEDING);
        i = needs ? skip(phrase, i + 1, TO_BE) - 1 : i;
        int verb = i < phrase.size() && (needs || isVerb(phrase.at(i))) ? i + 1 : i;
        int place = verb < phrase.size() && phrase.at(verb).isOneOf(PLACES) ? verb + 1 : verb;
        boolean none =
                !not && place > i && place < phrase.size() && phrase.at(place).is("no");
        int start = skip(phrase, none ? place + 1 : place, ARTICLES);
        if (!(said || place > i) || start >= phrase.size() || start > WORDS_MAX) {
            return Optional.empty();
        }
        boolean yes = !not && !none;
        int before = start;
        Phrase name = phrase.from(start);
        return turn.schema()
                .leadingField(entity, name)
                .or(() -> nounOf(name))
                .flatMap(named -> needs ? needed(named, phrase, before) : flag(named, yes, before));
    }

    /** “A reminder”, where a field says that one was sent. */
    private Optional<SchemaLinker.Named<FieldSpec>> nounOf(Phrase name) {
        List<SchemaLinker.Named<FieldSpec>> found = new ArrayList<>();
        for (FieldSpec field : entity.fields()) {
            List<String> label = turn.schema().stems(field.label());
            int noun = label.size() - 1;
            if (field.type() == FieldType.BOOLEAN
                    && noun > 0
                    && noun <= name.size()
                    && Words.isPast(label.get(noun))
                    && turn.schema().stems(name.to(noun).text()).equals(label.subList(0, noun))) {
                found.add(new SchemaLinker.Named<>(field, noun));
            }
        }
        return found.size() == 1 ? found.stream().findFirst() : Optional.empty();
    }

    private static int skip(Phrase phrase, int from, Set<String> words) {
        int i = from;
        while (i < phrase.size() && phrase.at(i).isOneOf(words)) {
            i++;
        }
        return i;
    }

    private static boolean isVerb(Token word) {
        return word.isOneOf(HAVING) || (Light.isBeside(word) && Words.isDeed(word.text()));
    }

    private static Optional<Clause> flag(SchemaLinker.Named<FieldSpec> named, boolean yes, int before) {
        FieldSpec field = named.thing();
        return field.type() == FieldType.BOOLEAN
                ? Optional.of(new Clause(
                        yes ? Filter.equal(field.key(), true) : new Filter.Compare(field.key(), Comparison.NE, true),
                        field,
                        before + named.length()))
                : Optional.empty();
    }

    /** What is needed is not there, unless the field says that it is needed. */
    private Optional<Clause> needed(SchemaLinker.Named<FieldSpec> named, Phrase phrase, int before) {
        FieldSpec field = named.thing();
        if (field.type() == FieldType.BOOLEAN) {
            boolean says = turn.schema().stems(field.label()).stream()
                    .anyMatch(word -> Words.isFormOf(word, Set.of("need", "require", "await", "miss")));
            return flag(named, says, before);
        }
        if (Roles.isNumber(field)) {
            return Optional.empty();
        }
        int end = before + named.length();
        Clause first = new Clause(empty(field), field, end);
        return Optional.of(either(phrase, end)
                .map(other -> new Clause(new Filter.Any(List.of(first.filter(), other.filter())), null, other.tokens()))
                .orElse(first));
    }

    /** “Missing an email or a phone” lacks one of them, where “without an email or a phone” has neither. */
    private Optional<Clause> either(Phrase phrase, int end) {
        boolean or = phrase.size() > end + 1 && phrase.at(end).is("or");
        Phrase name = or ? phrase.from(end + 1).bare() : phrase.to(0);
        int start = phrase.size() - name.size();
        return turn.schema()
                .leadingField(entity, name)
                .filter(other -> other.thing().type() != FieldType.BOOLEAN && !Roles.isNumber(other.thing()))
                .map(other -> new Clause(empty(other.thing()), null, start + other.length()));
    }

    private static Filter empty(FieldSpec field) {
        return new Filter.Compare(field.key(), Comparison.EMPTY, null);
    }
}
