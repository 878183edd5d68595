package io.frontless.assistant.offline;

import io.frontless.assistant.control.Proposal;
import io.frontless.assistant.offline.Told.Kind;
import io.frontless.assistant.offline.ToldSubjects.Subject;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.Values;
import io.frontless.schema.control.EntityView;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a sentence tells of some records, while it is weighed: what was found of it, what that makes of which field, and what is left. */
final class ToldState {

    private final Subject subject;
    private final ToldClauses clauses;
    private final List<Told> left;
    private final List<Told> used = new ArrayList<>();

    /** What the records have or are told not to have, by the field that it tells of. */
    private final Map<Told, FieldSpec> old = new LinkedHashMap<>();

    private final Map<FieldSpec, Object> given = new LinkedHashMap<>();
    private final Set<FieldSpec> cleared = new HashSet<>();
    private final Map<FieldSpec, ToldMeasure> measured = new LinkedHashMap<>();

    ToldState(Turn turn, Subject subject, ToldClauses clauses) {
        this.subject = subject;
        this.clauses = clauses;
        this.left = new ArrayList<>(new ToldScan(turn, entity(), clauses, subject.words()).read());
    }

    EntityView entity() {
        return subject.target().entity();
    }

    Subject subject() {
        return subject;
    }

    ToldClauses clauses() {
        return clauses;
    }

    Phrase words() {
        return clauses.words();
    }

    List<Told> left() {
        return left;
    }

    /** What is left of a kind; a copy, since what is used is left no longer. */
    List<Told> left(Kind kind) {
        return left.stream().filter(told -> told.is(kind)).toList();
    }

    List<Told> used() {
        return used;
    }

    Map<Told, FieldSpec> old() {
        return old;
    }

    boolean isEmpty() {
        return given.isEmpty() && cleared.isEmpty() && measured.isEmpty();
    }

    boolean isGiven(FieldSpec field) {
        return given.containsKey(field) || measured.containsKey(field) || cleared.contains(field);
    }

    /** “Has moved to Weiz”, “lives in Rostock now”; who only moved there may have moved on since. */
    boolean isWhereTo(Told told) {
        int before = told.at() - 1;
        boolean news = clauses.count() > 1 || words().tokens().stream().anyMatch(token -> token.is("now"));
        return before > 0
                && words().at(before).isOneOf(Set.of("to", "in"))
                && clauses.words(clauses.of(told.at()))
                        .filter(i -> 0 < i && i < before && words().at(i).isOneOf(ToldWords.SETTLING))
                        .anyMatch(i -> news
                                || !words().at(i).is("moved")
                                || words().at(i - 1).isOneOf(ToldWords.SINCE));
    }

    /** Whether the day of all the records is on that day of a month. */
    boolean isOnDay(FieldSpec field, int day) {
        return subject.target().records().stream()
                .allMatch(record -> record.values().get(field.key()) instanceof String now
                        && LocalDate.parse(now.substring(0, 10)).getDayOfMonth() == day);
    }

    /** Whether a field is emptied, or is to be 0. */
    boolean isTakenAway(FieldSpec field) {
        return cleared.contains(field) || (given.get(field) instanceof BigDecimal number && number.signum() == 0);
    }

    void setAside(Told told, FieldSpec field) {
        left.remove(told);
        old.put(told, field);
    }

    void replace(Told told, Told other) {
        left.set(left.indexOf(told), other);
    }

    void clear(FieldSpec field, Told told) {
        cleared.add(field);
        use(told);
    }

    void measure(FieldSpec field, ToldMeasure measure, Told told) {
        measured.put(field, measure);
        use(told);
        cue(field, told).ifPresent(this::use);
    }

    /** False where the field gets something else already. */
    boolean give(FieldSpec field, @Nullable Object value, Told told) {
        if (value == null || (given.containsKey(field) && !same(given.get(field), value))) {
            return false;
        }
        given.put(field, value);
        use(told);
        cue(field, told).ifPresent(this::use);
        return true;
    }

    void use(Told told) {
        left.remove(told);
        used.add(told);
    }

    /** The nearest name of the field, in the same clause before any other. */
    Optional<Told> cue(FieldSpec field, Told told) {
        return Stream.concat(left.stream(), used.stream())
                .filter(cue -> cue.is(Kind.FIELD) && cue.canBe(field))
                .min(Comparator.comparingInt(cue -> distance(cue, told)));
    }

    int distance(Told cue, Told told) {
        int between = told.at() - cue.at();
        int apart = Math.abs(clauses.of(cue.at()) - clauses.of(told.at()));
        return 100 * apart + (between > 0 ? 2 * between : -2 * between + 1);
    }

    /** Whether all the records have the value. */
    boolean isNow(FieldSpec field, @Nullable Object value) {
        return subject.target().records().stream()
                .allMatch(record -> same(record.values().get(field.key()), value));
    }

    private static boolean same(@Nullable Object now, @Nullable Object value) {
        return (now instanceof BigDecimal one && value instanceof BigDecimal other)
                ? one.compareTo(other) == 0
                : String.valueOf(now).equalsIgnoreCase(String.valueOf(value));
    }

    /** Whether something else of the kind is found in the clause of this. */
    boolean isBeside(Told told, Kind kind) {
        return Stream.concat(left.stream(), used.stream())
                .anyMatch(other ->
                        !other.equals(told) && other.is(kind) && clauses.of(other.at()) == clauses.of(told.at()));
    }

    /** The change that it makes. */
    Proposal changed(Turn turn) {
        Values plain = Values.none();
        for (Map.Entry<FieldSpec, Object> entry : given.entrySet()) {
            plain = plain.with(entry.getKey().key(), entry.getValue());
        }
        Values whole = new FullNames(turn, entity()).in(plain);
        return Changes.of(subject.target(), record -> {
            Values values = whole;
            for (FieldSpec field : cleared) {
                values = values.with(field.key(), null);
            }
            for (Map.Entry<FieldSpec, ToldMeasure> entry : measured.entrySet()) {
                values = values.with(entry.getKey().key(), entry.getValue().of(record, entry.getKey()));
            }
            return values;
        });
    }
}
