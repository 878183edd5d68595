package io.frontless.assistant.control;

import io.frontless.assistant.model.TypedText;
import io.frontless.engine.control.CommandGateway;
import io.frontless.engine.control.PlanView;
import io.frontless.kernel.Rejection;
import io.frontless.operation.ApplyBulk;
import io.frontless.operation.CreateRecord;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.operation.Step;
import io.frontless.operation.UpdateRecord;
import io.frontless.schema.control.EntityView;
import io.frontless.schema.control.SchemaQueries;
import io.frontless.schema.control.SchemaView;
import io.frontless.workspace.control.Caller;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lets a plan's author change the values that it would write. What comes of it is another plan, with a preview of its own. */
@Dependent
public class PlanEdits {

    /** Where an operation has the values that it writes. */
    private static final Map<String, String> VALUES_OF =
            Map.of(CreateRecord.NAME, "values", UpdateRecord.NAME, "values", ApplyBulk.NAME, "set");

    /** More than a person corrects one by one; whoever has more says it anew. */
    private static final int VALUES_MAX = 20;

    private final CommandGateway gateway;
    private final SchemaQueries schemas;

    @Inject
    public PlanEdits(CommandGateway gateway, SchemaQueries schemas) {
        this.gateway = gateway;
        this.schemas = schemas;
    }

    /** A plan's steps with some values changed, and which, by their keys and in words. */
    record Edited(List<Step> steps, Set<String> keys, String words) {}

    /** What can be changed of a plan; nothing where it no longer waits, or writes more than a person would look through. */
    List<EditableValue> of(Caller caller, PlanView plan) {
        if (plan.status() != PlanView.Status.PROPOSED) {
            return List.of();
        }
        return values(gateway.steps(caller, plan.planId()), schemas.schema(caller));
    }

    /** The steps with these texts in place of theirs, by {@link EditableValue#key}; INVALID where none is another. */
    Edited edited(Caller caller, PlanView plan, Map<String, String> texts) {
        if (plan.status() != PlanView.Status.PROPOSED) {
            throw Rejection.conflict("plan", "one that waits", plan.status());
        }
        List<Step> planned = gateway.steps(caller, plan.planId());
        SchemaView schema = schemas.schema(caller);
        List<EditableValue> changed = values(planned, schema).stream()
                .filter(value -> !texts.getOrDefault(value.key(), value.text()).equals(value.text()))
                .toList();
        if (changed.isEmpty()) {
            throw Rejection.invalid("values", "another value than the plan has", "the same");
        }
        List<String> words = new ArrayList<>();
        List<Step> steps = new ArrayList<>();
        for (Step step : planned) {
            Step edited = step;
            for (EditableValue value : changed) {
                if (value.step().equals(step.id())) {
                    String text = String.valueOf(texts.get(value.key())).strip();
                    edited = with(edited, spec(step, value.field(), schema).orElseThrow(), text);
                    words.add(value.label() + " " + (text.isEmpty() ? "empty" : text));
                }
            }
            steps.add(edited);
        }
        Set<String> keys = changed.stream().map(EditableValue::key).collect(Collectors.toSet());
        return new Edited(steps, keys, String.join(", ", words));
    }

    private static List<EditableValue> values(List<Step> steps, SchemaView schema) {
        List<EditableValue> values = steps.stream()
                .flatMap(step -> values(step, schema))
                .limit(VALUES_MAX + 1L)
                .toList();
        return values.size() > VALUES_MAX ? List.of() : values;
    }

    /** Plain values in the order of the fields; references are said in words, for what they lead to is looked up. */
    private static Stream<EditableValue> values(Step step, SchemaView schema) {
        Map<String, @Nullable Object> written = written(step);
        return entity(step, schema).stream()
                .flatMap(entity -> entity.fields().stream())
                .filter(field -> written.containsKey(field.key()) && field.type() != FieldType.REFERENCE)
                .filter(field -> !(written.get(field.key()) instanceof Map<?, ?>))
                .map(field -> {
                    Object value = written.get(field.key());
                    return new EditableValue(
                            step.id(), field.key(), field.label(), value == null ? "" : TypedText.text(value));
                });
    }

    private static Step with(Step step, FieldSpec field, String text) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>(written(step));
        values.put(field.key(), text.isEmpty() ? null : TypedText.of(field.type(), text));
        Map<String, @Nullable Object> params = new LinkedHashMap<>(step.params());
        params.put(VALUES_OF.get(step.op()), values);
        return new Step(step.id(), step.op(), params, step.expectVersion(), step.undoes());
    }

    private static Optional<FieldSpec> spec(Step step, String field, SchemaView schema) {
        return entity(step, schema).flatMap(entity -> entity.field(field));
    }

    private static Optional<EntityView> entity(Step step, SchemaView schema) {
        return schema.entity(String.valueOf(step.params().get("entity")));
    }

    private static Map<String, @Nullable Object> written(Step step) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        if (step.params().get(VALUES_OF.getOrDefault(step.op(), "")) instanceof Map<?, ?> values) {
            values.forEach((key, value) -> written.put(String.valueOf(key), value));
        }
        return written;
    }
}
