package io.frontless.assistant.model;

import io.frontless.assistant.control.PlanningRequest;
import io.frontless.assistant.model.ValueOrigin.Source;
import io.frontless.kernel.Limits;
import io.frontless.kernel.Rejection;
import io.frontless.operation.AddComment;
import io.frontless.operation.ApplyBulk;
import io.frontless.operation.Comparison;
import io.frontless.operation.CreateEntity;
import io.frontless.operation.CreateField;
import io.frontless.operation.CreateRecord;
import io.frontless.operation.DeleteRecord;
import io.frontless.operation.FieldRules;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.operation.Filter;
import io.frontless.operation.Keys;
import io.frontless.operation.Params;
import io.frontless.operation.RestoreRecord;
import io.frontless.operation.Step;
import io.frontless.operation.UpdateRecord;
import io.frontless.record.control.Grouping;
import io.frontless.record.control.Grouping.Aggregate;
import io.frontless.record.control.Grouping.Bucket;
import io.frontless.record.control.Grouping.By;
import io.frontless.record.control.Grouping.Function;
import io.frontless.record.control.RecordQuery;
import io.frontless.record.control.RecordView;
import io.frontless.schema.control.EntityView;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes steps of a plan of what a model has answered, and finds out where their values come from. */
final class StepReader {

    private static final Pattern REFERENCE = Pattern.compile("\\$[A-Za-z][A-Za-z0-9_-]*\\.id");

    private static final Set<FieldType> NUMBERS = EnumSet.of(FieldType.INTEGER, FieldType.DECIMAL, FieldType.MONEY);
    private static final Set<FieldType> TIMES = EnumSet.of(FieldType.DATE, FieldType.DATETIME);

    private final PlanningRequest request;
    private final TellableSchema schema;
    private final ShownRecords records;
    private final List<ValueOrigin> origins = new ArrayList<>();

    /** A step, and what it does in a few words. */
    record Made(Step step, String summary) {}

    StepReader(PlanningRequest request, TellableSchema schema, ShownRecords records) {
        this.request = request;
        this.schema = schema;
        this.records = records;
    }

    /** Where the values of all steps so far come from. */
    List<ValueOrigin> origins() {
        return origins;
    }

    /** Reads one step; {@code earlier} are the ids of those before it. */
    Made read(Params params, Set<String> earlier) {
        StepParts parts = StepParts.of(params, earlier);
        String op = params.text("op");
        Made made =
                switch (op) {
                    case "record.create" -> create(parts);
                    case "record.update" -> update(parts);
                    case "record.delete" -> delete(parts);
                    case "record.restore" -> restore(parts);
                    case "bulk.update", "bulk.delete" -> bulk(parts, op.equals("bulk.update"));
                    case "comment.add" -> comment(parts);
                    case "entity.create" -> table(parts);
                    case "field.create" -> fields(parts);
                    default -> throw Rejection.invalid(parts.id() + ".op", "one of the operations of the schema", op);
                };
        params.requireAllRead();
        return made;
    }

    /** An entity that the model was told of. */
    EntityView entity(String key) {
        return schema.entity(key)
                .orElseThrow(() -> Rejection.invalid("entity", "the key of an entity of the schema", key));
    }

    /** All conditions together. Their values are the person's or the model's: no record's text chooses which records are changed or shown. */
    Filter filter(String step, EntityView entity, List<Params> conditions) {
        List<Filter> parts = new ArrayList<>();
        for (Params condition : conditions) {
            FieldSpec field = field(entity, condition.text("field"));
            Comparison comparison = condition.choice("comparison", Comparison.class);
            String value = condition.longText("value");
            condition.requireAllRead();
            if (comparison.takesList()) {
                throw Rejection.invalid("comparison", "one of the schema", comparison.wireName());
            }
            if (comparison.takesValue()) {
                requireNotARecords(keep(step, field.key(), value), field.key());
            }
            parts.add(new Filter.Compare(
                    field.key(), comparison, comparison.takesValue() ? scalar(field, value, Set.of()) : null));
        }
        Filter filter = parts.isEmpty() ? Filter.everything() : Filter.all(parts);
        // What the fields cannot be compared with is found out here, where the model can still be told.
        request.records().find(RecordQuery.where(entity.key(), filter, 1));
        return filter;
    }

    /** Numbers made of records: by fields, of dates by a period, and what is made of each group. */
    RecordQuery grouped(Params params) {
        StepParts parts = StepParts.of(params, Set.of());
        parts.unused("record", "fields");
        EntityView entity = entity(parts.entity());
        List<By> by = new ArrayList<>();
        for (Params each : params.objects("values")) {
            FieldSpec field = field(entity, each.text("field"));
            String period = each.longText("value");
            if (!period.isEmpty() && !TIMES.contains(field.type())) {
                throw Rejection.invalid(parts.id() + ".values.value", "a period only of dates and times", period);
            }
            by.add(new By(field.key(), period.isEmpty() ? null : each.choice("value", Bucket.class)));
            each.requireAllRead();
        }
        String[] label = params.longText("label").split(":", 2);
        Function function = new Params(parts.id(), Map.of("label", label[0])).choice("label", Function.class);
        String of = label.length == 2 ? number(entity, label[1]) : null;
        Grouping grouping = new Grouping(by, List.of(new Aggregate(function, of)));
        RecordQuery query = RecordQuery.of(entity.key())
                .filtered(filter(parts.id(), entity, params.objects("conditions")))
                .grouped(grouping);
        params.requireAllRead();
        return query;
    }

    private static String number(EntityView entity, String key) {
        FieldSpec field = field(entity, key);
        if (!NUMBERS.contains(field.type())) {
            throw Rejection.invalid("label", "a field of numbers", key);
        }
        return field.key();
    }

    private Made create(StepParts parts) {
        parts.unused("record", "label", "conditions", "fields");
        EntityView entity = entity(parts.entity());
        Map<String, @Nullable Object> values = values(parts, entity);
        return made(
                parts, CreateRecord.NAME, Map.of("entity", entity.key(), "values", values), "Add a " + entity.label());
    }

    private Made update(StepParts parts) {
        parts.unused("label", "conditions", "fields");
        EntityView entity = entity(parts.entity());
        Map<String, @Nullable Object> values = values(parts, entity);
        return onRecord(parts, UpdateRecord.NAME, entity, Map.of("values", values), "Change ");
    }

    private Made delete(StepParts parts) {
        parts.unused("label", "values", "conditions", "fields");
        return onRecord(parts, DeleteRecord.NAME, entity(parts.entity()), Map.of(), "Delete ");
    }

    /** What is deleted was not shown: the person says what it was called, and it is looked for with their rights. */
    private Made restore(StepParts parts) {
        parts.unused("record", "values", "conditions", "fields");
        EntityView entity = entity(parts.entity());
        String title = parts.params().longText("label");
        if (keep(parts.id(), "label", title) != Source.PERSON
                || !schema.titled().contains(entity.key())) {
            throw Rejection.invalid(parts.id() + ".label", "what the person calls a deleted record", title);
        }
        List<RecordView> deleted = request.records().deleted(entity.key()).stream()
                .filter(record -> record.title().equalsIgnoreCase(title))
                .toList();
        if (deleted.size() != 1) {
            throw Rejection.invalid(parts.id() + ".label", "one deleted record of that name", deleted.size());
        }
        RecordView record = deleted.get(0);
        Map<String, Object> params =
                Map.of("entity", entity.key(), "id", record.id().toString());
        return made(parts, RestoreRecord.NAME, params, "Restore " + called(entity, record));
    }

    private Made comment(StepParts parts) {
        parts.unused("values", "conditions", "fields");
        String text = literal(parts.params().longText("label"));
        keep(parts.id(), "text", text);
        EntityView entity = entity(parts.entity());
        RecordView record = record(parts, entity);
        Map<String, Object> params =
                Map.of("entity", entity.key(), "record", record.id().toString(), "text", text);
        return made(parts, AddComment.NAME, params, "Comment on " + called(entity, record));
    }

    private Made bulk(StepParts parts, boolean update) {
        parts.unused("record", "label", "fields");
        EntityView entity = entity(parts.entity());
        Filter filter = filter(parts.id(), entity, parts.params().objects("conditions"));
        if (filter.equals(Filter.everything())) {
            throw Rejection.invalid(parts.id() + ".conditions", "at least one", "none");
        }
        Map<String, @Nullable Object> params = new LinkedHashMap<>();
        params.put("entity", entity.key());
        params.put("filter", filter.params());
        if (update) {
            params.put("set", values(parts, entity));
        } else {
            parts.unused("values");
            params.put("delete", true);
        }
        return made(
                parts, ApplyBulk.NAME, params, (update ? "Change several of " : "Delete several of ") + entity.label());
    }

    private Made table(StepParts parts) {
        parts.unused("entity", "record", "values", "conditions");
        String label = parts.params().text("label");
        keep(parts.id(), "label", label);
        Map<String, Object> params = Map.of("entity", Keys.from(label), "label", label, "fields", specs(parts));
        return made(parts, CreateEntity.NAME, params, "Create a table " + label);
    }

    private Made fields(StepParts parts) {
        parts.unused("record", "label", "values", "conditions");
        EntityView entity = entity(parts.entity());
        List<Map<String, @Nullable Object>> specs = specs(parts);
        if (specs.size() != 1) {
            throw Rejection.invalid(parts.id() + ".fields", "one for each step", specs.size());
        }
        Map<String, Object> params = Map.of("entity", entity.key(), "field", specs.get(0));
        return made(parts, CreateField.NAME, params, "Add a field to " + entity.label());
    }

    private Made onRecord(StepParts parts, String op, EntityView entity, Map<String, ?> more, String verb) {
        RecordView record = record(parts, entity);
        Map<String, @Nullable Object> params = new LinkedHashMap<>();
        params.put("entity", entity.key());
        params.put("id", record.id().toString());
        params.putAll(more);
        Made made = made(parts, op, params, verb + called(entity, record));
        return new Made(made.step().expecting(record.version()), made.summary());
    }

    private static Made made(
            StepParts parts, String op, Map<String, ? extends @Nullable Object> params, String summary) {
        String shortened = summary.length() <= Limits.TEXT_CHARS_MAX / 2
                ? summary
                : summary.substring(0, Limits.TEXT_CHARS_MAX / 2);
        return new Made(new Step(parts.id(), op, new LinkedHashMap<>(params), null, null), shortened);
    }

    /** What the person reads; they see the record anyway, so its title is not kept from them. */
    private static String called(EntityView entity, RecordView record) {
        return entity.label() + " " + record.title();
    }

    private RecordView record(StepParts parts, EntityView entity) {
        String name = parts.params().longText("record");
        return records.named(name)
                .filter(record -> record.entity().equals(entity.key()))
                .orElseThrow(
                        () -> Rejection.invalid(parts.id() + ".record", "one of the list, of " + entity.key(), name));
    }

    private Map<String, @Nullable Object> values(StepParts parts, EntityView entity) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (Params each : parts.params().objects("values")) {
            FieldSpec field = field(entity, each.text("field"));
            String value = each.longText("value");
            each.requireAllRead();
            if (values.containsKey(field.key())) {
                throw Rejection.invalid(parts.id() + ".values", "each field once", field.key());
            }
            keep(parts.id(), field.key(), value);
            values.put(field.key(), value.isEmpty() ? null : scalar(field, value, parts.earlier()));
        }
        return values;
    }

    private static FieldSpec field(EntityView entity, String key) {
        return entity.field(key)
                .orElseThrow(() -> Rejection.invalid("field", "the key of a field of " + entity.key(), key));
    }

    /** A text as a value of the field's type; what is none stays a text, which the engine refuses. */
    private Object scalar(FieldSpec field, String text, Set<String> earlier) {
        return field.type() == FieldType.REFERENCE
                ? reference(text, earlier)
                : TypedText.of(field.type(), literal(text));
    }

    private Object reference(String text, Set<String> earlier) {
        boolean toStep = earlier.stream().anyMatch(step -> text.equals("$" + step + ".id"));
        return toStep
                ? text
                : records.named(text)
                        .<Object>map(record -> record.id().toString())
                        .orElseGet(() -> literal(text));
    }

    /** A text that is no reference to a step, and so must not look like one. */
    private static String literal(String text) {
        if (REFERENCE.matcher(text).matches()) {
            throw Rejection.invalid("value", "a reference to an earlier step only where a reference is wanted", text);
        }
        return text;
    }

    private List<Map<String, @Nullable Object>> specs(StepParts parts) {
        List<Map<String, @Nullable Object>> specs = new ArrayList<>();
        for (Params each : parts.params().objects("fields")) {
            FieldType type = each.choice("type", FieldType.class);
            String label = each.text("label");
            String target = each.longText("target");
            keep(parts.id(), "fields." + Keys.from(label), label);
            specs.add(new FieldSpec(
                            Keys.from(label),
                            label,
                            type,
                            each.flag("required"),
                            each.flag("unique"),
                            each.texts("options"),
                            target.isEmpty() ? null : target,
                            FieldRules.NONE)
                    .params());
            each.requireAllRead();
        }
        return specs;
    }

    private Source keep(String step, String field, String value) {
        Source source = ValueOrigin.within(value, request.sentence())
                ? Source.PERSON
                : records.say(value) ? Source.RECORD : Source.MODEL;
        origins.add(new ValueOrigin(step, field, value, source));
        return source;
    }

    private static void requireNotARecords(Source source, String field) {
        if (source == Source.RECORD) {
            throw Rejection.invalid(
                    field, "a condition in the person's words, not in those of a record", "a record's value");
        }
    }
}
