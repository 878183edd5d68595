package io.frontless.assistant.offline;

import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.operation.Values;
import io.frontless.schema.control.EntityView;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The values of a new record while its description is read. */
final class NewValues {

    private final EntityView entity;
    private final Map<FieldSpec, Object> values = new LinkedHashMap<>();

    NewValues(EntityView entity) {
        this.entity = entity;
    }

    /** Gives a field its value; what is given twice was misunderstood. */
    void give(FieldSpec field, Object value) {
        if (values.putIfAbsent(field, value) != null) {
            throw Unclear.say("%s is given twice.".formatted(field.label()));
        }
    }

    /** The one day that is among the values. */
    Optional<LocalDate> onlyDay() {
        return one(values.entrySet().stream()
                        .filter(entry -> entry.getKey().type() == FieldType.DATE)
                        .map(Map.Entry::getValue)
                        .toList())
                .map(day -> LocalDate.parse(day.toString()));
    }

    boolean has(FieldSpec field) {
        return values.containsKey(field);
    }

    Set<FieldSpec> taken() {
        return values.keySet();
    }

    /** The fields of these that have no value yet. */
    List<FieldSpec> free(List<FieldSpec> fields) {
        return fields.stream().filter(field -> !has(field)).toList();
    }

    /** The one field of this kind, other than the title, that has no value yet. */
    Optional<FieldSpec> only(Predicate<FieldSpec> kind) {
        return one(free(entity.fields().stream()
                .filter(field -> !isTitle(field) && kind.test(field))
                .toList()));
    }

    static <T> Optional<T> one(List<T> found) {
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    boolean isTitle(FieldSpec field) {
        return entity.titleField().filter(field::equals).isPresent();
    }

    Values read() {
        Values read = Values.none();
        for (Map.Entry<FieldSpec, Object> entry : values.entrySet()) {
            read = read.with(entry.getKey().key(), entry.getValue());
        }
        return read;
    }
}
