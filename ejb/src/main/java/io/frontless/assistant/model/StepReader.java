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
import io.frontless.operation.Step;
import io.frontless.operation.UpdateRecord;
import io.frontless.record.control.RecordQuery;
import io.frontless.record.control.RecordView;
import io.frontless.schema.control.EntityView;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes steps of a plan of what a model has answered, and finds out where their values come from. */
final class StepReader {

    private static final Pattern REFERENCE = Pattern.compile("\\$[A-Za-z][A-Za-z0-9_-]*\\.id");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,20}(\\.[0-9]{1,10})?");

    private final PlanningRequest request;
    private final TellableSchema schema;
    private final ShownRecords records;
    private final List<ValueOrigin> origins = new ArrayList<>();

    /** A step, and what it does in a few words. */
    record Made(Step step, String summary) {}

    /** What is read of every step, whatever it does. */
    private record Parts(String id, Params params, String entity, Set<String> earlier) {

        /** One that the step does not need must be empty: what is said there would be ignored silently. */
        Params unused(String... names) {
            for (String name : names) {
                Object value = params.optionalValue(name).orElse("");
                if (!(value.equals("") || value.equals(List.of()))) {
                    throw Rejection.invalid(id + "." + name, "nothing for this operation", value);
                }
            }
            return params;
        }
    }

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
        Parts parts = new Parts(params.text("id"), params, params.longText("entity"), earlier);
        String op = params.text("op");
        Made made =
                switch (op) {
                    case "record.create" -> create(parts);
                    case "record.update" -> update(parts);
                    case "record.delete" -> delete(parts);
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

    private Made create(Parts parts) {
        parts.unused("record", "label", "conditions", "fields");
        EntityView entity = entity(parts.entity());
        Map<String, @Nullable Object> values = values(parts, entity);
        return made(
                parts, CreateRecord.NAME, Map.of("entity", entity.key(), "values", values), "Add a " + entity.label());
    }

    private Made update(Parts parts) {
        parts.unused("label", "conditions", "fields");
        EntityView entity = entity(parts.entity());
        Map<String, @Nullable Object> values = values(parts, entity);
        return onRecord(parts, UpdateRecord.NAME, entity, Map.of("values", values), "Change ");
    }

    private Made delete(Parts parts) {
        parts.unused("label", "values", "conditions", "fields");
        return onRecord(parts, DeleteRecord.NAME, entity(parts.entity()), Map.of(), "Delete ");
    }

    private Made comment(Parts parts) {
        parts.unused("values", "conditions", "fields");
        String text = literal(parts.params().longText("label"));
        keep(parts.id(), "text", text);
        EntityView entity = entity(parts.entity());
        RecordView record = record(parts, entity);
        Map<String, Object> params =
                Map.of("entity", entity.key(), "record", record.id().toString(), "text", text);
        return made(parts, AddComment.NAME, params, "Comment on " + called(entity, record));
    }

    private Made bulk(Parts parts, boolean update) {
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

    private Made table(Parts parts) {
        parts.unused("entity", "record", "values", "conditions");
        String label = parts.params().text("label");
        keep(parts.id(), "label", label);
        Map<String, Object> params = Map.of("entity", Keys.from(label), "label", label, "fields", specs(parts));
        return made(parts, CreateEntity.NAME, params, "Create a table " + label);
    }

    private Made fields(Parts parts) {
        parts.unused("record", "label", "values", "conditions");
        EntityView entity = entity(parts.entity());
        List<Map<String, @Nullable Object>> specs = specs(parts);
        if (specs.size() != 1) {
            throw Rejection.invalid(parts.id() + ".fields", "one for each step", specs.size());
        }
        Map<String, Object> params = Map.of("entity", entity.key(), "field", specs.get(0));
        return made(parts, CreateField.NAME, params, "Add a field to " + entity.label());
    }

    private Made onRecord(Parts parts, String op, EntityView entity, Map<String, ?> more, String verb) {
        RecordView record = record(parts, entity);
        Map<String, @Nullable Object> params = new LinkedHashMap<>();
        params.put("entity", entity.key());
        params.put("id", record.id().toString());
        params.putAll(more);
        Made made = made(parts, op, params, verb + called(entity, record));
        return new Made(made.step().expecting(record.version()), made.summary());
    }

    private static Made made(Parts parts, String op, Map<String, ? extends @Nullable Object> params, String summary) {
        String shortened = summary.length() <= Limits.TEXT_CHARS_MAX / 2
                ? summary
                : summary.substring(0, Limits.TEXT_CHARS_MAX / 2);
        return new Made(new Step(parts.id(), op, new LinkedHashMap<>(params), null, null), shortened);
    }

    /** What the person reads; they see the record anyway, so its title is not kept from them. */
    private static String called(EntityView entity, RecordView record) {
        return entity.label() + " " + record.title();
    }

    private RecordView record(Parts parts, EntityView entity) {
        String name = parts.params().longText("record");
        return records.named(name)
                .filter(record -> record.entity().equals(entity.key()))
                .orElseThrow(
                        () -> Rejection.invalid(parts.id() + ".record", "one of the list, of " + entity.key(), name));
    }

    private Map<String, @Nullable Object> values(Parts parts, EntityView entity) {
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
        return switch (field.type()) {
            case INTEGER, DECIMAL, MONEY -> NUMBER.matcher(text).matches() ? new BigDecimal(text) : literal(text);
            case BOOLEAN -> text.equals("true") || text.equals("false") ? Boolean.valueOf(text) : literal(text);
            case REFERENCE -> reference(text, earlier);
            default -> literal(text);
        };
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

    private List<Map<String, @Nullable Object>> specs(Parts parts) {
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
