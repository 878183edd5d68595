package io.frontless.assistant.offline;

import io.frontless.operation.Comparison;
import io.frontless.operation.FieldSpec;
import io.frontless.record.control.RecordQuery;
import io.frontless.record.control.RecordView;
import io.frontless.schema.control.EntityView;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads a field that is compared with another of the same record: “below their reorder level”, “with fewer seats than bookings”, “delivered after the due
 * date”. No query compares two fields, so the records are looked through.
 */
record Against(Turn turn, EntityView entity) {

    private static final Set<String> HAVING = Set.of(
            "with", "have", "has", "having", "whose", "where", "the", "their", "its", "is", "are", "was", "were",
            "fallen", "dropped", "sunk", "slipped", "gone", "run");
    private static final Set<String> POSSESSIVE = Set.of("their", "its", "the", "own");
    private static final Set<String> LESS = Set.of("fewer", "less");
    private static final Form AT_OR = Form.of("at or below|under|above|over|before|after");
    private static final Set<String> STORED =
            Set.of("stock", "quantity", "amount", "count", "level", "hand", "balance");
    private static final Set<String> LEVELS = Set.of("level", "levels", "point", "threshold", "limit", "mark");
    private static final Set<String> NO_MEASURES = Set.of(
            "grammage",
            "weight",
            "size",
            "width",
            "height",
            "depth",
            "capacity",
            "power",
            "age",
            "minutes",
            "hours",
            "year",
            "vintage",
            "floor",
            "number",
            "no",
            "level",
            "version",
            "room",
            "page",
            "edition",
            "rating",
            "lead",
            "day");

    /** What is compared, and how many tokens said that. */
    private record Sides(FieldSpec left, Comparison comparison, FieldSpec right, int tokens) {}

    Optional<Clause> read(Phrase phrase) {
        return sides(phrase).map(sides -> {
            Set<String> ids = new LookedThrough(turn, entity)
                    .all(RecordQuery.of(entity.key())).stream()
                            .filter(record -> holds(sides, record))
                            .map(record -> record.id().toString())
                            .collect(Collectors.toSet());
            return new Clause(new LookedThrough(turn, entity).among(ids), null, sides.tokens());
        });
    }

    private Optional<Sides> sides(Phrase phrase) {
        if (!new LookedThrough(turn, entity).canName()) {
            return Optional.empty();
        }
        int start = 0;
        while (start < phrase.size() && phrase.at(start).isOneOf(HAVING)) {
            start++;
        }
        Phrase rest = phrase.from(start);
        int before = start;
        return named(rest)
                .or(() -> ofMore(rest))
                .or(() -> bare(rest))
                .map(sides -> new Sides(sides.left(), sides.comparison(), sides.right(), before + sides.tokens()));
    }

    /** “Stock below the minimum”: both are named. */
    private Optional<Sides> named(Phrase rest) {
        return turn.schema().leadingField(entity, rest).flatMap(left -> right(rest.from(left.length()), left.thing())
                .map(sides ->
                        new Sides(left.thing(), sides.comparison(), sides.right(), left.length() + sides.tokens())));
    }

    /** “Fewer bottles than the minimum stock”, “more seats used than seats”. */
    private Optional<Sides> ofMore(Phrase rest) {
        boolean less = rest.startsWithOneOf(LESS);
        if (!(less || rest.startsWith("more")) || rest.size() < 3) {
            return Optional.empty();
        }
        Comparison comparison = less ? Comparison.LT : Comparison.GT;
        return turn.schema().leadingField(entity, rest.from(1)).flatMap(left -> {
            int than = 1 + left.length();
            boolean compares = than + 1 < rest.size() && rest.at(than).is("than");
            return compares
                    ? field(rest.from(than + 1), left.thing())
                            .map(right -> new Sides(left.thing(), comparison, right.thing(), than + 1 + right.length()))
                    : Optional.empty();
        });
    }

    /** “Below their reorder level”: the other side is the one number or day of that kind. */
    private Optional<Sides> bare(Phrase rest) {
        return right(rest, null).flatMap(sides -> other(sides.right())
                .map(left -> new Sides(left, sides.comparison(), sides.right(), sides.tokens())));
    }

    private Optional<Sides> right(Phrase rest, @Nullable FieldSpec left) {
        int skip = left != null && rest.startsWithOneOf(Set.of("is", "are", "was", "were", "has", "fallen", "dropped"))
                ? 1
                : 0;
        Phrase said = rest.from(skip);
        boolean atOr = said.size() > 3 && !AT_OR.matches(said.to(3)).isEmpty();
        Phrase words = said.from(atOr ? 2 : 0);
        return Comparisons.leading(words)
                .filter(found -> found.comparison() != Comparison.CONTAINS && found.tokens() < words.size())
                .flatMap(found -> field(words.from(found.tokens()), left)
                        .filter(field -> left != null || isOrdered(found.comparison()))
                        .map(field -> new Sides(
                                field.thing(),
                                atOr ? orEqual(found.comparison()) : found.comparison(),
                                field.thing(),
                                skip + (atOr ? 2 : 0) + found.tokens() + field.length())));
    }

    private static boolean isOrdered(Comparison comparison) {
        return comparison != Comparison.EQ && comparison != Comparison.NE;
    }

    private static Comparison orEqual(Comparison comparison) {
        return comparison == Comparison.LT ? Comparison.LE : comparison == Comparison.GT ? Comparison.GE : comparison;
    }

    /** A number or day of the same kind as another, by its name. */
    private Optional<SchemaLinker.Named<FieldSpec>> field(Phrase phrase, @Nullable FieldSpec other) {
        int skip = 0;
        while (skip < phrase.size() && phrase.at(skip).isOneOf(POSSESSIVE)) {
            skip++;
        }
        int before = skip;
        return turn.schema()
                .leadingField(entity, phrase.from(skip))
                .or(() -> limit(phrase.from(before)))
                .filter(named -> other == null
                        ? Roles.isNumber(named.thing()) || Roles.isDate(named.thing())
                        : isAlike(named.thing(), other))
                .map(named -> new SchemaLinker.Named<>(
                        named.thing(), before + named.length() + level(phrase.from(before + named.length()))));
    }

    /** “The minimum”, of “Minimum kg”: a word of the one number that is a limit. */
    private Optional<SchemaLinker.Named<FieldSpec>> limit(Phrase rest) {
        if (!rest.startsWithOneOf(Roles.LIMITS)) {
            return Optional.empty();
        }
        List<FieldSpec> limits = entity.fields().stream()
                .filter(Roles::isNumber)
                .filter(field ->
                        turn.schema().stems(field.label()).contains(rest.at(0).word()))
                .toList();
        return limits.size() == 1 ? Optional.of(new SchemaLinker.Named<>(limits.get(0), 1)) : Optional.empty();
    }

    private static int level(Phrase rest) {
        return rest.startsWithOneOf(LEVELS) ? 1 : 0;
    }

    private static boolean isAlike(FieldSpec one, FieldSpec other) {
        return !one.equals(other)
                && ((Roles.isNumber(one) && Roles.isNumber(other))
                        || (Roles.isDate(one) && one.type() == other.type()));
    }

    /** What a limit is for: a stock for its minimum, else the only measure of its type. */
    private Optional<FieldSpec> other(FieldSpec limit) {
        List<FieldSpec> alike = entity.fields().stream()
                .filter(field -> isAlike(field, limit) && field.type() == limit.type())
                .filter(field -> !hasOneOf(field, Roles.LIMITS))
                .toList();
        List<FieldSpec> stored =
                alike.stream().filter(field -> hasOneOf(field, STORED)).toList();
        List<FieldSpec> measures =
                alike.stream().filter(field -> !hasOneOf(field, NO_MEASURES)).toList();
        List<FieldSpec> meant = stored.isEmpty() ? measures : stored;
        return meant.size() == 1 ? meant.stream().findFirst() : Optional.empty();
    }

    private static boolean hasOneOf(FieldSpec field, Set<String> words) {
        return Names.stems(field.label()).stream().anyMatch(words::contains);
    }

    private static boolean holds(Sides sides, RecordView record) {
        Object left = record.values().get(sides.left().key());
        Object right = record.values().get(sides.right().key());
        if (left == null || right == null) {
            return false;
        }
        int order = left instanceof BigDecimal one && right instanceof BigDecimal two
                ? one.compareTo(two)
                : left.toString().compareTo(right.toString());
        return switch (sides.comparison()) {
            case EQ -> order == 0;
            case NE -> order != 0;
            case LT -> order < 0;
            case LE -> order <= 0;
            case GT -> order > 0;
            case GE -> order >= 0;
            case IN, NOT_IN, CONTAINS, STARTS_WITH, EMPTY, NOT_EMPTY -> false;
        };
    }
}
