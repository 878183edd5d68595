package io.frontless.record.boundary;

import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.operation.Keys;
import io.frontless.record.control.ImportColumn;
import io.frontless.record.control.ImportTarget;
import io.frontless.schema.control.EntityView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a person can choose that a column becomes: a field of the table, or of a new table a type; or that it is left out. */
public record ImportChoice(String value, String label, boolean chosen) {

    private static final String KEEP = "keep";

    /** The choices for a column. */
    static List<ImportChoice> of(ImportColumn column, @Nullable EntityView entity) {
        FieldSpec field = column.field();
        List<ImportChoice> choices = new ArrayList<>();
        choices.add(new ImportChoice("", "Leave out", field == null));
        if (entity != null) {
            entity.fields()
                    .forEach(one -> choices.add(new ImportChoice(
                            one.key(), one.label(), field != null && one.key().equals(field.key()))));
            return choices;
        }
        boolean special = field != null && (field.unique() || !isPlain(field.type()));
        if (special) {
            choices.add(new ImportChoice(KEEP, column.note(), true));
        }
        for (FieldType type : FieldType.values()) {
            if (isPlain(type)) {
                boolean chosen = field != null && !special && field.type() == type;
                choices.add(new ImportChoice(type.wireName(), type.wireName().replace('_', ' '), chosen));
            }
        }
        return choices;
    }

    /** The columns as chosen, in the form that an import takes. */
    static List<Map<String, @Nullable Object>> wanted(ImportTarget target, List<String> chosen) {
        List<Map<String, @Nullable Object>> wanted = new ArrayList<>();
        for (ImportColumn column : target.columns()) {
            Map<String, @Nullable Object> one = new LinkedHashMap<>();
            one.put("header", column.header());
            one.put("field", field(target, column, chosen.get(wanted.size())));
            wanted.add(one);
        }
        return wanted;
    }

    private static @Nullable Object field(ImportTarget target, ImportColumn column, String chosen) {
        FieldSpec field = column.field();
        if (chosen.isEmpty()) {
            return null;
        }
        if (!target.isFresh()) {
            return chosen;
        }
        if (chosen.equals(KEEP) && field != null) {
            return field.params();
        }
        String key = field == null ? Keys.from(column.header()) : field.key();
        Map<String, @Nullable Object> params = new LinkedHashMap<>();
        params.put("key", key);
        params.put("label", column.header());
        params.put("type", chosen);
        return params;
    }

    private static boolean isPlain(FieldType type) {
        return type != FieldType.CHOICE && type != FieldType.REFERENCE;
    }
}
