package io.frontless.record.control;

import io.frontless.kernel.Limits;
import io.frontless.operation.FieldSpec;
import io.frontless.record.entity.RecordCounts;
import io.frontless.record.entity.RecordWords;
import io.frontless.record.entity.Records;
import io.frontless.record.entity.StoredRecord;
import io.frontless.record.entity.TypedValues;
import io.frontless.record.entity.TypedValues.Place;
import io.frontless.record.entity.TypedValues.Row;
import io.frontless.schema.control.FieldContents;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Tells the schema about the records it describes. Values are read from the JSON, which deleted fields keep too, a page at a time. */
@Dependent
public class RecordContents implements FieldContents {

    private static final UUID FIRST = new UUID(0, 0);
    private static final int PAGE = 1_000;

    private final Records records;
    private final RecordCounts counts;
    private final TypedValues typedValues;
    private final WorkingSet working;
    private final RecordWords words;

    @Inject
    public RecordContents(
            Records records, RecordCounts counts, TypedValues typedValues, WorkingSet working, RecordWords words) {
        this.words = words;
        this.working = working;
        this.records = records;
        this.counts = counts;
        this.typedValues = typedValues;
    }

    @Override
    public long recordsOf(UUID workspaceId, String entity) {
        working.flush();
        return counts.of(workspaceId, entity);
    }

    @Override
    public long recordsWithout(UUID workspaceId, String entity, String field) {
        working.flush();
        return counts.without(workspaceId, entity, field);
    }

    @Override
    public long recordsWith(UUID workspaceId, String entity, FieldSpec field, String option) {
        working.flush();
        return counts.withText(workspaceId, entity, field.key(), TypedRow.folded(option));
    }

    @Override
    public Optional<String> sharedValue(UUID workspaceId, String entity, FieldSpec field) {
        working.flush();
        Set<String> seen = new HashSet<>();
        Page page = new Page(workspaceId, entity);
        for (List<StoredRecord> some = page.next(); !some.isEmpty(); some = page.next()) {
            for (StoredRecord record : some) {
                Object value = RecordState.values(record).get(field.key());
                if (value != null && !seen.add(TypedRow.uniqueKey(field.type(), value))) {
                    return Optional.of(value.toString());
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public Optional<String> danglingReference(UUID workspaceId, String entity, FieldSpec field) {
        working.flush();
        Page page = new Page(workspaceId, entity);
        for (List<StoredRecord> some = page.next(); !some.isEmpty(); some = page.next()) {
            Set<UUID> missing = new HashSet<>();
            for (StoredRecord record : some) {
                Object value = RecordState.values(record).get(field.key());
                if (value != null) {
                    missing.add(UUID.fromString(value.toString()));
                }
            }
            for (StoredRecord target : records.findAll(workspaceId, missing)) {
                if (!target.deleted()) {
                    missing.remove(target.id());
                }
            }
            if (!missing.isEmpty()) {
                return missing.stream().map(UUID::toString).findFirst();
            }
        }
        return Optional.empty();
    }

    @Override
    public void index(UUID workspaceId, String entity, FieldSpec field) {
        working.flush();
        typedValues.removeField(workspaceId, entity, field.key());
        Page page = new Page(workspaceId, entity);
        for (List<StoredRecord> some = page.next(); !some.isEmpty(); some = page.next()) {
            List<Row> rows = new ArrayList<>();
            Map<Place, Set<String>> found = new HashMap<>();
            for (StoredRecord record : some) {
                Object value = RecordState.values(record).get(field.key());
                if (value != null) {
                    TypedRow.of(field, entity, record.id(), value).ifPresent(rows::add);
                    found.put(
                            new Place(record.id(), entity, field.key()),
                            SearchWords.of(field, value, Limits.FIELD_WORDS_MAX));
                }
            }
            words.add(workspaceId, found);
            typedValues.add(workspaceId, rows);
        }
    }

    @Override
    public void unindex(UUID workspaceId, String entity, String field) {
        working.flush();
        typedValues.removeField(workspaceId, entity, field);
    }

    /** Walks an entity's living records. */
    private final class Page {

        private final UUID workspaceId;
        private final String entity;
        private UUID after = FIRST;

        Page(UUID workspaceId, String entity) {
            this.workspaceId = workspaceId;
            this.entity = entity;
        }

        List<StoredRecord> next() {
            List<StoredRecord> some = records.page(workspaceId, entity, after, PAGE);
            if (!some.isEmpty()) {
                after = some.get(some.size() - 1).id();
            }
            return some;
        }
    }
}
