package io.frontless.record.control;

import io.frontless.kernel.Limits;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.operation.Values;
import io.frontless.schema.control.EntityView;
import io.frontless.workspace.control.Caller;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks the values of a step against the schema and brings them into their one form; all findings come at once. */
@Dependent
public class IncomingValues {

    /** Brings one value into its one form. */
    private interface Check {
        @Nullable
        Object normal(FieldSpec field, @Nullable Object value);
    }

    private final References references;

    private final ValueRules rules;

    @Inject
    public IncomingValues(References references, ValueRules rules) {
        this.references = references;
        this.rules = rules;
    }

    /** The values of a new record: as {@link #normal}, and the defaults of fields that are not named, whoever may write those. */
    Map<String, @Nullable Object> created(Caller caller, EntityView entity, Values given) {
        Map<String, @Nullable Object> values = normal(caller, entity, given);
        for (FieldSpec field : entity.fields()) {
            Object ifMissing = field.rules().ifMissing();
            if (ifMissing != null && !given.fields().contains(field.key())) {
                values.put(field.key(), normal(caller, field, ifMissing));
            }
        }
        return values;
    }

    /** The values in the order of the fields, null for those to clear. */
    Map<String, @Nullable Object> normal(Caller caller, EntityView whole, Values given) {
        EntityView entity = whole.without(caller.access().hidden(whole.key()));
        requireWritable(caller, entity, given);
        return checked(entity, given, (field, value) -> normal(caller, field, value));
    }

    /** The same for an undo: what was written when a field had another type is taken back as it was. */
    Map<String, @Nullable Object> restored(Caller caller, EntityView whole, Values given) {
        EntityView entity = whole.without(caller.access().hidden(whole.key()));
        requireWritable(caller, entity, given);
        return checked(
                entity, given, (field, value) -> isOriginal(field, value) ? value : normal(caller, field, value));
    }

    private static boolean isOriginal(FieldSpec field, @Nullable Object value) {
        if (value == null || field.computed()) {
            return false;
        }
        boolean title = field.type() == FieldType.REFERENCE && !References.isId(value.toString());
        return (title || !Conversions.isNormal(field, value))
                && value.toString().length() <= Limits.LONG_TEXT_CHARS_MAX;
    }

    private static Map<String, @Nullable Object> checked(EntityView entity, Values given, Check check) {
        List<Rejection> findings = new ArrayList<>();
        for (String name : given.fields()) {
            if (entity.field(name).isEmpty()) {
                List<String> known =
                        entity.fields().stream().map(FieldSpec::key).toList();
                findings.add(Rejection.invalid(name, "a field of " + entity.key() + ": " + known, name));
            }
        }
        Map<String, @Nullable Object> normal = new LinkedHashMap<>();
        for (FieldSpec field : entity.fields()) {
            if (given.fields().contains(field.key())) {
                try {
                    normal.put(field.key(), check.normal(field, given.get(field.key())));
                } catch (Rejection finding) {
                    findings.add(finding);
                }
            }
        }
        if (!findings.isEmpty()) {
            throw all(findings);
        }
        return normal;
    }

    private static void requireWritable(Caller caller, EntityView entity, Values given) {
        Set<String> readOnly = caller.access().readOnly(entity.key());
        for (FieldSpec field : entity.fields()) {
            if (readOnly.contains(field.key()) && given.fields().contains(field.key())) {
                throw new Rejection(
                        Reason.DENIED, "your role in this workspace does not allow to write " + field.key());
            }
        }
    }

    private @Nullable Object normal(Caller caller, FieldSpec field, @Nullable Object given) {
        if (field.computed()) {
            throw Rejection.invalid(field.key(), "no value, since it is computed", given);
        }
        Object value = FieldValue.normal(field, given);
        rules.require(field, value);
        return value instanceof String text && field.type() == FieldType.REFERENCE
                ? references.resolve(caller, field, text)
                : value;
    }

    private static Rejection all(List<Rejection> findings) {
        if (findings.size() == 1) {
            return findings.get(0);
        }
        return new Rejection(
                findings.get(0).reason(),
                String.join("; ", findings.stream().map(Rejection::message).toList()),
                findings.stream().flatMap(finding -> finding.details().stream()).toList());
    }
}
