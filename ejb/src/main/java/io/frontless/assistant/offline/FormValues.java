package io.frontless.assistant.offline;

import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.operation.Values;
import io.frontless.schema.control.EntityView;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What the names of a form say that records are to be: {@code <field>} with {@code <value>}, {@code <state>}, {@code <person>} and so on. */
record FormValues(Turn turn) {

    /** Names for what a yes-or-no field is called, and what it is to be. */
    private static final Map<String, Boolean> FLAGS =
            Map.of("on", true, "off", false, "no", false, "placed", true, "removed", false);

    private static final Set<String> ME = Set.of("me", "myself");
    private static final Set<String> PLACED = Set.of("placed", "removed");

    /** An entity comes into question if what is said makes sense of it. */
    Predicate<EntityView> plausible(Match match) {
        if (match.has("field") || match.has("cleared")) {
            Phrase field = match.the(match.has("field") ? "field" : "cleared");
            return entity -> turn.schema().hasField(entity, field);
        }
        Optional<Flag> flag = flag(match);
        if (flag.isPresent()) {
            return entity -> flag.get().placed()
                    ? !placed(entity, flag.get()).isEmpty()
                    : turn.schema().hasField(entity, flag.get().said());
        }
        if (match.has("done") || match.has("doing")) {
            return entity -> doneBy(entity, match).size() == 1;
        }
        if (match.has("deed")) {
            return entity -> State.leading(turn.schema(), entity, match.the("deed"))
                    == match.the("deed").size();
        }
        if (match.has("from")) {
            return entity -> true;
        }
        if (match.has("duty")) {
            return entity -> duty(entity, match).isPresent();
        }
        if (match.has("own") || match.has("same")) {
            return entity -> turn.schema().hasField(entity, match.the(match.has("same") ? "same" : "own"));
        }
        if (match.has("end")) {
            return entity -> Roles.due(entity).size() == 1;
        }
        if (match.has("day")) {
            return entity -> days(entity, match).size() == 1;
        }
        if (match.has("unstate")) {
            return entity ->
                    new Assignments(turn, entity).opposite(match.the("unstate")).isPresent();
        }
        if (match.has("state")) {
            return entity -> new Assignments(turn, entity).makeSense(stated(entity, match.the("state")));
        }
        return match.has("person")
                ? entity -> !Roles.assigned(entity).isEmpty()
                        || new Assignments(turn, entity).makeSense(match.the("person"))
                : entity -> true;
    }

    /** The values that the form says. */
    Values of(EntityView entity, Match match) {
        Assignments assignments = new Assignments(turn, entity);
        if (match.has("list")) {
            return Slots.forChange(turn, entity, match.the("list"));
        }
        if (match.has("cleared")) {
            return cleared(entity, match.the("cleared"));
        }
        if (match.has("person")) {
            return assignments.person(match.the("person")).orElseThrow(() -> none(entity, match.the("person")));
        }
        if (match.has("field")) {
            return ofField(entity, match);
        }
        Optional<Flag> flag = flag(match);
        if (flag.isPresent()) {
            return flagged(entity, flag.get());
        }
        if (match.has("done") || match.has("doing")) {
            return ofDoer(entity, match);
        }
        if (match.has("duty")) {
            return given(
                    entity, duty(entity, match).orElseThrow(() -> none(entity, match.the("duty"))), match.the("value"));
        }
        if (match.has("own")) {
            return ofAuthor(turn.schema().requireField(entity, match.the("own")));
        }
        if (match.has("same")) {
            return same(entity, match);
        }
        if (match.has("end")) {
            return Slots.forChange(turn, Slots.one(Roles.due(entity), match.the("end")), entity, match.the("end"));
        }
        if (match.has("day")) {
            return ofDay(entity, match);
        }
        if (match.has("counted")) {
            return Slots.forChange(turn, entity, match.the("counted"));
        }
        if (match.has("unstate")) {
            Phrase denied = match.the("unstate");
            return assignments.opposite(denied).orElseThrow(() -> none(entity, denied));
        }
        Phrase said = match.has("deed") ? match.the("deed") : stated(entity, match.the("state"));
        return assignments.read(said).orElseThrow(() -> none(entity, said));
    }

    private Values ofField(EntityView entity, Match match) {
        FieldSpec field = turn.schema().requireField(entity, match.the("field"));
        boolean ofItself = entity.titleField().equals(Optional.of(field))
                && turn.schema().entity(match.the("field")).equals(Optional.of(entity));
        if (ofItself) {
            throw Unclear.say("Is the %s to change, or something else? Say “the %s of …”."
                    .formatted(field.label(), field.label().toLowerCase(Locale.ROOT)));
        }
        Optional<Phrase> figure =
                Stream.of("figure", "share").filter(match::has).map(match::the).findFirst();
        boolean share =
                match.has("share") && Amounts.percent(match.the("share")).isEmpty();
        if (share || figure.filter(said -> !isFigure(field, said)).isPresent()) {
            throw none(entity, figure.orElseThrow());
        }
        String value = Stream.of("plain", "figure", "share", "value")
                .filter(match::has)
                .findFirst()
                .orElseThrow();
        Phrase said = match.the("field");
        return new DeedDay(turn, entity, field, said).with(given(entity, field, match.the(value)));
    }

    /** “Handled by Kirsten”: somebody by name. */
    private Values ofDoer(EntityView entity, Match match) {
        FieldSpec field = NewValues.one(doneBy(entity, match)).orElseThrow(() -> none(entity, deed(match)));
        Phrase who = match.the("value");
        boolean name = who.at(0).quoted() || who.at(0).text().matches("(?s)\\p{Lu}.*");
        if (who.size() == 1 && who.startsWithOneOf(ME)) {
            return ofAuthor(field);
        }
        if (!name || who.tokens().stream().anyMatch(token -> token.is("or"))) {
            throw Unclear.say("“%s” does not look like one name. Put it in quotes if it is.".formatted(who.text()));
        }
        return given(entity, field, who);
    }

    /** “Writes the minutes”: a field that says by whom that is done. */
    private Optional<FieldSpec> duty(EntityView entity, Match match) {
        return turn.schema()
                .leadingField(entity, match.the("duty"))
                .filter(named -> named.length() == match.the("duty").size())
                .map(SchemaLinker.Named::thing)
                .filter(field -> KnownPeople.isSomebody(entity, field));
    }

    private Values ofDay(EntityView entity, Match match) {
        List<FieldSpec> days = days(entity, match);
        if (days.isEmpty()) {
            throw none(entity, match.the("day"));
        }
        FieldSpec field = Slots.one(days, match.the("day"));
        Phrase verb = match.has("verb") ? match.the("verb") : match.the("day").to(0);
        boolean done = verb.size() == 1 && DeedDay.isDone(verb.text()) && !isBy(match.the("day"));
        Phrase day = done ? Dates.told(match.the("day"), turn.request().today()) : match.the("day");
        Values given = Slots.forChange(turn, field, entity, day);
        return new DeedDay(turn, entity, field, verb).with(given);
    }

    /** “Fixed by Friday” is still to be done. */
    private boolean isBy(Phrase day) {
        int at = turn.words().tokens().indexOf(day.at(0));
        return at > 0 && turn.words().at(at - 1).is("by");
    }

    /** The dates that a verb such as “ends” is about, or the day of the record. */
    private static List<FieldSpec> days(EntityView entity, Match match) {
        return match.has("verb")
                ? Roles.dates(entity, match.the("verb").text().toLowerCase(Locale.ROOT))
                : Roles.day(entity);
    }

    /**
     * What a form says of a yes-or-no field.
     *
     * @param placed whether the name lacks its “on”, as in “take it off display”
     */
    private record Flag(Phrase said, boolean value, boolean placed) {}

    private static Optional<Flag> flag(Match match) {
        return FLAGS.entrySet().stream()
                .filter(flag -> match.has(flag.getKey()))
                .findFirst()
                .map(flag -> new Flag(match.the(flag.getKey()), flag.getValue(), PLACED.contains(flag.getKey())));
    }

    /** “No pets in lease 20250”, “give Fiona a key card”; whether a value is to be cleared is asked. */
    private Values flagged(EntityView entity, Flag flag) {
        List<FieldSpec> placed = flag.placed() ? placed(entity, flag) : List.of();
        if (flag.placed() && placed.isEmpty()) {
            throw none(entity, flag.said());
        }
        FieldSpec field =
                flag.placed() ? Slots.one(placed, flag.said()) : turn.schema().requireField(entity, flag.said());
        if (field.type() != FieldType.BOOLEAN) {
            String label = field.label();
            throw Unclear.say("What is the %s to be? Say “set the %s of … to …”, or “clear” it."
                    .formatted(label, label.toLowerCase(Locale.ROOT)));
        }
        return Values.of(field.key(), flag.value());
    }

    /** “On the menu” for “menu”. */
    private static List<FieldSpec> placed(EntityView entity, Flag flag) {
        List<String> name = Stream.concat(
                        Stream.of("on"), Names.stems(flag.said().bare().text()).stream())
                .toList();
        return entity.fields().stream()
                .filter(field -> field.type() == FieldType.BOOLEAN)
                .filter(field -> Names.stems(field.label()).stream()
                        .filter(word -> !word.equals("the"))
                        .toList()
                        .equals(name))
                .toList();
    }

    private static Phrase deed(Match match) {
        return match.the(match.has("doing") ? "doing" : "done");
    }

    /** “Owned by”, “coordinated by”, “Joel directs”: the fields for who does it. */
    private List<FieldSpec> doneBy(EntityView entity, Match match) {
        boolean does = match.has("doing");
        Phrase verb = deed(match);
        return verb.size() > 1 || !verb.at(0).isWord() || (does && !verb.text().matches("\\p{Ll}{3,}s"))
                ? List.of()
                : entity.fields().stream()
                        .filter(field -> field.type() == FieldType.TEXT || field.type() == FieldType.REFERENCE)
                        .filter(field -> !entity.titleField().equals(Optional.of(field)))
                        .filter(field -> does
                                ? (field.type() == FieldType.REFERENCE || KnownPeople.isSomebody(entity, field))
                                        && Words.bases(verb.text())
                                                .anyMatch(base -> turn.schema().isDoneBy(field, base))
                                : turn.schema().isDoneBy(field, verb.text()))
                        .toList();
    }

    private Values ofAuthor(FieldSpec field) {
        String name = turn.request().author().name();
        return Values.of(
                field.key(),
                field.type() == FieldType.REFERENCE
                        ? turn.records().target(field, Phrase.quoted(name)).id().toString()
                        : turn.values().read(field, Phrase.quoted(name)));
    }

    /** “The same rebate as Alma Gardens”: what the other has. */
    private Values same(EntityView entity, Match match) {
        FieldSpec field = turn.schema().requireField(entity, match.the("same"));
        Target other = turn.targets()
                .find(match.the("other"), entity::equals)
                .filter(found -> found.isOne() && found.entity().equals(entity))
                .orElseThrow(() -> turn.targets().none(match.the("other")));
        Object value = other.records().get(0).values().get(field.key());
        if (value == null) {
            throw Unclear.say("%s of %s is empty.".formatted(field.label(), other.name()));
        }
        return Values.of(field.key(), value);
    }

    /** Whether the phrase as a whole is a number or day that the field can have. */
    private boolean isFigure(FieldSpec field, Phrase said) {
        return (Roles.isNumber(field) || Roles.isDate(field)) && turn.values().leading(field, said) == said.size();
    }

    Values given(EntityView entity, FieldSpec field, Phrase said) {
        return Slots.forChange(turn, field, entity, Assignments.withoutNow(said));
    }

    /** “In repair” is a state as a whole, though “in” also leads to one. */
    private Phrase stated(EntityView entity, Phrase said) {
        int at = turn.words().tokens().indexOf(said.at(0));
        Phrase longer = at > 0 ? turn.words().sub(at - 1, at + said.size()) : said;
        boolean state = !said.at(0).quoted()
                && turn.schema().states(entity, longer).stream().findFirst().isPresent();
        return state ? longer : said;
    }

    Values cleared(EntityView entity, Phrase said) {
        FieldSpec field = turn.schema().requireField(entity, said);
        if (field.type() == FieldType.BOOLEAN) {
            return Values.of(field.key(), false);
        }
        if (field.required()) {
            throw Unclear.say("%s is required, so it cannot be cleared.".formatted(field.label()));
        }
        return Values.of(field.key(), null);
    }

    private Unclear none(EntityView entity, Phrase said) {
        return entity.fields().stream()
                .filter(field -> !field.options().isEmpty())
                .findFirst()
                .map(field -> turn.values().noSuchOption(field, said))
                .orElseGet(() -> Unclear.say(
                        "“%s” says nothing about a %s that could be set.".formatted(said.text(), entity.label())));
    }
}
