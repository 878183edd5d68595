package io.frontless.record.control;

import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.operation.ConstraintSpec;
import io.frontless.operation.FieldSpec;
import io.frontless.record.entity.Records;
import io.frontless.record.entity.UniqueValues;
import io.frontless.record.entity.UniqueValues.Of;
import io.frontless.schema.control.EntityView;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Holds records to the constraints over several fields of their entity. Values are given as they are read. */
@Dependent
public class UniqueConstraints {

    private final UniqueValues uniqueValues;
    private final Records records;
    private final ReadValues reading;

    @Inject
    public UniqueConstraints(UniqueValues uniqueValues, Records records, ReadValues reading) {
        this.uniqueValues = uniqueValues;
        this.records = records;
        this.reading = reading;
    }

    /** Refuses values that another record has in all fields of a constraint; {@code changed} are the fields to look at. */
    void require(RecordState.Subject subject, Map<String, @Nullable Object> values, Collection<String> changed) {
        for (ConstraintSpec constraint : touched(subject.entity(), changed)) {
            key(subject.entity(), constraint, values)
                    .flatMap(key -> uniqueValues.holder(of(subject, constraint), key))
                    .filter(holder -> !holder.equals(subject.id()))
                    .ifPresent(holder -> {
                        throw violation(subject, constraint, holder);
                    });
        }
    }

    /** Writes what tells a record apart. */
    void index(RecordState.Subject subject, Map<String, @Nullable Object> values, Collection<String> changed) {
        for (ConstraintSpec constraint : touched(subject.entity(), changed)) {
            uniqueValues.remove(of(subject, constraint), subject.id());
            key(subject.entity(), constraint, values)
                    .ifPresent(key -> uniqueValues.add(of(subject, constraint), List.of(subject.id()), List.of(key)));
        }
    }

    /** By what a constraint compares these values; none where one is missing. Each part is preceded by its length, so that none runs into the next. */
    static Optional<String> key(EntityView entity, ConstraintSpec constraint, Map<String, @Nullable Object> values) {
        StringBuilder key = new StringBuilder();
        for (String name : constraint.fields()) {
            Object value = values.get(name);
            Optional<FieldSpec> field = entity.field(name);
            if (value == null || field.isEmpty()) {
                return Optional.empty();
            }
            String part = TypedRow.uniqueKey(field.get().type(), value);
            key.append(part.length()).append(':').append(part);
        }
        return Optional.of(key.toString());
    }

    private static List<ConstraintSpec> touched(EntityView entity, Collection<String> changed) {
        return entity.constraints().stream()
                .filter(constraint -> !Collections.disjoint(constraint.fields(), changed))
                .toList();
    }

    private Rejection violation(RecordState.Subject subject, ConstraintSpec constraint, UUID holder) {
        EntityView entity = subject.entity();
        String title = records.find(subject.workspaceId(), holder)
                .map(record -> reading.of(subject.workspaceId(), entity, RecordState.values(record)))
                .map(values -> Titles.title(entity, values, holder, Map.of()))
                .orElse(holder.toString());
        String expected = "values in " + constraint.fields() + " that no other " + entity.label() + " has";
        return new Rejection(
                Reason.CONFLICT,
                constraint.label() + ": expected " + expected + ", found those of " + title,
                constraint.fields().stream()
                        .map(field -> new Rejection.Detail(field, expected, "those of " + title))
                        .toList());
    }

    private static Of of(RecordState.Subject subject, ConstraintSpec constraint) {
        return new Of(subject.workspaceId(), subject.entity().key(), constraint.key());
    }
}
