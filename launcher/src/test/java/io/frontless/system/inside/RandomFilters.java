package io.frontless.system.inside;

import io.frontless.operation.Comparison;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.operation.Filter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

/** Filters of jobs, every comparison over every type of field and through references, from a seed. */
final class RandomFilters {
    private static final Set<FieldType> TEXTS =
            EnumSet.of(FieldType.TEXT, FieldType.CHOICE, FieldType.EMAIL, FieldType.PHONE, FieldType.URL);

    private static final List<String> MOMENTS = List.of("now", "today-3w", "start_of_year", "end_of_month+1m");

    private final QueryPlace here;
    private final Random random;

    RandomFilters(QueryPlace here, long seed) {
        this.here = here;
        this.random = new Random(seed);
    }

    /** The next one. */
    Filter next() {
        return tree(3);
    }

    private Filter tree(int depth) {
        return switch (depth == 0 ? 3 : random.nextInt(6)) {
            case 0 -> new Filter.All(parts(depth));
            case 1 -> new Filter.Any(parts(depth));
            case 2 -> new Filter.Not(tree(depth - 1));
            default -> leaf();
        };
    }

    private List<Filter> parts(int depth) {
        List<Filter> parts = new ArrayList<>();
        for (int count = random.nextInt(4); count > 0; count--) {
            parts.add(tree(depth - 1));
        }
        return parts;
    }

    private Filter leaf() {
        FieldSpec name = FieldSpec.of("name", "Name", FieldType.TEXT);
        String region = QueryPlace.REGIONS.get(random.nextInt(2));
        FieldSpec field = QueryPlace.FIELDS.get(random.nextInt(QueryPlace.FIELDS.size()));
        return switch (random.nextInt(12)) {
            case 0 -> compare("client.name", name, "Client " + random.nextInt(7));
            case 1 -> compare("client.region.name", name, region);
            case 2 -> compare("client.region", FieldSpec.reference("region", "Region", "region"), region);
            default -> compare(field.key(), field, value(field));
        };
    }

    private Object value(FieldSpec field) {
        boolean date = field.type() == FieldType.DATE || field.type() == FieldType.DATETIME;
        if (date && random.nextInt(4) == 0) {
            return MOMENTS.get(random.nextInt(MOMENTS.size()));
        }
        return Objects.requireNonNull(here.value(field, random));
    }

    private Filter compare(String path, FieldSpec field, Object value) {
        List<Comparison> fitting = fitting(field);
        Comparison comparison = fitting.get(random.nextInt(fitting.size()));
        return switch (comparison) {
            case EMPTY, NOT_EMPTY -> new Filter.Compare(path, comparison, null);
            case IN, NOT_IN -> new Filter.Compare(path, comparison, List.of(value, other(path, field, value)));
            case CONTAINS -> {
                String text = value.toString();
                yield Filter.compare(path, comparison, text.substring(text.offsetByCodePoints(0, 1)));
            }
            case STARTS_WITH ->
                Filter.compare(path, comparison, value.toString().substring(0, 3));
            case EQ, NE, LT, LE, GT, GE -> Filter.compare(path, comparison, value);
        };
    }

    private Object other(String path, FieldSpec field, Object value) {
        return path.contains(".") ? value : Objects.requireNonNull(here.value(field, random));
    }

    static List<Comparison> fitting(FieldSpec field) {
        List<Comparison> all = new ArrayList<>(List.of(Comparison.values()));
        if (field.type() == FieldType.BOOLEAN || field.type() == FieldType.REFERENCE) {
            all.removeAll(List.of(Comparison.LT, Comparison.LE, Comparison.GT, Comparison.GE));
        }
        if (!TEXTS.contains(field.type())) {
            all.removeAll(List.of(Comparison.CONTAINS, Comparison.STARTS_WITH));
        }
        return all;
    }
}
