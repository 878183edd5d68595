package io.frontless.record.control;

import io.frontless.kernel.Limits;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.record.control.Grouping.Aggregate;
import io.frontless.record.control.Grouping.By;
import io.frontless.record.entity.RecordGroups;
import io.frontless.record.entity.RecordGroups.Groups;
import io.frontless.record.entity.RecordGroups.Made;
import io.frontless.record.entity.RecordGroups.Source;
import io.frontless.record.entity.RecordSearch;
import io.frontless.record.entity.RecordSearch.Column;
import io.frontless.schema.control.EntityView;
import io.frontless.workspace.control.Caller;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Groups the records of a query, and puts what the database made of each group into the fields' own form. */
@Dependent
public class GroupQueries {

    private final FilterTypes types;
    private final RecordGroups groups;
    private final References references;

    @Inject
    public GroupQueries(FilterTypes types, RecordGroups groups, References references) {
        this.types = types;
        this.groups = groups;
        this.references = references;
    }

    /** The groups; a field that cannot be grouped or computed so is refused as INVALID, too many groups as LIMIT. */
    List<RecordGroup> of(RecordReading reading, EntityView entity, RecordQuery query, RecordSearch search) {
        Grouping asked = Objects.requireNonNull(query.group());
        FilterTyping typing = types.typing(reading.caller(), reading.now());
        List<List<FieldSpec>> by = asked.by().stream()
                .map(each -> checked(each, typing.path(entity, each.field())))
                .toList();
        List<List<FieldSpec>> made = asked.aggregates().stream()
                .map(each ->
                        each.field() == null ? List.<FieldSpec>of() : checked(each, typing.path(entity, each.field())))
                .toList();
        List<RecordGroups.By> keys = new ArrayList<>();
        for (int index = 0; index < by.size(); index++) {
            Grouping.Bucket bucket = asked.by().get(index).bucket();
            keys.add(new RecordGroups.By(
                    source(entity, by.get(index)),
                    bucket == null ? null : bucket.name().toLowerCase(Locale.ROOT)));
        }
        List<Made> numbers = new ArrayList<>();
        for (int index = 0; index < made.size(); index++) {
            List<FieldSpec> path = made.get(index);
            RecordGroups.Function function = RecordGroups.Function.valueOf(
                    asked.aggregates().get(index).function().name());
            numbers.add(new Made(function, path.isEmpty() ? null : source(entity, path)));
        }
        List<List<@Nullable String>> rows = groups.of(search, new Groups(keys, numbers), Limits.GROUPS_MAX + 1);
        if (rows.size() > Limits.GROUPS_MAX) {
            throw Rejection.of(Reason.LIMIT, "group.by", "at most " + Limits.GROUPS_MAX + " groups", "more");
        }
        return rows.stream()
                .map(row -> group(reading.caller(), entity, new Shape(asked, by, made), row))
                .toList();
    }

    /** The query's grouping and the paths it leads over. */
    private record Shape(Grouping asked, List<List<FieldSpec>> by, List<List<FieldSpec>> made) {}

    private RecordGroup group(Caller caller, EntityView entity, Shape shape, List<@Nullable String> row) {
        List<@Nullable Object> by = new ArrayList<>();
        Map<String, String> titles = new HashMap<>();
        for (int index = 0; index < shape.by().size(); index++) {
            FieldSpec field = last(shape.by().get(index));
            boolean period = shape.asked().by().get(index).bucket() != null;
            Object value = GroupValue.of(field, row.get(index), period);
            by.add(value);
            if (field.type() == FieldType.REFERENCE && value != null) {
                EntityView holder = new EntityView(entity.key(), entity.label(), entity.version(), List.of(field));
                titles.putAll(references.titles(caller, holder, List.of(Map.of(field.key(), value))));
            }
        }
        List<@Nullable Object> values = new ArrayList<>();
        for (int index = 0; index < shape.made().size(); index++) {
            Aggregate aggregate = shape.asked().aggregates().get(index);
            String text = row.get(shape.by().size() + index);
            values.add(
                    aggregate.function() == Grouping.Function.COUNT
                            ? GroupValue.count(text)
                            : GroupValue.made(last(shape.made().get(index)), text, aggregate.function()));
        }
        return new RecordGroup(by, values, titles);
    }

    private static List<FieldSpec> checked(By by, List<FieldSpec> path) {
        boolean time = TypedRow.column(last(path).type()) == Column.TIME;
        if (by.bucket() != null && !time) {
            throw Rejection.invalid(
                    by.field(), "a date to make periods of", last(path).type().wireName());
        }
        return path;
    }

    private static List<FieldSpec> checked(Aggregate aggregate, List<FieldSpec> path) {
        FieldType type = last(path).type();
        boolean number = TypedRow.column(type) == Column.NUMBER && type != FieldType.BOOLEAN;
        boolean fits =
                switch (aggregate.function()) {
                    case COUNT -> true;
                    case SUM, AVG -> number;
                    case MIN, MAX -> number || TypedRow.column(type) == Column.TIME;
                };
        if (!fits) {
            throw Rejection.invalid(
                    String.valueOf(aggregate.field()),
                    "a field to make the " + aggregate.function().name().toLowerCase(Locale.ROOT) + " of",
                    type.wireName());
        }
        return path;
    }

    private static Source source(EntityView entity, List<FieldSpec> path) {
        List<FieldSpec> hops = path.subList(0, path.size() - 1);
        return new Source(
                Conditions.path(entity.key(), hops, last(path)),
                TypedRow.column(last(path).type()));
    }

    private static FieldSpec last(List<FieldSpec> path) {
        return path.get(path.size() - 1);
    }
}
