package io.frontless.assistant.offline;

import io.frontless.operation.Comparison;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.operation.Filter;
import io.frontless.record.control.RecordView;
import io.frontless.schema.control.EntityView;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads what records have not: “without an email”, “with no owner”, “not in Berlin”, “except INV-1 and INV-2”. */
record Negations(Turn turn, EntityView entity) {

    private static final Set<String> HAVING = Set.of("have", "has", "having", "with");
    private static final Set<String> PLACING =
            Set.of("from", "in", "at", "on", "by", "for", "of", "due", "over", "under");
    private static final Set<String> NEITHER_NOR = Set.of("neither", "nor");
    private static final List<Form> EXCEPT = List.of(
            Form.of("except|excluding|besides [for] [those|ones] <rest>"),
            Form.of("with the exception of <rest>"),
            Form.of("but not <rest>"),
            Form.of("other than <rest>"),
            Form.of("apart from <rest>"),
            Form.of("without|minus|save the <rest> one|ones"));
    private static final Form BUT = Form.of("but|bar <rest>");
    private static final List<Form> LACKING = List.of(
            Form.of("without|lacking|missing [any|a|an] <rest>"),
            Form.of("with|have|having|has|had|of no <rest>"),
            Form.of("no <rest>"),
            Form.of("[still] lack|lacks|miss|misses [any|a|an|the|their|its] <rest>"),
            Form.of("don't|doesn't|didn't|don’t|doesn’t|didn’t have|get|has [any|a|an] <rest>"),
            Form.of("do|does|did not have|get [any|a|an] <rest>"),
            Form.of("[do|does|did|have|has] not|don't|doesn't|didn't|don’t|doesn’t|didn’t|haven't|hasn't"
                    + " give|given|leave|left|tell|told|send|sent us [any|a|an|the|their|his|her|its] <rest>"),
            Form.of("gave|left|told|sent us no <rest>"),
            Form.of("with a|an|the|their missing|unknown|empty <rest>"));
    /** What is still needed is not there; of what may be so or not, as an interpreter that somebody needs, it says the opposite. */
    private static final List<Form> NEEDING =
            List.of(Form.of("[still] need|needs a|an <rest>"), Form.of("still need|needs <rest>"));

    private static final Set<FieldType> NEEDED =
            Set.of(FieldType.REFERENCE, FieldType.DATE, FieldType.DATETIME, FieldType.EMAIL, FieldType.PHONE);

    /** “With no discount entered”. */
    private static final Set<String> ENTERED = Set.of(
            "entered",
            "recorded",
            "noted",
            "given",
            "set",
            "stored",
            "known",
            "saved",
            "listed",
            "yet",
            "specified",
            "assigned",
            "agreed");

    private static final List<Form> UNKNOWN = List.of(
            Form.of("whose <rest> we|i don't|don’t have|know"),
            Form.of("whose <rest> we|i do not have|know"),
            Form.of("whose <rest> is|are not|isn't|aren't known"));
    /** What nobody can be reached by is not known. */
    private static final List<Form> UNREACHED = List.of(
            Form.of(
                    "[that|whom|who] [we|i|you] can|could|can't|cannot|can’t [we|i|you] [be] reach|reached|contact|contacted|call|called|get"
                            + " [,] [i] [mean] [,] neither [by|via|on] <one> nor [by|via|on] <other>"),
            Form.of("[that|whom|who] [can|could] [we|i|you] [can|could] neither <one> nor <other>"),
            Form.of(
                    "[that|whom|who] [we|i|you] can't|cannot|can’t|couldn't [be] reach|reached|contact|contacted|call|called|get by|via|on|over <one>"),
            Form.of("[that|whom|who] can|could not be reached|contacted by|via|on|over <one>"),
            Form.of(
                    "[that|whom|who] [we|i|you] can't|cannot|can’t|couldn't <verb> because|as|since there|we is|'s|are|have no <one>"));

    private static final List<Form> APART = List.of(
            Form.of("[do|does|did] not|don't|doesn't|don’t|doesn’t belong to any|a|an <entity>"),
            Form.of("[do|does] not|don't|doesn't|don’t|doesn’t have anything to do with any|a|an <entity>"),
            Form.of("[have|has] nothing to do with any|a|an <entity>"));
    private static final Set<String> BEING = Set.of("is", "are");
    private static final Set<String> PREPOSITIONS = Set.of("of", "for", "from", "on", "to", "in", "at");
    private static final Form NOT = Form.of(
            "[do|does|did|is|are] not|isn't|aren't|isn’t|aren’t|don't|doesn't|didn't|haven't|hasn't [yet] [been] <rest>");

    /** How many tokens say “neither”, or “with neither”; 0 where none do. */
    static int neither(Phrase left) {
        int with = left.size() > 1 && left.startsWithOneOf(Set.of("with", "having")) ? 1 : 0;
        return left.at(with).is("neither") ? with + 1 : 0;
    }

    /**
     * “Neither paid nor from Berlin”: what is denied from a place on. Right behind one of the two words that may be a place, a person or a time, too.
     *
     * @param state reads how they are
     * @param positive reads whatever is said of them
     */
    Optional<Clause> denied(
            Phrase words,
            int from,
            Function<Phrase, Optional<Clause>> state,
            Function<Phrase, Optional<Clause>> positive) {
        Phrase left = words.from(from);
        boolean whatever = words.at(from - 1).isOneOf(NEITHER_NOR);
        int have = whatever && left.size() > 1 && left.startsWithOneOf(HAVING) ? 1 : 0;
        Optional<Clause> none = without(left.from(have)).map(clause -> clause.longer(have));
        boolean placed = whatever && left.startsWithOneOf(PLACING);
        Optional<Clause> said = placed ? positive.apply(left).map(Clause::negated) : Optional.empty();
        return state.apply(left).map(Clause::negated).or(() -> Stream.concat(none.stream(), said.stream())
                .max(Comparator.comparingInt(Clause::tokens)));
    }

    /** The condition; {@code positive} reads what is denied. */
    Optional<Clause> read(Phrase phrase, Function<Phrase, Optional<Clause>> positive) {
        return first(EXCEPT, phrase)
                .flatMap(rest -> except(phrase, rest, positive))
                .or(() -> first(List.of(BUT), phrase).flatMap(rest -> except(phrase, rest, positive)))
                .or(() -> unknown(phrase))
                .or(() -> unreached(phrase))
                .or(() -> apart(phrase))
                .or(() -> first(LACKING, phrase).flatMap(rest -> lacking(phrase, rest)))
                .or(() -> first(NEEDING, phrase)
                        .filter(rest -> turn.schema()
                                .leadingField(entity, rest)
                                .filter(named -> NEEDED.contains(named.thing().type()))
                                .isPresent())
                        .flatMap(rest -> lacking(phrase, rest)))
                .or(() -> denying(phrase, positive))
                .or(() -> state(phrase))
                .or(() -> first(List.of(NOT), phrase).flatMap(rest -> positive.apply(rest)
                        .map(Clause::negated)
                        .map(clause -> clause.longer(phrase.size() - rest.size()))));
    }

    /** “That are not declared”, of the option “not declared”. */
    private Optional<Clause> denying(Phrase phrase, Function<Phrase, Optional<Clause>> positive) {
        Phrase not = phrase.startsWithOneOf(BEING) ? phrase.from(1) : phrase;
        boolean option = not.size() > 1
                && not.size() < phrase.size()
                && not.startsWith("not")
                && entity.fields().stream()
                        .flatMap(field -> field.options().stream())
                        .anyMatch(one -> one.equalsIgnoreCase(not.to(2).text()));
        return option ? positive.apply(not).map(clause -> clause.longer(1)) : Optional.empty();
    }

    private static Optional<Phrase> first(List<Form> forms, Phrase phrase) {
        return Form.matches(forms, phrase).stream().findFirst().map(match -> match.the("rest"));
    }

    /** “Not paid” is a state that knows its opposite. */
    private Optional<Clause> state(Phrase phrase) {
        if (State.negation(phrase) == 0) {
            return Optional.empty();
        }
        int length = State.leading(turn.schema(), entity, phrase);
        return length == 0
                ? Optional.empty()
                : State.read(turn.schema(), entity, phrase.to(length))
                        .map(state -> new Clause(state.negatable(), state.field(), length));
    }

    /** “Whose phone we don't have”. */
    private Optional<Clause> unknown(Phrase phrase) {
        return first(UNKNOWN, phrase).flatMap(rest -> turn.schema()
                .leadingField(entity, rest)
                .filter(named -> named.length() == rest.size())
                .map(named -> new Clause(none(named.thing()), null, phrase.size())));
    }

    /** “That we can reach neither by phone nor by email”. */
    private Optional<Clause> unreached(Phrase phrase) {
        for (Match match : Form.matches(UNREACHED, phrase)) {
            if (match.has("verb") && match.the("verb").size() > 1) {
                continue;
            }
            List<Filter> all = new ArrayList<>();
            List<Phrase> names =
                    match.has("other") ? List.of(match.the("one"), match.the("other")) : List.of(match.the("one"));
            names.forEach(name -> turn.schema()
                    .leadingField(entity, name.bare())
                    .filter(named -> named.length() == name.bare().size())
                    .ifPresent(named -> all.add(none(named.thing()))));
            if (all.size() == names.size()) {
                return Optional.of(new Clause(Filter.all(all), null, phrase.size()));
            }
        }
        return Optional.empty();
    }

    /** “That don't belong to any job”: nothing of that kind is referred to. */
    private Optional<Clause> apart(Phrase phrase) {
        Phrase whole =
                phrase.split(Set.of(",", "and", ";")).stream().findFirst().orElse(phrase);
        for (Match match : Form.matches(APART, whole)) {
            List<FieldSpec> fields = turn.schema().entity(match.the("entity")).stream()
                    .flatMap(other ->
                            entity.fields().stream().filter(field -> other.key().equals(field.target())))
                    .toList();
            if (fields.size() == 1) {
                return Optional.of(new Clause(none(fields.get(0)), null, whole.size()));
            }
        }
        return Optional.empty();
    }

    /** “Neither a phone nor an email”. */
    Optional<Clause> without(Phrase phrase) {
        return lacking(phrase, phrase.bare());
    }

    private Optional<Clause> lacking(Phrase phrase, Phrase rest) {
        int said = phrase.size() - rest.size();
        return turn.schema().leadingField(entity, rest).or(() -> flag(rest)).map(named -> {
            int name = said + named.length();
            int end = name + preposition(phrase.from(name)) + entered(phrase.from(name));
            Clause first = new Clause(none(named.thing()), null, end);
            return further(phrase, end)
                    .map(more ->
                            new Clause(new Filter.All(List.of(first.filter(), more.filter())), null, more.tokens()))
                    .orElse(first);
        });
    }

    /** “Without deposit”, where a yes-or-no field tells whether the deposit is paid. */
    private Optional<SchemaLinker.Named<FieldSpec>> flag(Phrase rest) {
        return !turn.schema().lenient() || rest.isEmpty()
                ? Optional.empty()
                : new FieldParts(turn, entity)
                        .of(rest.at(0))
                        .filter(field -> field.type() == FieldType.BOOLEAN)
                        .filter(field -> {
                            List<String> label = turn.schema().stems(field.label());
                            return label.size() == 2
                                    && turn.schema().stems(rest.at(0).text()).equals(label.subList(0, 1))
                                    && Words.isPast(label.get(1));
                        })
                        .map(field -> new SchemaLinker.Named<>(field, 1));
    }

    /** “That we have no phone of”: it tells of them. */
    private static int preposition(Phrase after) {
        boolean ends = after.startsWithOneOf(PREPOSITIONS)
                && (after.size() == 1 || after.at(1).isOneOf(Set.of("yet", "and", "or", ",")));
        return ends ? 1 : 0;
    }

    private static int entered(Phrase after) {
        boolean ends = after.startsWithOneOf(ENTERED)
                && (after.size() == 1 || after.at(1).isOneOf(Set.of("yet", "and", "or", ",", "for")));
        return ends ? 1 : 0;
    }

    /** “Without phone or email” is without both. */
    private Optional<Clause> further(Phrase phrase, int end) {
        boolean or = phrase.size() > end + 1 && phrase.at(end).isOneOf(Set.of("or", "nor"));
        boolean again = or && phrase.at(end + 1).isOneOf(Set.of("no", "without"));
        Phrase name = or && !again ? phrase.from(end + 1).bare() : phrase.to(0);
        int start = phrase.size() - name.size();
        return turn.schema()
                .leadingField(entity, name)
                .map(named -> new Clause(none(named.thing()), null, start + named.length()));
    }

    /** No stock is none in number, too. */
    private Filter none(FieldSpec field) {
        if (field.type() == FieldType.LONG_TEXT) {
            return new Having(turn, entity).written(field, false);
        }
        if (field.type() == FieldType.BOOLEAN) {
            return new Filter.Compare(field.key(), Comparison.NE, true);
        }
        Filter empty = new Filter.Compare(field.key(), Comparison.EMPTY, null);
        return Roles.isNumber(field)
                ? new Filter.Any(List.of(empty, Filter.equal(field.key(), BigDecimal.ZERO)))
                : empty;
    }

    /** Records by their titles, or whatever can be said of them: “except the open ones and O-501”. */
    private Optional<Clause> except(Phrase phrase, Phrase rest, Function<Phrase, Optional<Clause>> positive) {
        int said = phrase.size() - rest.size();
        List<Filter> others = new ArrayList<>();
        for (Phrase name : rest.split(Set.of(",", "and", "or", "&"))) {
            Optional<Filter> other = titled(name).or(() -> ofKind(name, positive));
            if (other.isEmpty()) {
                others.clear();
                break;
            }
            others.add(other.get());
        }
        boolean but = phrase.startsWithOneOf(Set.of("but", "bar"));
        return !others.isEmpty()
                ? Optional.of(new Clause(Filter.all(others), null, phrase.size()))
                : but
                        ? Optional.empty()
                        : positive.apply(rest).map(Clause::negated).map(clause -> clause.longer(said));
    }

    /** Other than the record of this name. */
    private Optional<Filter> titled(Phrase name) {
        Optional<FieldSpec> title = entity.titleField().filter(field -> field.type() != FieldType.REFERENCE);
        List<RecordView> found = turn.records().named(entity, name);
        if (found.size() > 1) {
            throw turn.records().severalOf(entity, found, name);
        }
        return found.isEmpty()
                ? Optional.empty()
                : title.map(field -> new Filter.Compare(
                        field.key(), Comparison.NE, found.get(0).values().get(field.key())));
    }

    /** Other than those of which all of the words say something: “the open ones”, “Nadia's”. */
    private Optional<Filter> ofKind(Phrase words, Function<Phrase, Optional<Clause>> positive) {
        Phrase kind = words.bare();
        if (kind.size() > 1 && kind.at(kind.size() - 1).is("'s")) {
            return new Holders(turn, entity)
                    .read(kind.to(kind.size() - 1), Holders.Relation.BY)
                    .filter(held -> !Roles.naming(entity).contains(held.field()))
                    .map(held -> new Clause(held.condition(), null, 1).negated().filter());
        }
        boolean ones = kind.size() > 1 && kind.at(kind.size() - 1).isOneOf(Set.of("one", "ones"));
        Phrase said = ones ? kind.to(kind.size() - 1) : kind;
        return positive.apply(said)
                .filter(clause -> clause.tokens() == said.size())
                .map(clause -> clause.negated().filter());
    }
}
