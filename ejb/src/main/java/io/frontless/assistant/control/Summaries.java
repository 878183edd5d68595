package io.frontless.assistant.control;

import io.frontless.assistant.control.TurnView.Reply;
import io.frontless.operation.FieldSpec;
import io.frontless.record.control.Grouping;
import io.frontless.record.control.Grouping.Aggregate;
import io.frontless.record.control.Grouping.By;
import io.frontless.record.control.RecordGroup;
import io.frontless.schema.control.EntityView;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Puts groups of records under the names of their fields. */
final class Summaries {

    private Summaries() {}

    static Reply of(String heading, EntityView entity, Grouping grouping, List<RecordGroup> groups) {
        List<String> columns = new ArrayList<>();
        grouping.by().forEach(by -> columns.add(label(entity, by)));
        grouping.aggregates().forEach(made -> columns.add(label(entity, made)));
        return new Reply.Summary(
                heading,
                columns,
                grouping.by().size(),
                groups.stream().map(Summaries::row).toList());
    }

    private static List<@Nullable Object> row(RecordGroup group) {
        List<@Nullable Object> row = new ArrayList<>();
        for (Object value : group.by()) {
            row.add(value instanceof String text ? group.titles().getOrDefault(text, text) : value);
        }
        row.addAll(group.values());
        return row;
    }

    private static String label(EntityView entity, By by) {
        String field = label(entity, by.field());
        Grouping.Bucket bucket = by.bucket();
        return bucket == null ? field : field + " by " + bucket.name().toLowerCase(Locale.ROOT);
    }

    private static String label(EntityView entity, Aggregate made) {
        String field = made.field();
        return switch (made.function()) {
            case COUNT -> "Number";
            case SUM -> "Sum of " + label(entity, field);
            case AVG -> "Average of " + label(entity, field);
            case MIN -> "Lowest " + label(entity, field);
            case MAX -> "Highest " + label(entity, field);
        };
    }

    private static String label(EntityView entity, @Nullable String key) {
        return entity.field(String.valueOf(key)).map(FieldSpec::label).orElse(String.valueOf(key));
    }
}
