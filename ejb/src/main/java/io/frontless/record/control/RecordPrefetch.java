package io.frontless.record.control;

import io.frontless.event.control.EventView;
import io.frontless.kernel.Rejection;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.Values;
import io.frontless.record.entity.StoredRecord;
import io.frontless.record.entity.TypedValues.Unique;
import io.frontless.schema.control.EntityView;
import io.frontless.schema.control.SchemaReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads at once what a batch of operations on records will ask for one by one. It decides nothing: what is wrong is found when its turn comes. */
@Dependent
public class RecordPrefetch {

    private final SchemaReader schema;
    private final WorkingSet records;
    private final References references;

    @Inject
    public RecordPrefetch(SchemaReader schema, WorkingSet records, References references) {
        this.schema = schema;
        this.records = records;
        this.references = references;
    }

    /** What an operation is about; {@code values} are those it brings. */
    record About(String entity, UUID id, Values values) {}

    /** Records that are to be created. */
    void created(UUID workspaceId, List<About> all) {
        records.load(workspaceId, ids(all), false);
        all.stream().map(About::entity).distinct().forEach(key -> schema.find(workspaceId, key)
                .ifPresent(entity -> values(workspaceId, entity, given(all, key))));
    }

    /** Records that are to be changed. */
    void changed(UUID workspaceId, List<About> all) {
        records.load(workspaceId, ids(all), true);
        all.stream().map(About::entity).distinct().forEach(key -> schema.find(workspaceId, key)
                .ifPresent(entity -> {
                    List<Map<String, @Nullable Object>> states = given(all, key);
                    states.addAll(stored(workspaceId, all, key));
                    values(workspaceId, entity, states);
                }));
    }

    /** Records that are to be deleted. */
    void deleted(UUID workspaceId, List<About> all) {
        changed(workspaceId, all);
        records.loadReferred(workspaceId, ids(all));
    }

    /** Records that events tell of, to be compared with them. */
    void present(UUID workspaceId, List<EventView> events) {
        records.load(
                workspaceId,
                events.stream()
                        .map(EventView::recordId)
                        .filter(Objects::nonNull)
                        .toList(),
                true);
    }

    private void values(UUID workspaceId, EntityView entity, List<Map<String, @Nullable Object>> states) {
        references.load(workspaceId, entity, states);
        Set<Unique> uniques = new HashSet<>();
        for (FieldSpec field : entity.fields()) {
            if (field.unique()) {
                states.forEach(
                        state -> unique(entity, field, state.get(field.key())).ifPresent(uniques::add));
            }
        }
        records.loadHolders(workspaceId, uniques);
    }

    private static Optional<Unique> unique(EntityView entity, FieldSpec field, @Nullable Object given) {
        try {
            return Optional.ofNullable(FieldValue.normal(field, given))
                    .map(value -> TypedRow.unique(field, entity.key(), value));
        } catch (Rejection later) {
            return Optional.empty();
        }
    }

    private static List<Map<String, @Nullable Object>> given(List<About> all, String entity) {
        List<Map<String, @Nullable Object>> given = new ArrayList<>();
        all.stream()
                .filter(one -> one.entity().equals(entity))
                .forEach(one -> given.add(one.values().byField()));
        return given;
    }

    private List<Map<String, @Nullable Object>> stored(UUID workspaceId, List<About> all, String entity) {
        List<Map<String, @Nullable Object>> stored = new ArrayList<>();
        for (StoredRecord record : records.findAll(workspaceId, ids(all))) {
            if (record.entity().equals(entity)) {
                stored.add(RecordState.values(record));
            }
        }
        return stored;
    }

    private static List<UUID> ids(List<About> all) {
        return all.stream().map(About::id).toList();
    }
}
