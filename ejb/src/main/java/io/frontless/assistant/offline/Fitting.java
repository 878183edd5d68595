package io.frontless.assistant.offline;

import io.frontless.assistant.control.Proposal;
import io.frontless.assistant.offline.Mentions.Cue;
import io.frontless.assistant.offline.Mentions.Value;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.operation.Values;
import io.frontless.schema.control.EntityView;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Fits the values that a sentence mentions to the fields that it mentions, where that can be done in one way only. */
final class Fitting {

    private static final Set<String> BY =
            Set.of("by", "another", "extra", "plus", "minus", "+", "-", "add", "up", "down");
    private static final Set<String> ITS = Set.of("its", "their", "his", "her", "the");
    private static final Set<String> JOINS = Set.of("and", "or", "&", "nor");
    private static final Set<String> GIVEN = Set.of("to", "at", "is", "be", "until", "till", "=", ":");
    private static final Set<String> GOING = Set.of("goes", "go", "going", "leaves", "comes");
    private static final Set<String> BEING = Set.of("is", "be");
    private static final Set<String> AFTER = Set.of(
            "more",
            "less",
            "fewer",
            "off",
            "extra",
            "higher",
            "lower",
            "longer",
            "shorter",
            "further",
            "dearer",
            "cheaper",
            "earlier",
            "later",
            "discount",
            "up",
            "down",
            "each");

    private final Turn turn;
    private final EntityView entity;

    /** The records to change. */
    private final List<Found> records;

    private final Mentions mentions;
    private final boolean described;
    private final List<Cue> cues;
    private final List<Value> values;
    private final Map<FieldSpec, Value> fitted = new LinkedHashMap<>();

    /** Fields that got their values by their names. */
    private final Set<FieldSpec> named = new HashSet<>();

    /** @param described whether the records are told by what they are like, and not by their names */
    Fitting(Turn turn, Target target, Mentions mentions, boolean described) {
        this.described = described;
        this.turn = turn;
        this.entity = target.entity();
        this.records = target.records();
        this.mentions = mentions;
        this.cues = new ArrayList<>(mentions.cues());
        this.values = new ArrayList<>(mentions.values());
    }

    private Target target() {
        return new Target(entity, records);
    }

    /** The change that all of it makes; empty where something is left, or could be of several fields. */
    Optional<Proposal> change() {
        if (values.stream().anyMatch(this::isWronglyOld)) {
            return Optional.empty();
        }
        values.removeIf(this::isOld);
        if (!fits()) {
            return Optional.empty();
        }
        boolean nothing = fitted.isEmpty() && values.isEmpty();
        if (mentions.clears()) {
            return nothing && cues.size() == 1 && records.size() == 1
                    ? cleared(cues.get(0).field())
                    : Optional.empty();
        }
        return cues.isEmpty() && !fitted.isEmpty() ? changed() : Optional.empty();
    }

    /** How surely the change is meant. */
    Certainty certainty() {
        return new Certainty(turn, entity, described && records.size() > 1, mentions, fitted, named);
    }

    /** Whether each field is told by its name, or by the deed that it is about. */
    boolean isNamed() {
        return fitted.entrySet().stream()
                .allMatch(entry -> named.contains(entry.getKey())
                        || Words.isPast(entry.getValue().said().text()));
    }

    private Object read(FieldSpec field, Value value) {
        Object fixed = value.fixed();
        return fixed != null ? fixed : turn.values().read(field, value.said());
    }

    /** “Has paid its pledge”: what a deed was done to. */
    private boolean isObject(Cue cue) {
        Phrase words = mentions.words();
        int before = cue.at() > 0 && words.at(cue.at() - 1).isOneOf(ITS) ? cue.at() - 2 : -1;
        return before >= 0
                && fitted.values().stream()
                        .anyMatch(value -> value.fixed() instanceof Boolean && value.end() - 1 == before);
    }

    private boolean fits() {
        fitCues();
        boolean fits = fitOthers() && (!mentions.namesAuthor() || fitAuthor());
        cues.removeIf(cue -> fitted.containsKey(cue.field()) || isObject(cue));
        boolean denies = mentions.denied().stream()
                .anyMatch(value -> value.fields().stream().noneMatch(fitted::containsKey));
        return fits && !denies;
    }

    /** What the one record has now, where another value of the field is said, too; and what is told not to be. */
    private boolean isOld(Value value) {
        Object fixed = value.fixed();
        if (fixed == null || value.fields().size() != 1 || records.size() != 1) {
            return false;
        }
        FieldSpec field = value.fields().get(0);
        boolean now = String.valueOf(fixed)
                .equalsIgnoreCase(String.valueOf(records.get(0).values().get(field.key())));
        boolean another = mentions.values().stream()
                .anyMatch(other -> other.fields().contains(field) && !fixed.equals(other.fixed()));
        return now && ((another && isApart(value)) || (mentions.clears() && field.type() == FieldType.TEXT));
    }

    /** “From draft to sent” is about what is a draft. */
    private boolean isWronglyOld(Value value) {
        boolean from = value.at() > 0 && mentions.words().at(value.at() - 1).is("from");
        return from
                && value.fixed() != null
                && values.stream()
                        .anyMatch(
                                other -> !other.equals(value) && other.fields().equals(value.fields()))
                && !isNow(value.fields().get(0), value);
    }

    /** What it was is told apart from what it is to be: in another clause, or with “from … to …”. */
    private boolean isApart(Value value) {
        Phrase words = mentions.words();
        int end = value.end();
        boolean joined = end < words.size() && words.at(end).isOneOf(JOINS);
        return !joined && !(value.at() > 0 && words.at(value.at() - 1).isOneOf(JOINS));
    }

    /** Whether it is one value, and a deed that tells it: “was reversed”, “was born”. */
    boolean tellsOneDeed() {
        boolean later = mentions.values().stream()
                .anyMatch(value -> value.fields().stream().anyMatch(Roles::isDate) && !isPassing(value));
        boolean deed = fitted.values().stream()
                        .anyMatch(value -> Words.isPast(value.said().at(0).text()))
                || mentions.cues().stream()
                        .anyMatch(cue ->
                                Words.isPast(mentions.words().at(cue.at()).text()));
        return (fitted.size() == 1 || fitted.entrySet().stream().allMatch(this::isOfDeed)) && deed && !later;
    }

    /** “Paid in cash yesterday”: what tells how or when the deed was done, or that it was. */
    private boolean isOfDeed(Map.Entry<FieldSpec, Value> entry) {
        List<String> label = turn.schema().stems(entry.getKey().label());
        return Words.isPast(entry.getValue().said().at(0).text())
                || mentions.words().tokens().stream()
                        .filter(token -> token.isWord() && Words.isPast(token.text()))
                        .anyMatch(token -> Names.root(label.get(0)).equals(Names.root(token.text())));
    }

    /** Each name of a field gets the nearest value that it can have. */
    private void fitCues() {
        for (Cue cue : List.copyOf(cues)) {
            List<Value> fitting = values.stream()
                    .filter(value -> value.fields().contains(cue.field()))
                    .filter(value -> !(Roles.isDue(cue.field()) && cue.end() - cue.at() == 1 && isPassing(value)))
                    .filter(value ->
                            !DeedDay.isOther(turn, cue.field(), mentions.words().at(cue.at()), value.said()))
                    .sorted(Comparator.comparingInt(value -> distance(cue, value)))
                    .toList();
            if (fitting.isEmpty() || fitted.containsKey(cue.field())) {
                continue;
            }
            fitted.put(cue.field(), fitting.get(0));
            named.add(cue.field());
            values.remove(fitting.get(0));
            cues.remove(cue);
        }
    }

    /** A value after its field's name is nearer than one before it. */
    private static int distance(Cue cue, Value value) {
        int between = value.at() - cue.at();
        return between > 0 ? 2 * between : -2 * between + 1;
    }

    /** A value without a name belongs to the one field that can have it; of a record that is there a number or day only where nothing else is said. */
    private boolean fitOthers() {
        boolean alone = fitted.isEmpty()
                && values.stream().filter(value -> !Clocks.isTime(value.said())).count() == 1;
        for (Value value : List.copyOf(values)) {
            Optional<FieldSpec> happened = happened(value);
            if (happened.isPresent()) {
                fitted.put(happened.get(), value);
                named.add(happened.get());
                values.remove(value);
                continue;
            }
            if (isPassing(value) && !alone) {
                values.remove(value);
                continue;
            }
            if (value.needsCue() || value.fields().size() != 1 || (value.fixed() == null && !alone)) {
                return false;
            }
            FieldSpec field = value.fields().get(0);
            boolean doer = Roles.person(entity).contains(field)
                    && !fitted.isEmpty()
                    && value.at() > 0
                    && mentions.words().at(value.at() - 1).is("by");
            if (field.type() == FieldType.REFERENCE && values.size() > 1 && isNow(field, value)) {
                values.remove(value);
                continue;
            }
            if (doer || (field.type() == FieldType.REFERENCE && !isLed(value))) {
                return false;
            }
            Value other = fitted.get(field);
            if (other != null && (value.fixed() == null || !Objects.equals(other.fixed(), value.fixed()))) {
                return false;
            }
            fitted.putIfAbsent(field, value);
            values.remove(value);
        }
        return true;
    }

    /** “Was paid yesterday”: the day on which it was, where one field tells of it. */
    private Optional<FieldSpec> happened(Value value) {
        if (value.fixed() != null || !isPassing(value)) {
            return Optional.empty();
        }
        List<FieldSpec> days = mentions.words().tokens().stream()
                .filter(token -> token.isWord() && Words.isPast(token.text()))
                .flatMap(token -> Roles.dates(entity, token.text().toLowerCase(Locale.ROOT)).stream())
                .distinct()
                .filter(field ->
                        !DeedDay.isLimit(field) && value.fields().contains(field) && !fitted.containsKey(field))
                .toList();
        return NewValues.one(days);
    }

    /** A record that another refers to is joined to it by a word such as “to” or “with”. */
    private boolean isLed(Value value) {
        Phrase words = mentions.words();
        int at = value.at();
        while (at > 0 && words.at(at - 1).isOneOf(Set.of("the", "our", "my", "a", "an"))) {
            at--;
        }
        return at > 0 && Holders.Relation.of(words.at(at - 1)).isPresent();
    }

    /** A day that is not to come tells when something happened; “goes out today” tells what is to be noted itself. */
    private boolean isPassing(Value value) {
        if (mentions.words().tokens().stream().anyMatch(token -> token.isOneOf(GOING))) {
            return false;
        }
        LocalDate today = turn.request().today();
        return Dates.leading(value.said(), today)
                .filter(date -> date.tokens() == value.said().size())
                .filter(date -> date.span().isDay() && !date.span().from().isAfter(today))
                .isPresent();
    }

    /** “Put me in as driver”: whoever speaks, where a field for people is named and nobody else. */
    private boolean fitAuthor() {
        List<FieldSpec> people = cues.stream()
                .map(Cue::field)
                .filter(field ->
                        field.type() == FieldType.TEXT || Roles.person(entity).contains(field))
                .filter(field -> !fitted.containsKey(field))
                .toList();
        if (people.isEmpty()) {
            people = Roles.assigned(entity).stream()
                    .filter(field -> !fitted.containsKey(field) && (fitted.isEmpty() || mentions.givesToAuthor()))
                    .toList();
        }
        if (people.size() != 1) {
            return !fitted.isEmpty() && !mentions.givesToAuthor();
        }
        FieldSpec field = people.get(0);
        String name = turn.request().author().name();
        Object value = field.type() == FieldType.REFERENCE
                ? turn.records().target(field, Phrase.quoted(name)).id().toString()
                : name;
        fitted.put(field, new Value(Phrase.quoted(name), List.of(field), value, 0, false));
        return true;
    }

    private Optional<Proposal> cleared(FieldSpec field) {
        return field.required() || field.type() == FieldType.BOOLEAN || field.type() == FieldType.CHOICE
                ? Optional.empty()
                : Optional.of(Changes.of(turn, target(), Values.of(field.key(), null)));
    }

    private Optional<Proposal> changed() {
        boolean way = mentions.goesUp() || mentions.goesDown();
        if (mentions.goesUp() && mentions.goesDown()) {
            return Optional.empty();
        }
        Values read = Values.none();
        Map<FieldSpec, AdjustReading.By> adjusted = new LinkedHashMap<>();
        for (Map.Entry<FieldSpec, Value> entry : fitted.entrySet()) {
            FieldSpec field = entry.getKey();
            Value value = entry.getValue();
            Optional<AdjustReading.By> by = isChange(field, value) ? AdjustReading.by(value.said()) : Optional.empty();
            boolean counted = value.fixed() == null && (Roles.isNumber(field) || Roles.isDate(field));
            if (by.isPresent() != (counted && way && !isGiven(value))) {
                return Optional.empty();
            }
            if (by.isPresent()) {
                adjusted.put(field, by.get());
            } else if (fitted.size() == 1 || !isNow(field, value)) {
                read = read.with(field.key(), read(field, value));
            }
        }
        if (adjusted.isEmpty()) {
            return Optional.of(Changes.of(turn, target(), read));
        }
        Values plain = new FullNames(turn, entity).in(read);
        return Optional.of(Changes.of(target(), record -> {
            Values values = plain;
            for (Map.Entry<FieldSpec, AdjustReading.By> entry : adjusted.entrySet()) {
                FieldSpec field = entry.getKey();
                values = values.with(
                        field.key(), AdjustReading.adjusted(record, field, entry.getValue(), mentions.goesUp()));
            }
            return values;
        }));
    }

    /** Whether it is what the one record has already: “7 syringes” of what is counted in syringes. */
    private boolean isNow(FieldSpec field, Value value) {
        return records.size() == 1
                && value.fixed() != null
                && String.valueOf(value.fixed())
                        .equalsIgnoreCase(String.valueOf(records.get(0).values().get(field.key())));
    }

    /** “By 5”, “5 more”, “5%” change a number. */
    private boolean isChange(FieldSpec field, Value value) {
        if (value.fixed() != null || !(Roles.isNumber(field) || Roles.isDate(field))) {
            return false;
        }
        Phrase words = mentions.words();
        int end = value.end();
        int named = mentions.end(value);
        boolean before = value.at() > 0 && words.at(value.at() - 1).isOneOf(BY);
        boolean after = end < words.size() && words.at(end).isOneOf(AFTER);
        boolean more = named > end
                && named < words.size()
                && !words.at(named).is("each")
                && words.at(named).isOneOf(AFTER);
        boolean signed = words.at(value.at()).text().startsWith("+");
        boolean length = Roles.isDate(field) && mentions.hasLength();
        return before
                || after
                || more
                || signed
                || length
                || Amounts.percent(value.said()).isPresent();
    }

    /** “To 5” and “at 5” give a number, whichever way it goes. */
    private boolean isGiven(Value value) {
        int end = mentions.end(value);
        boolean more = end < mentions.words().size() && mentions.words().at(end).isOneOf(AFTER);
        return value.at() > 0
                && mentions.words().at(value.at() - 1).isOneOf(GIVEN)
                && !(more && mentions.words().at(value.at() - 1).isOneOf(BEING));
    }
}
