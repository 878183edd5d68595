package io.frontless.assistant.control;

import io.frontless.assistant.model.TypedText;
import io.frontless.assistant.model.ValueOrigin;
import io.frontless.assistant.model.ValueOrigin.Source;
import io.frontless.engine.control.PlanView;
import io.frontless.engine.control.PlanView.ChangeView;
import io.frontless.operation.CreateEntity;
import io.frontless.operation.CreateRecord;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.schema.control.EntityView;
import io.frontless.schema.control.SchemaView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds out where the values of a plan come from, by what was said and by what the preview shows; no planner is asked, so none can say otherwise.
 *
 * @param takesBack whether the plan undoes something: its values are then those of the log
 * @param reader the model that made the plan; empty for the planner inside
 * @param ofModel what was found out of a model's values when they came
 */
record Provenance(String said, boolean takesBack, String reader, List<ValueOrigin> ofModel, SchemaView schema) {

    private static final int RECORDS_TOLD = 5;
    private static final int VALUES_TOLD = 12;

    Explanation of(PlanView plan) {
        List<Origin> origins = plan.changes().stream().flatMap(this::origins).toList();
        return new Explanation(reader, origins, lines(plan, origins));
    }

    private Stream<Origin> origins(ChangeView change) {
        return written(change).entrySet().stream().map(value -> origin(change, value.getKey(), value.getValue()));
    }

    /** What a change writes: values by field; of new tables and fields what they are called; of a comment its text. */
    private Map<String, Object> written(ChangeView change) {
        Map<String, @Nullable Object> after = change.after();
        Map<String, @Nullable Object> before = change.before() == null ? Map.of() : change.before();
        Map<String, Object> written = new LinkedHashMap<>();
        if (after == null) {
            return written;
        }
        if (change.action().equals(CreateEntity.NAME) && after.get("fields") instanceof List<?> fields) {
            fields.forEach(field -> named(written, field));
        } else if (change.action().startsWith("field.")) {
            named(written, after);
        } else if (change.action().startsWith("record.") || change.action().startsWith("comment.")) {
            Set<String> keys = new LinkedHashSet<>();
            schema.entity(String.valueOf(change.entity()))
                    .ifPresent(entity -> entity.fields().forEach(field -> keys.add(field.key())));
            keys.addAll(after.keySet());
            for (String key : keys) {
                Object value = after.get(key);
                if (value != null && !Objects.equals(value, before.get(key))) {
                    written.put(key, value);
                }
            }
        }
        return written;
    }

    private static boolean isPart(ChangeView change) {
        return change.action().equals(CreateEntity.NAME) || change.action().startsWith("field.");
    }

    private static void named(Map<String, Object> written, Object part) {
        if (part instanceof Map<?, ?> field && field.get("key") != null && field.get("label") != null) {
            written.put(String.valueOf(field.get("key")), field.get("label"));
        }
    }

    private Origin origin(ChangeView change, String key, Object value) {
        Optional<FieldSpec> field =
                change.action().startsWith("record.") ? field(change.entity(), key) : Optional.empty();
        String title = field.filter(spec -> spec.type() == FieldType.REFERENCE)
                .map(spec -> change.titles().getOrDefault(value.toString(), ""))
                .orElse("");
        Source source = source(change, key, field, title.isEmpty() ? TypedText.text(value) : title);
        return new Origin(change.step(), change.recordId(), key, source, source == Source.RECORD ? title : "");
    }

    private Source source(ChangeView change, String key, Optional<FieldSpec> field, String text) {
        if (takesBack) {
            return Source.LOG;
        }
        if (isPart(change)) {
            // People say what a field is called; of which type it is was made of that.
            return reader.isEmpty() ? Source.DERIVED : Source.MODEL;
        }
        if (field.filter(FieldSpec::computed).isPresent()) {
            return Source.COMPUTED;
        }
        if (field.filter(spec -> spec.type() == FieldType.REFERENCE).isPresent()) {
            return ValueOrigin.within(text, said) ? Source.PERSON : Source.RECORD;
        }
        Optional<Source> known = ofModel.stream()
                .filter(origin -> change.step().equals(origin.step()) && key.equals(origin.field()))
                .map(ValueOrigin::source)
                .findFirst();
        if (known.isPresent()) {
            return known.get();
        }
        if (ValueOrigin.within(text, said)) {
            return Source.PERSON;
        }
        boolean given = change.action().equals(CreateRecord.NAME)
                && field.map(spec -> spec.rules().ifMissing())
                        .filter(missing -> TypedText.text(missing).equals(text))
                        .isPresent();
        return given ? Source.DEFAULT : reader.isEmpty() ? Source.DERIVED : Source.MODEL;
    }

    private Optional<FieldSpec> field(@Nullable String entity, String key) {
        return schema.entity(String.valueOf(entity)).flatMap(view -> view.field(key));
    }

    private List<String> lines(PlanView plan, List<Origin> origins) {
        List<String> lines = new ArrayList<>();
        lines.add("“" + said + "” was read by "
                + (reader.isEmpty() ? "the planner inside Frontless." : "the model " + reader + "."));
        if (takesBack) {
            lines.add("It takes changes back, so every value is the one that the log has from before.");
            return lines;
        }
        plan.changes().stream()
                .filter(change -> change.recordId() != null)
                .map(this::chosen)
                .distinct()
                .limit(RECORDS_TOLD)
                .forEach(lines::add);
        origins.stream()
                .map(origin -> label(plan, origin) + ": " + origin.text() + ".")
                .distinct()
                .limit(VALUES_TOLD)
                .forEach(lines::add);
        return lines;
    }

    /** Why this record and no other. */
    private String chosen(ChangeView change) {
        String called = schema.entity(String.valueOf(change.entity()))
                        .map(EntityView::label)
                        .orElse("Record") + " " + change.title();
        if (change.before() == null) {
            return called + " is new.";
        }
        return ValueOrigin.within(change.title(), said)
                ? called + " is named in your words."
                : called + " is what your words select, or what the turn before was about.";
    }

    private String label(PlanView plan, Origin origin) {
        return plan.changes().stream()
                .filter(change -> change.step().equals(origin.step()))
                .flatMap(change -> field(change.entity(), origin.field()).stream())
                .map(FieldSpec::label)
                .findFirst()
                .orElseGet(() -> origin.field().replace('_', ' '));
    }
}
