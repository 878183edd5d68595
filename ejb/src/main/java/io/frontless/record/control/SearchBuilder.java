package io.frontless.record.control;

import io.frontless.kernel.Rejection;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.record.control.Condition.Comparison;
import io.frontless.record.entity.RecordSearch;
import io.frontless.record.entity.RecordSearch.Column;
import io.frontless.record.entity.RecordSearch.Operator;
import io.frontless.record.entity.Records;
import io.frontless.schema.control.EntityView;
import io.frontless.workspace.control.Caller;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes a search of a query: every condition is checked against the schema and compares the typed copy of a value. */
@Dependent
public class SearchBuilder {

    private final Records records;
    private final References references;

    @Inject
    public SearchBuilder(Records records, References references) {
        this.records = records;
        this.references = references;
    }

    /** The search; a field that does not exist or cannot be compared so is refused as INVALID. */
    RecordSearch search(Caller caller, EntityView entity, RecordQuery query, boolean ordered) {
        RecordSearch search = records.search(caller.workspaceId(), entity.key());
        for (Condition condition : query.conditions()) {
            apply(search, caller, filterable(entity, condition.field()), condition);
        }
        String mentioned = query.anyText();
        if (mentioned != null && References.isId(mentioned)) {
            search.identified(UUID.fromString(mentioned));
        } else if (mentioned != null) {
            search.anyText(textFields(entity), TypedRow.folded(mentioned));
        }
        RecordQuery.Sort sort = query.sort();
        if (sort != null && ordered) {
            FieldSpec field = filterable(entity, sort.field());
            search.orderBy(field.key(), TypedRow.column(field.type()), sort.descending());
        }
        return search;
    }

    private void apply(RecordSearch search, Caller caller, FieldSpec field, Condition condition) {
        Comparison comparison = condition.comparison();
        switch (comparison) {
            case EMPTY -> search.absent(field.key());
            case NOT_EMPTY -> search.present(field.key());
            case CONTAINS -> search.contains(field.key(), TypedRow.folded(text(field, condition.value())));
            case NE ->
                search.differs(
                        field.key(), TypedRow.column(field.type()), comparable(caller, field, condition.value()));
            case EQ, LT, LE, GT, GE ->
                search.compared(
                        field.key(),
                        TypedRow.column(field.type()),
                        Operator.valueOf(comparison.name()),
                        comparable(caller, field, condition.value()));
        }
    }

    private Object comparable(Caller caller, FieldSpec field, @Nullable Object value) {
        if (TypedRow.column(field.type()) == Column.TEXT) {
            return TypedRow.folded(text(field, value));
        }
        Object normal = FieldValue.normal(field, value);
        if (normal == null) {
            throw Rejection.invalid(field.key(), "a value to compare with", "nothing");
        }
        Object resolved =
                field.type() == FieldType.REFERENCE ? references.resolve(caller, field, normal.toString()) : normal;
        return TypedRow.comparable(field.type(), resolved);
    }

    private static String text(FieldSpec field, @Nullable Object value) {
        if (!(value instanceof String text) || TypedRow.column(field.type()) != Column.TEXT) {
            throw Rejection.invalid(field.key(), "a text to compare with a text field", value);
        }
        return text;
    }

    private static FieldSpec filterable(EntityView entity, String key) {
        FieldSpec field = entity.field(key)
                .orElseThrow(() -> Rejection.invalid(
                        "field",
                        "a field of " + entity.key() + ": "
                                + entity.fields().stream().map(FieldSpec::key).toList(),
                        key));
        if (field.type() == FieldType.LONG_TEXT) {
            throw Rejection.invalid("field", "one that can be filtered and sorted by", key + ", a long text");
        }
        return field;
    }

    private static List<String> textFields(EntityView entity) {
        return entity.fields().stream()
                .filter(field -> field.type() != FieldType.LONG_TEXT && TypedRow.column(field.type()) == Column.TEXT)
                .map(FieldSpec::key)
                .toList();
    }
}
