package io.frontless.assistant.offline;

import io.frontless.operation.Comparison;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.operation.Filter;
import io.frontless.record.control.RecordQuery;
import io.frontless.schema.control.EntityView;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads conditions on what refers to a record: “with overdue loans”, “who have an order over 1000”, “with the most invoices”, “without a car”. Those that
 * refer are looked up at once, since no query leads that way; what meets it is named by its titles.
 */
record Referring(Turn turn, EntityView entity) {

    private static final Set<String> HAVING =
            Set.of("with", "have", "has", "having", "had", "whose", "own", "owns", "got", "get", "gets");
    private static final Set<String> MADE = Set.of("made", "sent", "given", "written", "done", "received");
    private static final Set<String> NOT =
            Set.of("don't", "doesn't", "don’t", "doesn’t", "not", "haven't", "hasn't", "never");
    private static final Set<String> UNUSED =
            Set.of("not", "never", "aren't", "isn't", "aren’t", "isn’t", "weren't", "wasn't", "unused");
    private static final Set<String> PLACED = Set.of("in", "for", "by", "on", "at", "with");
    private static final Set<String> LACKING = Set.of("without", "lacking");
    private static final Set<String> SOME = Set.of("any", "some", "a", "an", "at", "least", "one", "single", "the");
    private static final Set<String> ENDS = Set.of(",", "and", ";");
    /** What is made by a deed of another root. */
    private static final Map<String, String> DEEDS = Map.of(
            "borrow",
            "loan",
            "lend",
            "loan",
            "buy",
            "sale",
            "rent",
            "rental",
            "hire",
            "rental",
            "reserve",
            "reservation",
            "donate",
            "donation",
            "pay",
            "payment");

    private static final int BEFORE_MAX = 4;
    private static final int ROOT_CHARS_MIN = 4;
    private static final Set<String> AUXILIARY =
            Set.of("have", "has", "had", "did", "do", "does", "ever", "already", "yet");
    private static final Set<String> NEVER = Set.of(
            "never", "not", "haven't", "hasn't", "haven’t", "hasn’t", "didn't", "didn’t", "don't", "doesn't", "don’t",
            "doesn’t");
    private static final Set<String> MOST = Set.of("most", "least", "fewest");
    private static final Set<String> NOBODY = Set.of("nobody", "noone", "no-one");
    private static final Set<String> EVER = Set.of("ever", "yet", "far");
    private static final Set<String> ANYTHING =
            Set.of("anything", "something", "for", "us", "with", "yet", "ever", "a", "an", "the");

    /** What the phrase says of records that refer to these. */
    Optional<Clause> read(Phrase phrase) {
        if (phrase.size() > 2 && phrase.startsWithOneOf(NOT) && phrase.at(1).isOneOf(HAVING)) {
            return read(phrase.from(1)).map(Clause::negated).map(clause -> clause.longer(1));
        }
        Optional<Clause> deed = new LookedThrough(turn, entity).canName() ? done(phrase) : Optional.empty();
        if (deed.isPresent()) {
            return deed;
        }
        boolean lacks = phrase.startsWithOneOf(LACKING);
        boolean no = phrase.size() > 2
                && (phrase.startsWithOneOf(HAVING) || phrase.startsWithOneOf(MADE))
                && (phrase.at(1).is("no")
                        || (phrase.at(1).is("not") && phrase.at(2).isOneOf(Set.of("a", "one", "any"))));
        if (phrase.size() < 2 || !new LookedThrough(turn, entity).canName()) {
            return Optional.empty();
        }
        if (!lacks && !no && !phrase.startsWithOneOf(HAVING)) {
            return unused(phrase);
        }
        Optional<Clause> several = lacks || no ? Optional.empty() : several(phrase.from(1));
        if (several.isPresent()) {
            return several.map(clause -> clause.longer(1));
        }
        int said = no ? 2 : 1;
        while (said < phrase.size() - 1 && phrase.at(said).isOneOf(SOME)) {
            said++;
        }
        int start = said;
        Phrase rest = phrase.from(said);
        return most(rest)
                .or(() -> meeting(rest, 1))
                .map(clause -> lacks || no ? clause.negated() : clause)
                .map(clause -> clause.longer(start));
    }

    /** “That are not used in any lesson”. */
    private Optional<Clause> unused(Phrase phrase) {
        int verb = phrase.size() > 1 && phrase.at(1).is("been") ? 2 : 1;
        int said = verb + 2;
        boolean denied = phrase.size() > said
                && phrase.startsWithOneOf(UNUSED)
                && (Words.isPast(phrase.at(verb).text()) || phrase.at(verb).is("used"))
                && phrase.at(verb + 1).isOneOf(PLACED);
        while (denied && said < phrase.size() - 1 && phrase.at(said).isOneOf(SOME)) {
            said++;
        }
        int start = said;
        return denied
                ? meeting(phrase.from(start), 1).map(Clause::negated).map(clause -> clause.longer(start))
                : Optional.empty();
    }

    /** “More than one animal”, “fewer than 3 orders”. */
    private Optional<Clause> several(Phrase phrase) {
        Optional<Comparisons.Said> said = Comparisons.leading(phrase);
        if (said.isEmpty() || said.get().tokens() >= phrase.size()) {
            return Optional.empty();
        }
        Phrase number = phrase.from(said.get().tokens());
        int start = said.get().tokens() + 1;
        return Dates.count(number.at(0).text()).filter(count -> count > 0).flatMap(count -> switch (said.get()
                .comparison()) {
            case GT -> meeting(number.from(1), count + 1).map(clause -> clause.longer(start));
            case GE -> meeting(number.from(1), count).map(clause -> clause.longer(start));
            case LT -> meeting(number.from(1), count).map(Clause::negated).map(clause -> clause.longer(start));
            case LE -> meeting(number.from(1), count + 1).map(Clause::negated).map(clause -> clause.longer(start));
            default -> Optional.<Clause>empty();
        });
    }

    /** Those to which at least so many refer of which all of it is so. */
    private Optional<Clause> meeting(Phrase phrase, int atLeast) {
        Phrase whole = phrase.split(ENDS).stream().findFirst().orElse(phrase);
        Phrase rest = withoutFrom(whole);
        for (int start = 0; start < Math.min(rest.size(), BEFORE_MAX); start++) {
            Optional<SchemaLinker.Named<EntityView>> named = turn.schema().leadingEntity(rest.from(start));
            Optional<Way> field = named.flatMap(found -> way(found.thing()));
            if (field.isPresent()
                    && !isField(rest.sub(start, start + named.get().length()))) {
                EntityView other = named.get().thing();
                Clauses clauses = new Clauses(turn, other);
                int end = start + named.get().length();
                if (clauses.readBefore(rest.to(start))) {
                    int read = clauses.readLeading(rest.from(end), words -> false);
                    int more = end + read == rest.size() ? whole.size() - end : read;
                    RecordQuery query = RecordQuery.of(other.key()).filtered(Filter.all(clauses.conditions()));
                    // “Whose last order was in May” says nothing of the others.
                    return clauses.most() > 0
                            ? Optional.empty()
                            : Optional.of(new Clause(met(query, field.get(), atLeast), null, end + more));
                }
            }
        }
        return Optional.empty();
    }

    /** “Who have ordered Vale Tawny”, “that never applied”: to do so makes a record that refers to these. */
    private Optional<Clause> done(Phrase phrase) {
        // “Books nobody has borrowed” may be those that nobody has now.
        boolean nobody = turn.schema().loose() || phrase.tokens().stream().anyMatch(token -> token.isOneOf(EVER));
        int at = 0;
        boolean not = false;
        while (at < phrase.size()
                && (phrase.at(at).isOneOf(AUXILIARY)
                        || phrase.at(at).isOneOf(NEVER)
                        || (nobody && phrase.at(at).isOneOf(NOBODY)))) {
            not |= phrase.at(at).isOneOf(NEVER) || phrase.at(at).isOneOf(NOBODY);
            at++;
        }
        if (at == phrase.size()
                || !phrase.at(at).isWord()
                || !(Words.isDeed(phrase.at(at).text())
                        || Words.isPast(phrase.at(at).text()))) {
            return Optional.empty();
        }
        String verb = phrase.at(at).text();
        List<EntityView> made = turn.schema().entities().stream()
                .filter(other -> pointing(other).isPresent() && isMadeBy(other, verb))
                .toList();
        if (made.size() != 1) {
            return Optional.empty();
        }
        boolean denied = not;
        int before = at + 1;
        return deeds(made.get(0), phrase.from(before))
                .map(clause -> denied ? clause.negated() : clause)
                .map(clause -> clause.longer(before));
    }

    /** Whether what the table holds is made by doing so: an order by ordering. */
    static boolean isMadeBy(EntityView other, String verb) {
        List<String> label = Names.stems(other.label());
        String noun = Names.root(label.get(label.size() - 1));
        return Words.bases(verb)
                .map(base -> DEEDS.getOrDefault(base, base))
                .map(Names::root)
                .anyMatch(root -> noun.equals(root) || (root.length() >= ROOT_CHARS_MIN && noun.startsWith(root)));
    }

    /** What was done so, and how often. */
    private Optional<Clause> deeds(EntityView other, Phrase rest) {
        if (rest.bare().size() == 1 && rest.bare().startsWithOneOf(MOST)) {
            throw Unclear.say("It is not clear by what “%s” is meant. Name the number, or say “with the most %s”."
                    .formatted(rest.text(), Names.plural(other.label())));
        }
        Clauses clauses = new Clauses(turn, other);
        int start = 0;
        while (start < rest.size() && rest.at(start).isOneOf(ANYTHING)) {
            start++;
        }
        Optional<Clause> object = start < rest.size()
                ? new Relations(turn, other).holder(rest.from(start), 0, Holders.Relation.NONE)
                : Optional.empty();
        int end = start + object.map(Clause::tokens).orElse(0);
        int more = end < rest.size() ? clauses.readLeading(rest.from(end), words -> false) : 0;
        List<Filter> conditions = new ArrayList<>(clauses.conditions());
        object.ifPresent(clause -> conditions.add(clause.filter()));
        Times times = Times.leading(rest.from(end + more));
        RecordQuery query = RecordQuery.of(other.key()).filtered(Filter.all(conditions));
        return clauses.most() > 0
                ? Optional.empty()
                : pointing(other)
                        .map(field -> new Clause(
                                met(query, new Way(field, Optional.empty()), times.atLeast()),
                                null,
                                end + more + times.tokens()));
    }

    /** How often: “twice”, “at least three times”, “more than once”. */
    private record Times(int atLeast, int tokens) {

        static Times leading(Phrase phrase) {
            Optional<Comparisons.Said> said = Comparisons.leading(phrase)
                    .filter(found -> found.comparison() == Comparison.GE || found.comparison() == Comparison.GT);
            int from = said.map(Comparisons.Said::tokens).orElse(0);
            boolean over =
                    said.filter(found -> found.comparison() == Comparison.GT).isPresent();
            if (from >= phrase.size()) {
                return new Times(1, 0);
            }
            int once = phrase.at(from).is("once") ? 1 : phrase.at(from).is("twice") ? 2 : 0;
            if (once > 0) {
                return new Times(over ? once + 1 : once, from + 1);
            }
            boolean times = phrase.size() > from + 1 && phrase.at(from + 1).is("times");
            return Amounts.count(phrase.from(from))
                    .filter(count -> times && count > 0)
                    .map(count -> new Times(over ? count + 1 : count, from + 2))
                    .orElse(new Times(1, 0));
        }
    }

    private Filter met(RecordQuery query, Way field, int atLeast) {
        Set<String> ids = counted(query, field).entrySet().stream()
                .filter(entry -> entry.getValue() >= atLeast)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        return new LookedThrough(turn, entity).among(ids);
    }

    /** “Artists we have no track from yet”: the preposition tells of them. */
    private static Phrase withoutFrom(Phrase rest) {
        int end = rest.size();
        end -= end > 1 && rest.at(end - 1).is("yet") ? 1 : 0;
        return end > 1 && rest.at(end - 1).isOneOf(Set.of("from", "of", "by", "with", "for")) ? rest.to(end - 1) : rest;
    }

    /** Whether the words are the whole name of a field of these, which is meant before another table. */
    private boolean isField(Phrase name) {
        return entity.fields().stream().anyMatch(field -> Names.same(field.label(), name.text()));
    }

    /** “Most invoices”: the one that most of them refer to. */
    private Optional<Clause> most(Phrase phrase) {
        if (phrase.size() < 2 || !phrase.startsWith("most")) {
            return Optional.empty();
        }
        return turn.schema().leadingEntity(phrase.from(1)).flatMap(named -> pointing(named.thing())
                .map(field -> {
                    Map<String, Integer> counts =
                            counted(RecordQuery.of(named.thing().key()), new Way(field, Optional.empty()));
                    int wanted = counts.isEmpty() ? 0 : Collections.max(counts.values());
                    Set<String> ids = counts.entrySet().stream()
                            .filter(entry -> entry.getValue() == wanted)
                            .map(Map.Entry::getKey)
                            .collect(Collectors.toSet());
                    return new Clause(new LookedThrough(turn, entity).among(ids), null, 1 + named.length());
                }));
    }

    /** The one reference of another table to this one. */
    private Optional<FieldSpec> pointing(EntityView other) {
        List<FieldSpec> fields = other.fields().stream()
                .filter(field ->
                        field.type() == FieldType.REFERENCE && entity.key().equals(field.target()))
                .toList();
        return fields.size() == 1 ? fields.stream().findFirst() : Optional.empty();
    }

    /**
     * How records of another table lead to these.
     *
     * @param over the reference from there to these, where the first one leads only half of the way
     */
    private record Way(FieldSpec first, Optional<FieldSpec> over) {}

    /** “Customers with unpaid jobs”, also where jobs are on cars and cars are of customers. */
    private Optional<Way> way(EntityView other) {
        Optional<FieldSpec> direct = pointing(other);
        if (direct.isPresent()) {
            return direct.map(field -> new Way(field, Optional.empty()));
        }
        List<Way> ways = other.fields().stream()
                .filter(field -> field.type() == FieldType.REFERENCE)
                .flatMap(field -> turn.records().pointed(field).flatMap(this::pointing).stream()
                        .map(second -> new Way(field, Optional.of(second))))
                .toList();
        return ways.size() == 1 ? ways.stream().findFirst() : Optional.empty();
    }

    /** The ids that these are referred to by in the records of a query, and how often. */
    private Map<String, Integer> counted(RecordQuery query, Way way) {
        Map<String, String> between =
                way.over().map(second -> between(way.first(), second)).orElse(Map.of());
        Map<String, Integer> counts = new HashMap<>();
        new LookedThrough(turn, entity).all(query).forEach(record -> {
            Object first = record.values().get(way.first().key());
            Object id = way.over().isEmpty() || first == null ? first : between.get(first);
            if (id != null) {
                counts.merge(id.toString(), 1, Integer::sum);
            }
        });
        return counts;
    }

    /** What those in the middle refer to, by their ids. */
    private Map<String, String> between(FieldSpec first, FieldSpec second) {
        Map<String, String> between = new HashMap<>();
        turn.records().pointed(first).ifPresent(middle -> new LookedThrough(turn, middle)
                .all(RecordQuery.of(middle.key()))
                .forEach(record -> {
                    Object id = record.values().get(second.key());
                    if (id != null) {
                        between.put(record.id().toString(), id.toString());
                    }
                }));
        return between;
    }
}
