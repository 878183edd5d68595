package io.frontless.assistant.offline;

import io.frontless.operation.Comparison;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.operation.Filter;
import io.frontless.record.control.RecordQuery.Sort;
import io.frontless.schema.control.EntityView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Gathers what is said of an entity's records: states and owners before its name (“Lena's open …”), and clauses after it (“over 1000”, “due before
 * June 1”, “in Berlin or Rome”, “without an email”, “except INV-1”). Words that say nothing are asked about.
 */
final class Clauses {

    private static final Set<String> BEFORE = Set.of(
            "all", "every", "each", "the", "our", "any", "of", "and", ",", "those", "these", "both", "either", "a",
            "an");
    private static final Set<String> COPULA = Set.of(
            "is", "are", "has", "have", "the", "a", "an", "lives", "live", "living", "based", "located", "comes",
            "come", "works", "working", "sits");
    private static final Set<String> OR = Set.of("or", "nor", "and", ",", "/");
    private static final Set<String> LIMITS = Set.of("least", "most", "than");

    private final Turn turn;
    private final EntityView entity;
    private final Comparing comparing;
    private final Relations relations;
    private final Negations negations;
    private final Superlatives superlatives;
    private final List<Filter> conditions = new ArrayList<>();
    private final List<Sort> order = new ArrayList<>();
    private int most;

    /** How many are meant of an order that is still to be said, as in “the 2 tickets with the most hours”. */
    private int counted;

    Clauses(Turn turn, EntityView entity) {
        this.turn = turn;
        this.entity = entity;
        this.comparing = new Comparing(turn, entity);
        this.relations = new Relations(turn, entity);
        this.negations = new Negations(turn, entity);
        this.superlatives = new Superlatives(turn, entity);
    }

    List<Filter> conditions() {
        return conditions;
    }

    List<Sort> order() {
        return order;
    }

    int most() {
        return most;
    }

    /** Reads all clauses after the entity, or asks about the first words that are none. */
    void read(Phrase rest) {
        boolean neither = false;
        for (int i = 0; i < rest.size(); ) {
            Phrase left = rest.from(i);
            int ordered = ordered(left);
            int nothing = ordered > 0 ? 0 : Fillers.length(left);
            if (nothing > 0) {
                i += nothing;
            } else if (Negations.neither(left) > 0) {
                neither = true;
                i += Negations.neither(left);
            } else if (Fillers.goesOn(rest.to(i), left) && isButSo(left)) {
                i++;
            } else if (ordered > 0) {
                i += ordered;
            } else {
                Optional<Clause> denied =
                        neither ? negations.denied(rest, i, this::state, this::clause) : Optional.empty();
                boolean joined = neither && (left.startsWithOneOf(OR) || Fillers.isOne(left.at(0)));
                Optional<Clause> clause = denied.isPresent() || joined ? denied : clause(left);
                if (clause.isPresent()) {
                    i += met(clause.get(), left);
                } else if (!Roles.paidIn(entity, left).isEmpty()) {
                    i += 2;
                } else if (Fillers.isToBe(left) || carriesNothingHere(left) || (neither && left.startsWithOneOf(OR))) {
                    i++;
                } else {
                    throw Unclear.say("It is not clear what “%s” says about %s."
                            .formatted(left.text(), Names.plural(entity.label())));
                }
            }
        }
        if (counted > 0) {
            throw Unclear.say(
                    "Which %d of the %s? Say by which order.".formatted(counted, Names.plural(entity.label())));
        }
    }

    /** “That are done but unpaid” excepts nothing: it says one thing more. */
    private boolean isButSo(Phrase left) {
        Phrase said = left.from(1);
        Optional<Clause> state = left.startsWith("but") && !said.startsWith("the") ? state(said) : Optional.empty();
        return state.filter(clause -> clause.tokens() == said.size()
                        || !said.at(clause.tokens()).isOneOf(Set.of("one", "ones")))
                .isPresent();
    }

    /**
     * Reads clauses as far as there are any, and answers how many tokens they take. {@code elsewhere} tells whether words could be said of other
     * records, too: after the first clause, or a word such as “that”, it would be a guess of which.
     */
    int readLeading(Phrase rest, Predicate<Phrase> elsewhere) {
        int end = 0;
        for (int i = 0; i < rest.size(); ) {
            Phrase left = rest.from(i);
            int ordered = ordered(left);
            Optional<Clause> clause = ordered > 0 ? Optional.empty() : clause(left);
            boolean near = rest.to(i).tokens().stream()
                    .allMatch(token -> token.isOneOf(COPULA) || (token.is("who") && WhoReading.isOfPeople(entity)));
            if ((ordered > 0 || clause.isPresent()) && !near && elsewhere.test(left)) {
                throw Unclear.say("“%s” could be said of %s or of what refers to them. Say it in two turns."
                        .formatted(left.text(), Names.plural(entity.label())));
            }
            if (ordered > 0 || clause.isPresent()) {
                i += clause.map(said -> met(said, left)).orElse(ordered);
                end = i;
            } else if (Fillers.isOne(left.at(0)) && !isMentioned(left.at(0))) {
                i++;
            } else {
                break;
            }
        }
        return end;
    }

    /** What the words say of these records; empty where not all of them say something. */
    static Optional<Clauses> saying(Turn turn, EntityView entity, Phrase words) {
        Clauses clauses = new Clauses(turn, entity);
        try {
            clauses.read(words);
            return clauses.saysSomething() ? Optional.of(clauses) : Optional.empty();
        } catch (Unclear unclear) {
            return Optional.empty();
        }
    }

    /** Whether anything was said. */
    boolean saysSomething() {
        return !conditions.isEmpty() || most > 0;
    }

    /** Reads what stands before the entity; false where some of it says nothing about it. */
    boolean readBefore(Phrase before) {
        for (int i = 0; i < before.size(); ) {
            Phrase left = before.from(i);
            Optional<Clause> dated = new Happening(turn, entity, comparing).possessive(left, possessive(left));
            Optional<Superlatives.Order> sup = dated.isPresent() ? Optional.empty() : superlatives.before(left);
            Optional<Clause> read = dated.isPresent() || sup.isPresent() ? dated : beforeClause(left);
            Optional<Clause> clause = read.map(first -> Owners.joined(left, first, this::beforeClause));
            if (sup.isPresent()) {
                order(sup.get());
                i += sup.get().tokens();
            } else if (clause.isPresent()) {
                i += met(clause.get(), left);
            } else if (left.size() == 1
                    && Amounts.count(left).filter(count -> count > 0).isPresent()) {
                counted = Amounts.count(left).orElse(0);
                i++;
            } else if (left.startsWithOneOf(BEFORE)
                    || (carriesNothing(left.at(0)) && !isMentioned(left.at(0)) && !left.startsWith("my"))) {
                i++;
            } else {
                return false;
            }
        }
        return true;
    }

    private Optional<Clause> beforeClause(Phrase left) {
        Optional<Clause> theirs = new Mentioned(turn, entity).possessive(left);
        if (theirs.isPresent()) {
            return theirs;
        }
        if (left.startsWith("my")) {
            return relations.holder(left, 0, Holders.Relation.BY);
        }
        Optional<Clause> state = state(left);
        if (state.isPresent() || left.startsWithOneOf(BEFORE)) {
            return state;
        }
        Optional<Clause> undone = new Undone(turn, entity).read(left).or(() -> new Nobody(turn, entity).read(left));
        if (undone.isPresent()) {
            return undone;
        }
        Optional<Clause> upcoming = new Standing(turn, entity).read(left);
        if (upcoming.isPresent()) {
            return upcoming;
        }
        Optional<Clause> happened = comparing.happened(left);
        if (happened.isPresent()) {
            return happened;
        }
        Optional<Clause> month = Dates.isMonth(left) ? comparing.onDay(left) : Optional.empty();
        if (month.isPresent()) {
            return month;
        }
        int owner = possessive(left);
        if (owner > 0) {
            Phrase name = left.to(owner);
            Optional<Clause> day = comparing.onDay(name);
            return day.or(() -> relations.holder(name, 0, Holders.Relation.BY))
                    .filter(clause -> clause.tokens() == owner)
                    .map(clause -> clause.longer(1))
                    .or(() -> {
                        throw Unclear.say("It is not clear whose %s are meant: nothing is called “%s”."
                                .formatted(Names.plural(entity.label()), name.text()));
                    });
        }
        return relations
                .holder(left, 0, Holders.Relation.NONE)
                .or(() -> new Through(turn, entity).state(left))
                .or(() -> Owners.unmarked(turn, entity, left));
    }

    private static int possessive(Phrase phrase) {
        for (int i = 1; i < phrase.size(); i++) {
            if (phrase.at(i).is("'s")) {
                return i;
            }
        }
        return 0;
    }

    private int ordered(Phrase phrase) {
        Optional<Superlatives.Order> said = superlatives.having(phrase);
        if (said.isPresent()) {
            order(said.get());
            return said.get().tokens();
        }
        if (most > 0 && phrase.size() > 1 && phrase.startsWithOneOf(Set.of("by", "in"))) {
            Optional<SchemaLinker.Named<FieldSpec>> field = turn.schema().leadingField(entity, phrase.from(1));
            if (field.isPresent()) {
                boolean descending = order.get(0).descending();
                order.set(0, new Sort(field.get().thing().key(), descending));
                return 1 + field.get().length();
            }
        }
        Optional<Superlatives.Order> cut =
                order.isEmpty() || most > 0 ? Optional.empty() : new CutOff(superlatives, order.get(0)).read(phrase);
        if (cut.isPresent()) {
            order(cut.get());
            return cut.get().tokens();
        }
        Optional<Superlatives.Order> first = superlatives.first(phrase);
        if (first.isPresent()) {
            if (most == 0) {
                order(first.get());
            }
            return first.get().tokens();
        }
        Optional<Superlatives.Order> sorted = new SortedBy(turn, entity, superlatives).read(phrase);
        if (sorted.isPresent()) {
            // Of “the three biggest” it says how they are shown, and not which they are.
            if (most == 0) {
                order(sorted.get());
            }
            return sorted.get().tokens();
        }
        return 0;
    }

    private void order(Superlatives.Order read) {
        order.clear();
        order.add(read.sort());
        most = counted > 0 ? counted : read.most();
        counted = 0;
        if (read.ahead()) {
            conditions.add(Filter.compare(
                    read.sort().field(), Comparison.GE, turn.request().today().toString()));
        }
        if (!read.sort().descending() && most > 0) {
            conditions.add(new Filter.Compare(read.sort().field(), Comparison.NOT_EMPTY, null));
        }
    }

    private Optional<Clause> clause(Phrase phrase) {
        if (Happening.tellsWhen(phrase)) {
            return clause(phrase.from(1)).map(clause -> clause.longer(1));
        }
        return new MomentClause(turn, entity)
                .read(phrase)
                .or(() -> new Birthdays(turn, entity).read(phrase))
                .or(() -> new Expected(turn, entity).read(phrase))
                .or(() -> new Mentioned(turn, entity).read(phrase))
                .or(() -> new Nobody(turn, entity).read(phrase))
                .or(() -> new StillToDo(turn, entity).read(phrase))
                .or(() -> new Flags(turn, entity).read(phrase))
                .or(() -> new Referring(turn, entity).read(phrase))
                .or(() -> new Against(turn, entity).read(phrase))
                .or(() -> negations.read(phrase, this::clause))
                .or(() -> relations.placed(phrase))
                .or(() -> new Happening(turn, entity, comparing).read(phrase))
                .or(() -> state(phrase))
                .or(() -> comparing.read(phrase))
                .or(() -> comparing.happened(phrase))
                .or(() -> new Doers(turn, entity).read(phrase))
                .or(() -> new Labelled(turn, entity).read(phrase))
                .or(() -> new Stock(turn, entity).read(phrase))
                .or(() -> relations.read(phrase, this::says))
                .or(() -> new Through(turn, entity).state(phrase))
                .or(() -> bare(phrase));
    }

    /** Takes in a condition with all that goes on with it, and answers how many tokens that takes. */
    private int met(Clause first, Phrase phrase) {
        Clause whole = new Alternatives(turn, entity, this::clause, this::state).of(first, phrase);
        if (!whole.filter().equals(Filter.everything())) {
            conditions.add(whole.filter());
        }
        return whole.tokens();
    }

    /** “Which orders does Marek drive”: who or what is known to be so, said without a preposition. */
    private Optional<Clause> bare(Phrase phrase) {
        boolean name = turn.schema().loose() && !phrase.isEmpty() && !carriesNothing(phrase.at(0));
        return name
                ? relations.holder(phrase, 0, Holders.Relation.NONE).map(clause -> Doers.withVerb(clause, phrase))
                : Optional.empty();
    }

    /** “At least one” compares, though none of its words says anything by itself. */
    private boolean carriesNothingHere(Phrase left) {
        Token word = left.at(0);
        boolean compares = left.size() > 1 && left.at(1).isOneOf(LIMITS);
        return !isMentioned(word) && !compares && (Fillers.isOne(word) || carriesNothing(word));
    }

    private boolean isMentioned(Token word) {
        return (!turn.request().lastMentioned().isEmpty() || turn.schema().loose()) && Fillers.mayMention(word);
    }

    private boolean carriesNothing(Token word) {
        return turn.schema().loose() && !word.is("per") && Light.carriesNothing(word) && !FlagDeeds.isOf(entity, word);
    }

    /** “Open”, “in 7a”, “with premium membership”. */
    private Optional<Clause> state(Phrase phrase) {
        Optional<Clause> plain = plainState(phrase);
        boolean placed = phrase.size() > 1
                && phrase.startsWithOneOf(
                        Set.of("in", "with", "as", "at", "on", "for", "by", "via", "from", "through"));
        if (plain.isPresent() || !placed) {
            return plain;
        }
        Phrase rest = phrase.from(1).bare();
        int skip = phrase.size() - rest.size();
        return plainState(rest).filter(state -> isOption(state)).map(state -> state.longer(skip));
    }

    private static boolean isOption(Clause state) {
        return state.field() != null && state.field().type() == FieldType.CHOICE;
    }

    private Optional<Clause> plainState(Phrase phrase) {
        int length = State.leading(turn.schema(), entity, phrase);
        return length == 0
                ? Optional.empty()
                : State.read(turn.schema(), entity, phrase.to(length))
                        .map(state -> new Clause(state.negatable(), state.field(), length));
    }

    /** Whether the phrase begins with something that could be said of these records. */
    boolean says(Phrase phrase) {
        try {
            return clause(phrase).isPresent();
        } catch (Unclear unclear) {
            return true;
        }
    }
}
