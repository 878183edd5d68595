package io.frontless.assistant.offline;

import io.frontless.operation.Comparison;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.operation.Filter;
import io.frontless.record.control.RecordQuery;
import io.frontless.record.control.RecordView;
import io.frontless.schema.control.EntityView;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Reads that a field has a value, whatever it is: “with an email”, “that have a card text”, “with something in their notes”. */
record Having(Turn turn, EntityView entity) {

    private static final Set<String> ENDS = Set.of("and", "or", ",", "but", "that", "which", "who");

    private static final Set<String> ANYTHING = Set.of("something", "anything");
    private static final Set<String> INTO = Set.of("in", "under", "at", "for", "as");

    /** “With an email” where nothing more is said of it. */
    Optional<Clause> read(FieldSpec field, Phrase phrase, Phrase rest) {
        if (!isAlone(phrase, rest)) {
            return Optional.empty();
        }
        boolean done = phrase.startsWithOneOf(Set.of("have", "has"))
                && !phrase.at(1).isOneOf(Set.of("a", "an", "any", "some"));
        return done && Roles.isDate(field) ? Optional.empty() : Optional.of(new Clause(there(field), null, 0));
    }

    /** “That have a card text”: no query can look into long texts, so the records are looked through. */
    Optional<Clause> written(FieldSpec field, Phrase phrase, Phrase rest) {
        return field.type() == FieldType.LONG_TEXT && isAlone(phrase, rest)
                ? Optional.of(new Clause(written(field, true), null, 0))
                : Optional.empty();
    }

    /** “Whose remarks mention "boards"”: of a long text what stands in it, in whatever letters. */
    Optional<Clause> containing(FieldSpec field, Phrase rest) {
        Optional<Comparisons.Said> said = field.type() == FieldType.LONG_TEXT
                ? Comparisons.leading(rest).filter(found -> found.comparison() == Comparison.CONTAINS)
                : Optional.empty();
        LookedThrough through = new LookedThrough(turn, entity);
        return said.filter(found -> found.tokens() < rest.size() && through.canName())
                .map(found -> {
                    Phrase after = rest.from(found.tokens());
                    Phrase part = after.at(0).quoted()
                            ? after.to(1)
                            : after.split(ENDS).get(0);
                    String text = part.text().toLowerCase(Locale.ROOT);
                    return new Clause(
                            among(
                                    through,
                                    record -> record.values().get(field.key()) instanceof String written
                                            && written.toLowerCase(Locale.ROOT).contains(text)),
                            null,
                            found.tokens() + part.size());
                });
    }

    private Filter among(LookedThrough through, Predicate<RecordView> wanted) {
        return through.among(through.all(RecordQuery.of(entity.key())).stream()
                .filter(wanted)
                .map(record -> record.id().toString())
                .collect(Collectors.toSet()));
    }

    /** That something is written in a long text, or nothing is. */
    Filter written(FieldSpec field, boolean there) {
        LookedThrough through = new LookedThrough(turn, entity);
        if (!through.canName()) {
            throw Unclear.say("%s is a long text, which cannot be searched for yet.".formatted(field.label()));
        }
        return among(through, record -> isWritten(record, field) == there);
    }

    private static boolean isWritten(RecordView record, FieldSpec field) {
        return record.values().get(field.key()) instanceof String text && !text.isBlank();
    }

    /** “Something in their notes”: how many tokens stand before the name of the field. */
    static int something(Phrase rest) {
        return rest.size() > 2 && rest.startsWithOneOf(ANYTHING) && rest.at(1).isOneOf(INTO) ? 2 : 0;
    }

    private static boolean isAlone(Phrase phrase, Phrase rest) {
        boolean ends = rest.isEmpty()
                || rest.startsWithOneOf(Set.of("and", ",", "or", "that", "who", "which", "but", "without"));
        return ends && phrase.startsWithOneOf(Set.of("with", "having", "have", "has"));
    }

    private static Filter there(FieldSpec field) {
        return Roles.isNumber(field)
                ? Filter.compare(field.key(), Comparison.GT, BigDecimal.ZERO)
                : field.type() == FieldType.BOOLEAN
                        ? Filter.equal(field.key(), true)
                        : new Filter.Compare(field.key(), Comparison.NOT_EMPTY, null);
    }
}
