package io.frontless.assistant.offline;

import io.frontless.assistant.control.Proposal;
import io.frontless.operation.ApplyBulk;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.Step;
import io.frontless.operation.Values;
import io.frontless.schema.control.EntityView;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the plan that gives records new values, a step for each record that differs. */
final class Changes {

    private Changes() {}

    /** A step for each record, up to so many; more of them are one bulk change. */
    private static final int STEPS_MAX = 200;

    static Proposal of(Turn turn, Target target, Values values) {
        Values whole = new FullNames(turn, target.entity()).in(values);
        return of(target, record -> whole);
    }

    /** The same where each record gets values of its own; they name the same fields. */
    static Proposal of(Target target, Function<Found, Values> valuesOf) {
        List<Found> differing = target.records().stream()
                .filter(record -> record.version() == null || differs(record.values(), valuesOf.apply(record)))
                .toList();
        if (differing.isEmpty()) {
            throw Unclear.settled(
                    "Nothing to change: %s %s already so.".formatted(target.name(), target.isOne() ? "is" : "are"));
        }
        boolean same = differing.stream().map(valuesOf).distinct().count() == 1;
        requireNamesOfTheirOwn(target, valuesOf.apply(differing.get(0)), same);
        Values values = valuesOf.apply(differing.get(0));
        String summary = summary(new Target(target.entity(), differing), values, same);
        if (same && differing.size() > STEPS_MAX) {
            List<UUID> ids = differing.stream().map(Found::id).toList();
            Step bulk = Step.of("s1", ApplyBulk.set(target.entity().key(), ids, values));
            return new Proposal.Change(summary, List.of(bulk));
        }
        List<Step> steps = new ArrayList<>();
        for (Found record : differing) {
            steps.add(record.update(steps.size() + 1, valuesOf.apply(record)));
        }
        return new Proposal.Change(summary, steps);
    }

    /** Several records are not called the same. */
    private static void requireNamesOfTheirOwn(Target target, Values values, boolean same) {
        boolean named = same
                && !target.isOne()
                && target.entity().fields().stream()
                        .filter(field -> values.fields().contains(field.key()))
                        .anyMatch(field -> field.unique()
                                || target.entity()
                                        .titleField()
                                        .filter(field::equals)
                                        .isPresent());
        if (named) {
            throw Unclear.say("%s cannot all get the same name.".formatted(Names.label(target.name())));
        }
    }

    private static boolean differs(Values now, Values next) {
        return next.fields().stream().anyMatch(field -> !same(now.get(field), next.get(field)));
    }

    private static boolean same(@Nullable Object one, @Nullable Object other) {
        return (one instanceof BigDecimal a && other instanceof BigDecimal b)
                ? a.compareTo(b) == 0
                : Objects.equals(one, other);
    }

    private static String summary(Target target, Values values, boolean same) {
        EntityView entity = target.entity();
        List<FieldSpec> fields = values.fields().stream()
                .flatMap(key -> entity.field(key).stream())
                .toList();
        String labels = fields.stream().map(FieldSpec::label).collect(Collectors.joining(" and "));
        if (fields.size() > 1 || !same) {
            return "Change %s of %s".formatted(labels, target.name());
        }
        FieldSpec field = fields.get(0);
        Object value = values.get(field.key());
        if (value == null) {
            return "Clear %s of %s".formatted(labels, target.name());
        }
        return switch (field.type()) {
            case CHOICE -> "Mark %s as %s".formatted(target.name(), value);
            case REFERENCE -> "Change %s of %s".formatted(labels, target.name());
            case BOOLEAN ->
                "Mark %s as %s%s"
                        .formatted(
                                target.name(),
                                value.equals(true) ? "" : "not ",
                                field.label().toLowerCase(Locale.ROOT));
            case MONEY, DECIMAL, INTEGER ->
                "Change %s of %s to %s"
                        .formatted(
                                labels,
                                target.name(),
                                value instanceof BigDecimal number ? number.toPlainString() : value);
            case TEXT, LONG_TEXT, DATE, DATETIME, EMAIL, PHONE, URL ->
                "Change %s of %s to %s".formatted(labels, target.name(), value);
        };
    }
}
