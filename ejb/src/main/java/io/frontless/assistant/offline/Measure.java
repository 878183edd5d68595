package io.frontless.assistant.offline;

import io.frontless.operation.FieldSpec;
import io.frontless.schema.control.EntityView;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an adjective such as “heaviest” measures.
 *
 * @param words what fields of that measure are called
 */
record Measure(boolean descending, Set<String> words) {

    private static final int WORDS_BEHIND = 3;

    /** What no money is measured in. */
    private static final Set<String> UNITS =
            Set.of("kg", "kilo", "kilos", "kilograms", "km", "kilometres", "litres", "liters", "hl", "tons", "tonnes");

    private static final Set<String> LENGTHS = Set.of(
            "length",
            "duration",
            "second",
            "hour",
            "minute",
            "day",
            "night",
            "week",
            "month",
            "distance",
            "page",
            "km",
            "mileage");
    private static final Set<String> SIZES = Set.of(
            "size",
            "area",
            "seat",
            "capacity",
            "place",
            "volume",
            "square",
            "sqm",
            "m2",
            "employee",
            "guest",
            "cubic",
            "metre");
    private static final Set<String> WEIGHTS = Set.of("weight", "kg", "kilo", "gram", "mass");
    private static final Set<String> HEIGHTS = Set.of("height");
    private static final Set<String> SPEEDS = Set.of("speed", "velocity");
    private static final Set<String> RATINGS = Set.of("rating", "score", "star");
    private static final List<String> NOUNS = List.of("length", "size", "weight", "height", "rating", "width", "depth");
    private static final Map<String, Measure> MEASURES = Map.ofEntries(
            Map.entry("longest", new Measure(true, LENGTHS)),
            Map.entry("shortest", new Measure(false, LENGTHS)),
            Map.entry("largest", new Measure(true, SIZES)),
            Map.entry("biggest", new Measure(true, SIZES)),
            Map.entry("smallest", new Measure(false, SIZES)),
            Map.entry("heaviest", new Measure(true, WEIGHTS)),
            Map.entry("lightest", new Measure(false, WEIGHTS)),
            Map.entry("tallest", new Measure(true, HEIGHTS)),
            Map.entry("best", new Measure(true, RATINGS)),
            Map.entry("worst", new Measure(false, RATINGS)),
            Map.entry("fastest", new Measure(true, SPEEDS)),
            Map.entry("slowest", new Measure(false, SPEEDS)),
            Map.entry("strongest", new Measure(true, Set.of("strength", "abv", "alcohol"))),
            Map.entry("weakest", new Measure(false, Set.of("strength", "abv", "alcohol"))),
            Map.entry("widest", new Measure(true, Set.of("width"))),
            Map.entry("deepest", new Measure(true, Set.of("depth"))));

    private static final Map<String, String> ADJECTIVES = Map.ofEntries(
            Map.entry("long", "longest"),
            Map.entry("longer", "longest"),
            Map.entry("short", "longest"),
            Map.entry("shorter", "longest"),
            Map.entry("large", "largest"),
            Map.entry("larger", "largest"),
            Map.entry("big", "largest"),
            Map.entry("bigger", "largest"),
            Map.entry("smaller", "largest"),
            Map.entry("heavy", "heaviest"),
            Map.entry("heavier", "heaviest"),
            Map.entry("lighter", "heaviest"),
            Map.entry("high", "tallest"),
            Map.entry("tall", "tallest"),
            Map.entry("taller", "tallest"),
            Map.entry("wide", "widest"),
            Map.entry("wider", "widest"),
            Map.entry("deep", "deepest"),
            Map.entry("deeper", "deepest"));

    /** The measure of an adjective that compares, or stands after a number: “4 metres long”. */
    static Optional<Measure> ofAdjective(Token word) {
        return word.isWord()
                ? Optional.ofNullable(ADJECTIVES.get(word.text().toLowerCase(Locale.ROOT)))
                        .map(MEASURES::get)
                : Optional.empty();
    }

    /** The measure of the adjective, if it is one. */
    static Optional<Measure> of(Token word) {
        return word.isWord()
                ? Optional.ofNullable(MEASURES.get(word.text().toLowerCase(Locale.ROOT)))
                : Optional.empty();
    }

    /** What an amount is that nothing else tells of: of “10 kg in stock” no price, but what has kilograms in its name, or a word of those behind. */
    static List<FieldSpec> amounts(EntityView entity, Phrase value) {
        Phrase unit = Amounts.leading(value)
                .map(amount -> value.from(amount.tokens()))
                .filter(after -> after.startsWithOneOf(UNITS) || (!after.isEmpty() && isOption(entity, after.at(0))))
                .orElse(value.to(0));
        List<FieldSpec> measured =
                unit.isEmpty() ? List.of() : Roles.measured(entity, unit.at(0).word());
        List<FieldSpec> behind = measured.stream()
                .filter(field -> unit.from(1).tokens().stream()
                        .limit(WORDS_BEHIND)
                        .anyMatch(token -> Names.stems(field.label()).contains(token.word())))
                .toList();
        return measured.isEmpty() ? Roles.amount(entity) : behind.isEmpty() ? measured : behind;
    }

    /** “5 rolls”, where rolls are what some are counted in. */
    private static boolean isOption(EntityView entity, Token word) {
        return entity.fields().stream()
                .flatMap(field -> field.options().stream())
                .anyMatch(option -> option.equalsIgnoreCase(Names.singular(word.text())));
    }

    /** What it is called before all: “length” of what is long. */
    private String noun() {
        return NOUNS.stream().filter(words::contains).findFirst().orElse("");
    }

    List<FieldSpec> fields(EntityView entity) {
        List<FieldSpec> named = Roles.measured(entity, Set.of(noun()));
        return named.isEmpty() ? Roles.measured(entity, words) : named;
    }
}
