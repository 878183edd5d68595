package io.frontless.assistant.offline;

import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.operation.Values;
import io.frontless.schema.control.EntityView;
import io.frontless.schema.control.SchemaView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The fields of a table that hold a day with its time, and which of them is meant by a name, by a verb, or by neither. */
record MomentFields(Turn turn, EntityView entity) {

    private static final Set<String> STARTS =
            Set.of("start", "starting", "begin", "beginning", "from", "depart", "departure", "opening");
    private static final Set<String> ENDS =
            Set.of("end", "ending", "finish", "until", "till", "to", "arrival", "arrive", "return", "closing");
    private static final Set<String> STARTING = Set.of("start", "begin");
    private static final Set<String> ENDING = Set.of("end", "finish");

    /** What every moment is called. */
    private static final Set<String> ANY = Set.of("time", "date", "day", "hour", "slot", "moment");

    /** What a field that says only when it is, and no more, is called beside its table's name. */
    private static final Set<String> WHEN =
            Set.of("time", "when", "date", "and", "day", "at", "on", "for", "schedule", "scheduled", "planned", "slot");

    /** Whether any table has such a field: else nothing of this is looked at. */
    static boolean areIn(SchemaView schema) {
        return schema.entities().stream().anyMatch(MomentFields::areIn);
    }

    static boolean areIn(EntityView entity) {
        return entity.fields().stream().anyMatch(field -> field.type() == FieldType.DATETIME);
    }

    /** Those that can still be moved: “Created at” and “Last seen” tell what has been. */
    List<FieldSpec> all() {
        return entity.fields().stream()
                .filter(field -> field.type() == FieldType.DATETIME && !DeedDay.isOfThePast(field))
                .toList();
    }

    /** Whether there are days without a time, too. */
    boolean hasDays() {
        return entity.fields().stream().anyMatch(field -> field.type() == FieldType.DATE);
    }

    /** The one day without a time by which it is due. */
    Optional<FieldSpec> dueDay() {
        return NewValues.one(entity.fields().stream()
                .filter(field -> field.type() == FieldType.DATE && Roles.isDue(field))
                .toList());
    }

    /** Whether its records are people or things of a name, of which a moment only tells something: nobody is moved to Monday by his “Next shift”. */
    boolean isOfPeople() {
        boolean named = entity.titleField()
                .filter(title -> Names.stems(title.label()).contains("name"))
                .isPresent();
        return WhoReading.isOfPeople(entity) || (named && start().isEmpty() && when().isEmpty());
    }

    /** When it starts, where it says by its name that it does. */
    Optional<FieldSpec> start() {
        return NewValues.one(called(STARTS));
    }

    /** When it ends. */
    Optional<FieldSpec> end() {
        return NewValues.one(called(ENDS));
    }

    /** Whether its records last from one moment to another, and have no third. */
    boolean isPair() {
        return all().size() == 2 && start().isPresent() && end().isPresent() && !start().equals(end());
    }

    /** Whether words are no name of a field, but say that a moment is meant: “the time of A-3”. */
    boolean isAny(Phrase name) {
        return name.size() == 1 && name.at(0).isOneOf(ANY) && !turn.schema().hasField(entity, name);
    }

    /** The field of this name, or the one that is called by the word for its side: “the start of A-3”. */
    Optional<FieldSpec> named(Phrase name) {
        if (turn.schema().hasField(entity, name)) {
            return Optional.of(turn.schema().requireField(entity, name))
                    .filter(field -> field.type() == FieldType.DATETIME);
        }
        boolean timed = name.size() == 2 && name.at(1).isOneOf(Set.of("time", "date", "day"));
        return name.size() == 1 || timed ? byVerb(name.at(0)) : Optional.empty();
    }

    /** The field of what a verb tells: “starts”, “arrives”. */
    Optional<FieldSpec> byVerb(Token verb) {
        if (!verb.isWord()) {
            return Optional.empty();
        }
        if (Words.isFormOf(verb.word(), STARTING) || STARTS.contains(verb.word())) {
            return start().filter(field -> isOf(field, verb) || starts(field)).or(this::when);
        }
        if (Words.isFormOf(verb.word(), ENDING)) {
            return end();
        }
        return NewValues.one(Roles.dates(entity, verb.word()).stream()
                .filter(field -> field.type() == FieldType.DATETIME)
                .toList());
    }

    /** The only one, where it says when its record is: an appointment's “Time”, and not a doctor's “Next shift”. */
    Optional<FieldSpec> when() {
        List<String> own = Names.stems(entity.label());
        return all().size() == 1
                ? all().stream()
                        .filter(field -> Names.stems(field.label()).stream()
                                .allMatch(word -> WHEN.contains(word)
                                        || STARTS.contains(word)
                                        || ENDS.contains(word)
                                        || own.contains(word)))
                        .findFirst()
                : Optional.empty();
    }

    /** Asks for the field's name, where several may be meant. */
    static Unclear askedOf(List<FieldSpec> moments) {
        return Unclear.say("It is not clear which of %s is meant. Name the field, too."
                .formatted(
                        SchemaLinker.join(moments.stream().map(FieldSpec::label).toList())));
    }

    /** Whether a record with a start and an end would end before it starts, were it to get these values. */
    boolean wouldEndBefore(Found record, Values values) {
        Optional<Instant> from = start().flatMap(field -> then(record, values, field));
        Optional<Instant> to = end().flatMap(field -> then(record, values, field));
        return isPair() && from.isPresent() && to.isPresent() && !from.get().isBefore(to.get());
    }

    private static Optional<Instant> then(Found record, Values values, FieldSpec field) {
        return Optional.ofNullable(values.get(field.key()))
                .map(String::valueOf)
                .map(Instant::parse)
                .or(() -> MomentChange.present(record, field));
    }

    private static boolean starts(FieldSpec field) {
        return Names.stems(field.label()).stream()
                .anyMatch(word -> Words.isFormOf(word, STARTING) || word.equals("from"));
    }

    private static boolean isOf(FieldSpec field, Token verb) {
        return Names.stems(field.label()).contains(Names.singular(verb.word()));
    }

    private List<FieldSpec> called(Set<String> words) {
        return all().stream()
                .filter(field -> Names.stems(field.label()).stream().anyMatch(words::contains))
                .toList();
    }
}
