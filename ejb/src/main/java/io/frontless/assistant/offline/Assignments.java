package io.frontless.assistant.offline;

import io.frontless.assistant.control.RecordLookup;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.operation.Values;
import io.frontless.record.control.RecordView;
import io.frontless.schema.control.EntityView;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads what records are to be, said without a field's name: “paid”, “class 7b”, “next monday”, “Old Mill”, or by a verb: “approve”. */
record Assignments(Turn turn, EntityView entity) {

    private static final Set<String> AFTER =
            Set.of("now", "again", "instead", "too", "anymore", "please", "already", "longer", "any", "more");
    private static final Set<String> ARROWS = Set.of("to", "as", "into", "=");
    private static final Set<String> PLACED = Set.of("in", "into", "at");
    private static final Set<String> AND = Set.of("and", "with", ",");
    private static final Map<String, String> IRREGULAR = Map.ofEntries(
            Map.entry("pay", "paid"),
            Map.entry("win", "won"),
            Map.entry("lose", "lost"),
            Map.entry("send", "sent"),
            Map.entry("sell", "sold"),
            Map.entry("take", "taken"),
            Map.entry("break", "broken"),
            Map.entry("freeze", "frozen"),
            Map.entry("write", "written"),
            Map.entry("hide", "hidden"),
            Map.entry("hold", "held"),
            Map.entry("build", "built"),
            Map.entry("begin", "begun"),
            Map.entry("withdraw", "withdrawn"),
            Map.entry("lend", "lent"),
            Map.entry("bring", "brought"),
            Map.entry("buy", "bought"),
            Map.entry("reopen", "open"));

    /** What makes what is open no longer so. */
    private static final Set<String> CLOSING = Set.of("close", "shut");

    /** What the whole phrase says records are to be; empty where it says nothing of this entity. */
    Optional<Values> read(Phrase said) {
        Optional<Values> whole = said.isEmpty() || said.isQuoted() ? Optional.empty() : state(said);
        if (whole.isPresent()) {
            return whole;
        }
        Phrase phrase = trimmed(said);
        if (phrase.isEmpty()) {
            return Optional.empty();
        }
        return state(phrase)
                .or(() -> into(said))
                .or(() -> named(phrase))
                .or(() -> day(phrase))
                .or(() -> amount(phrase))
                .or(() -> reference(phrase));
    }

    /** “Into review”, where “in review” is an option. */
    private Optional<Values> into(Phrase said) {
        return said.size() > 1 && said.startsWith("into")
                ? state(Phrase.quoted("in " + said.from(1).text()))
                : Optional.empty();
    }

    /** The opposite of a yes-or-no field that the phrase names. */
    Optional<Values> opposite(Phrase said) {
        Phrase phrase = trimmed(said);
        return State.read(turn.schema(), entity, phrase)
                .filter(state -> state.value() instanceof Boolean)
                .map(state -> Values.of(state.field().key(), !Boolean.TRUE.equals(state.value())));
    }

    /** Without a word that says when. */
    static Phrase withoutNow(Phrase said) {
        boolean now = said.size() > 1 && said.at(said.size() - 1).isOneOf(Set.of("now", "instead", "each"));
        return now ? said.to(said.size() - 1) : said;
    }

    /** Whether the phrase could say something of this entity. */
    boolean makeSense(Phrase said) {
        return turn.schema()
                .known(new Sense(entity.key(), said.tokens(), turn.request().records()), () -> {
                    try {
                        return read(said).isPresent();
                    } catch (Unclear unclear) {
                        return true;
                    }
                });
    }

    /** What decides whether words make sense of an entity within one sentence. */
    private record Sense(String entity, List<Token> said, RecordLookup records) {}

    /** What the verb makes of records, as “approve” makes them approved; empty where it makes nothing of them. */
    Optional<Values> ofVerb(String verb) {
        String lower = verb.toLowerCase(Locale.ROOT);
        List<Values> found = entity.fields().stream()
                .flatMap(field -> made(field, lower).stream())
                .toList();
        return found.size() == 1 ? found.stream().findFirst() : Optional.empty();
    }

    private static Optional<Values> made(FieldSpec field, String verb) {
        if (field.type() == FieldType.BOOLEAN) {
            String name = field.label();
            if (name.equalsIgnoreCase("open") && CLOSING.contains(verb)) {
                return Optional.of(Values.of(field.key(), false));
            }
            return isMadeBy(name, verb)
                    ? Optional.of(Values.of(field.key(), true))
                    : isUnmadeBy(name, verb) ? Optional.of(Values.of(field.key(), false)) : Optional.empty();
        }
        return field.options().stream()
                .filter(option -> isMadeBy(option, verb)
                        || (option.toLowerCase(Locale.ROOT).startsWith("in") && isUnmadeBy(option.substring(2), verb)))
                .findFirst()
                .map(option -> Values.of(field.key(), option));
    }

    /** “Ship” makes shipped, “call off” called off, “activate” active; but what is written like the verb itself, as an open invoice, is no doing of it. */
    private static boolean isMadeBy(String state, String verb) {
        int stem = state.indexOf(' ');
        int particle = verb.indexOf(' ');
        if (stem > 0 || particle > 0) {
            return stem > 0
                    && particle > 0
                    && state.substring(stem).equalsIgnoreCase(verb.substring(particle))
                    && isMadeBy(state.substring(0, stem), verb.substring(0, particle));
        }
        String word = state.toLowerCase(Locale.ROOT);
        boolean made = word.endsWith("ed") || word.endsWith("en") || verb.endsWith("ate");
        return !word.equals(verb)
                && (word.equals(IRREGULAR.get(verb))
                        || (made && verb.length() > 2 && Names.root(word).equals(Names.root(verb))));
    }

    /** “Unblock” and “deactivate” say the opposite. */
    private static boolean isUnmadeBy(String state, String verb) {
        return Stream.of("un", "de")
                .anyMatch(prefix -> verb.startsWith(prefix) && isMadeBy(state, verb.substring(prefix.length())));
    }

    /** “A preferred supplier” says of a supplier that it is preferred. */
    private Phrase withoutNoun(Phrase phrase) {
        boolean article = phrase.size() > 2 && phrase.startsWithOneOf(Set.of("a", "an"));
        boolean noun = article
                && turn.schema()
                        .entity(phrase.from(phrase.size() - 1))
                        .filter(entity::equals)
                        .isPresent();
        return noun ? phrase.sub(1, phrase.size() - 1) : phrase;
    }

    private Phrase trimmed(Phrase said) {
        Phrase phrase = said;
        while (phrase.size() > 1 && phrase.at(phrase.size() - 1).isOneOf(AFTER)) {
            phrase = phrase.to(phrase.size() - 1);
        }
        phrase = withoutNoun(phrase);
        while (phrase.size() > 1 && (phrase.startsWithOneOf(AFTER) || phrase.startsWithOneOf(PLACED))) {
            phrase = phrase.from(1);
        }
        return phrase;
    }

    /** A state, and perhaps more that is to be: “shipped with carrier UPS”. */
    private Optional<Values> state(Phrase phrase) {
        Optional<State> whole = phrase.isQuoted() ? quoted(phrase) : State.read(turn.schema(), entity, phrase);
        if (whole.isPresent()) {
            return whole.map(state -> values(state, phrase));
        }
        int length = State.leading(turn.schema(), entity, phrase);
        int now = length > 0 && phrase.size() > length + 2 && phrase.at(length).is("now") ? 1 : 0;
        int join = length + now;
        if (length == 0 || join + 1 >= phrase.size() || !phrase.at(join).isOneOf(AND)) {
            return Optional.empty();
        }
        Phrase rest = phrase.from(join + 1);
        Values more = Slots.forChange(turn, entity, rest);
        Values all = values(State.read(turn.schema(), entity, phrase.to(length)).orElseThrow(), phrase);
        for (String field : more.fields()) {
            if (all.fields().contains(field)) {
                throw Unclear.say("“%s” says the same thing twice.".formatted(phrase.text()));
            }
            all = all.with(field, more.get(field));
        }
        return Optional.of(all);
    }

    private Optional<State> quoted(Phrase phrase) {
        List<State> states = turn.schema().states(entity, phrase);
        return states.size() == 1 ? states.stream().findFirst() : Optional.empty();
    }

    /** What it is not, says of a choice not what it is. */
    private Values values(State state, Phrase said) {
        if (state.not()) {
            throw turn.values().noSuchOption(state.field(), said);
        }
        return Values.of(state.field().key(), state.value());
    }

    private Optional<Values> named(Phrase phrase) {
        Phrase bare = phrase.bare();
        boolean field = turn.schema()
                .leadingField(entity, bare)
                .filter(named -> named.length() < bare.size())
                .isPresent();
        if (bare.tokens().stream().skip(2).anyMatch(token -> token.isOneOf(ARROWS))) {
            return Optional.empty();
        }
        boolean due =
                bare.size() > 1 && bare.startsWith("due") && !Roles.due(entity).isEmpty();
        return field || due ? Optional.of(Slots.forChange(turn, entity, bare)) : Optional.empty();
    }

    /** The one day that the entity has. */
    private Optional<Values> day(Phrase phrase) {
        int skip = phrase.size() > 1 && phrase.startsWith("on") ? 1 : 0;
        Phrase day = phrase.from(skip);
        Optional<Dates.Dated> date =
                Dates.leading(day, turn.request().today()).filter(found -> found.tokens() == day.size());
        List<FieldSpec> fields = date.isEmpty()
                ? List.of()
                : entity.fields().stream().filter(Roles::isDate).toList();
        return fields.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Values.of(Slots.one(fields, day).key(), turn.values().read(Slots.one(fields, day), day)));
    }

    /** The one number that the entity has. */
    private Optional<Values> amount(Phrase phrase) {
        List<FieldSpec> numbers =
                entity.fields().stream().skip(1).filter(Roles::isNumber).toList();
        return numbers.size() == 1 && Amounts.whole(phrase).isPresent()
                ? Optional.of(Values.of(numbers.get(0).key(), turn.values().read(numbers.get(0), phrase)))
                : Optional.empty();
    }

    private Optional<Values> reference(Phrase phrase) {
        List<Values> found = references().stream()
                .flatMap(field -> reference(field, phrase).stream())
                .toList();
        if (found.size() > 1) {
            throw Unclear.say(
                    "“%s” could be the value of several fields. Name the field, too.".formatted(phrase.text()));
        }
        return found.stream().findFirst();
    }

    private List<FieldSpec> references() {
        return entity.fields().stream()
                .filter(field -> field.type() == FieldType.REFERENCE)
                .toList();
    }

    private Optional<Values> reference(FieldSpec field, Phrase phrase) {
        EntityView pointed = turn.records().pointed(field).orElse(null);
        if (pointed == null) {
            return Optional.empty();
        }
        List<RecordView> called = turn.records().called(pointed, turn.records().withoutEntity(pointed, phrase));
        if (called.size() > 1) {
            throw turn.records().severalOf(pointed, called, phrase);
        }
        return called.stream()
                .findFirst()
                .map(record -> Values.of(field.key(), record.id().toString()));
    }

    /** Whom records are given to: an owner, or whatever reference is to a person called so. */
    Optional<Values> person(Phrase phrase) {
        List<FieldSpec> fields = Roles.assigned(entity).stream()
                .filter(field -> field.type() != FieldType.CHOICE)
                .toList();
        if (fields.isEmpty()) {
            return new Holders(turn, entity, texts())
                    .read(phrase, Holders.Relation.BY)
                    .map(held -> Values.of(held.field().key(), held.value()));
        }
        Optional<Values> known = new Holders(turn, entity, texts())
                .read(phrase, Holders.Relation.BY)
                .map(held -> Values.of(held.field().key(), held.value()));
        if (known.isPresent()) {
            return known;
        }
        FieldSpec field = Slots.one(fields, phrase);
        if (field.type() == FieldType.TEXT && !Roles.isSurelyPerson(field)) {
            throw Unclear.say("“%s” is not known as the %s of any %s. Name the field, too."
                    .formatted(phrase.text(), field.label(), entity.label().toLowerCase(Locale.ROOT)));
        }
        return Optional.of(Values.of(field.key(), turn.values().read(field, phrase.bare())));
    }

    private List<FieldSpec> texts() {
        return entity.fields().stream()
                .skip(1)
                .filter(field -> field.type() == FieldType.TEXT || field.type() == FieldType.REFERENCE)
                .toList();
    }
}
