package io.frontless.record.control;

import io.frontless.engine.control.Change;
import io.frontless.engine.control.Execution;
import io.frontless.engine.control.Present;
import io.frontless.event.control.EventView;
import io.frontless.kernel.Json;
import io.frontless.kernel.Limits;
import io.frontless.kernel.Rejection;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.Permission;
import io.frontless.record.entity.StoredRecord;
import io.frontless.record.entity.TypedValues.Place;
import io.frontless.record.entity.TypedValues.Row;
import io.frontless.record.entity.TypedValues.Unique;
import io.frontless.schema.control.EntityView;
import io.frontless.workspace.control.Caller;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a record is, in the form that events keep, and its typed copies; what the four record handlers share. */
@Dependent
public class RecordState {

    private final WorkingSet records;
    private final References references;
    private final RecordAccess access;
    private final ReadValues reading;
    private final UniqueConstraints constraints;

    @Inject
    public RecordState(
            WorkingSet records,
            References references,
            RecordAccess access,
            ReadValues reading,
            UniqueConstraints constraints) {
        this.records = records;
        this.references = references;
        this.access = access;
        this.reading = reading;
        this.constraints = constraints;
    }

    /** The record that a step is about. */
    record Subject(Caller caller, EntityView entity, UUID id) {

        UUID workspaceId() {
            return caller.workspaceId();
        }

        /** The entity without the fields that do not exist for the caller. */
        EntityView shown() {
            return entity.without(caller.access().hidden(entity.key()));
        }
    }

    /** A living record of the entity, locked, of the version that the step relies on. */
    StoredRecord lockLiving(Execution execution, String entity, UUID id) {
        StoredRecord record = lock(execution, entity, id);
        if (record.deleted()) {
            throw Rejection.notFound("record", id);
        }
        return record;
    }

    /** A living record of the entity, locked, whatever its version: what is attached to it has versions of its own. */
    StoredRecord lockLivingAnyVersion(Execution execution, String entity, UUID id) {
        return readable(execution, entity, id)
                .filter(found -> !found.deleted())
                .orElseThrow(() -> Rejection.notFound("record", id));
    }

    /** A living entity. */
    EntityView entity(Execution execution, String key) {
        return references.entity(execution.workspaceId(), key);
    }

    /** What people call a record. */
    String title(Caller caller, StoredRecord record) {
        EntityView entity = references.entity(caller.workspaceId(), record.entity());
        Map<String, @Nullable Object> values = values(record);
        return Titles.title(entity, values, record.id(), references.titles(caller, entity, List.of(values)));
    }

    /** A deleted record of the entity, locked, of the version that the step relies on. */
    StoredRecord lockDeleted(Execution execution, String entity, UUID id) {
        StoredRecord record = lock(execution, entity, id);
        if (!record.deleted()) {
            throw Rejection.conflict("record", "a deleted one", id + ", which is not");
        }
        return record;
    }

    Present present(EventView event, Execution execution) {
        UUID id = Objects.requireNonNull(event.recordId());
        return records.find(execution.workspaceId(), id)
                .map(record -> new Present(record.deleted() ? null : values(record), record.version()))
                .orElseGet(Present::nothing);
    }

    /** Refuses what the caller's role does not allow with this record, as it is and as it becomes; null where it is not there. */
    void requireGranted(
            Execution execution,
            Permission permission,
            EntityView entity,
            @Nullable Map<String, @Nullable Object> before,
            @Nullable Map<String, @Nullable Object> after) {
        access.requireAllowed(execution, permission, entity, before, after);
    }

    /** Refuses values that a required field or a unique field does not allow; {@code fields} are those to look at. */
    void requireAllowed(Subject subject, Map<String, @Nullable Object> stored, Collection<String> fields) {
        Map<String, @Nullable Object> values = reading.of(subject.workspaceId(), subject.entity(), stored);
        for (FieldSpec field : subject.entity().fields()) {
            if (!fields.contains(field.key())) {
                continue;
            }
            Object value = values.get(field.key());
            if (value == null) {
                requireOptional(field);
            } else if (field.unique()) {
                requireUnique(subject, field, value);
            }
        }
        if (!subject.entity().constraints().isEmpty()) {
            records.flush();
            constraints.require(subject, values, fields);
        }
    }

    /** Sets the typed copies of a living record's values in some fields, and of all that is computed; {@code before} are the values it had. */
    void index(
            Subject subject,
            Map<String, @Nullable Object> before,
            Map<String, @Nullable Object> after,
            Collection<String> fields) {
        EntityView entity = subject.entity();
        Map<String, @Nullable Object> values = reading.of(subject.workspaceId(), entity, after);
        Map<Place, @Nullable Row> rows = new LinkedHashMap<>();
        Map<Place, Set<String>> words = new LinkedHashMap<>();
        for (FieldSpec field : entity.fields()) {
            if (field.computed() || fields.contains(field.key())) {
                Object value = values.get(field.key());
                Place place = new Place(subject.id(), entity.key(), field.key());
                if (SearchWords.isSearched(field.type())) {
                    words.put(place, SearchWords.of(field, value, Limits.FIELD_WORDS_MAX));
                }
                rows.put(
                        place,
                        value == null
                                ? null
                                : TypedRow.of(field, entity.key(), subject.id(), value)
                                        .orElse(null));
            }
        }
        records.index(
                subject.workspaceId(), rows, words, uniques(subject, before, fields), RecordContents.orders(entity));
        if (!entity.constraints().isEmpty()) {
            records.flush();
            constraints.index(subject, values, fields);
        }
    }

    /** Removes the typed copies of a record that is about to be deleted. */
    void unindex(Subject subject, Map<String, @Nullable Object> before) {
        records.unindex(subject.workspaceId(), subject.id(), uniques(subject, before, before.keySet()));
    }

    /** The values by which a record is told apart from others, in some fields. */
    private List<Unique> uniques(Subject subject, Map<String, @Nullable Object> stored, Collection<String> fields) {
        Map<String, @Nullable Object> values =
                stored.isEmpty() ? stored : reading.of(subject.workspaceId(), subject.entity(), stored);
        List<Unique> uniques = new ArrayList<>();
        for (FieldSpec field : subject.entity().fields()) {
            Object value = values.get(field.key());
            if (field.unique() && value != null && fields.contains(field.key())) {
                uniques.add(TypedRow.unique(field, subject.entity().key(), value));
            }
        }
        return uniques;
    }

    /** A record's change. */
    Change change(
            Subject subject,
            @Nullable Map<String, @Nullable Object> before,
            @Nullable Map<String, @Nullable Object> after,
            long version) {
        EntityView entity = subject.shown();
        Map<String, @Nullable Object> shown = after == null ? Objects.requireNonNull(before) : after;
        Map<String, String> titles = references.titles(subject.caller(), entity, states(before, after));
        return new Change(
                Change.Subject.record(entity.key(), subject.id()),
                Titles.title(entity, shown, subject.id(), titles),
                before,
                after,
                version,
                1,
                titles);
    }

    /** The values of a record by field key. */
    static Map<String, @Nullable Object> values(StoredRecord record) {
        return Json.readObject(record.data());
    }

    private StoredRecord lock(Execution execution, String entity, UUID id) {
        StoredRecord record = readable(execution, entity, id).orElseThrow(() -> Rejection.notFound("record", id));
        execution.requireVersion(entity, record.version());
        return record;
    }

    private Optional<StoredRecord> readable(Execution execution, String entity, UUID id) {
        return records.lock(execution.workspaceId(), id)
                .filter(found -> found.entity().equals(entity))
                .filter(found -> access.allows(execution.caller(), Permission.READ, entity, values(found)));
    }

    private static void requireOptional(FieldSpec field) {
        if (field.required()) {
            throw Rejection.invalid(field.key(), "a value, since it is required", "nothing");
        }
    }

    private void requireUnique(Subject subject, FieldSpec field, Object value) {
        EntityView entity = subject.entity();
        records.holder(subject.workspaceId(), TypedRow.unique(field, entity.key(), value))
                .filter(holder -> !holder.equals(subject.id()))
                .ifPresent(holder -> {
                    throw Rejection.conflict(field.key(), "a value that no other " + entity.label() + " has", value);
                });
    }

    private static List<Map<String, @Nullable Object>> states(
            @Nullable Map<String, @Nullable Object> before, @Nullable Map<String, @Nullable Object> after) {
        List<Map<String, @Nullable Object>> states = new ArrayList<>();
        if (before != null) {
            states.add(before);
        }
        if (after != null) {
            states.add(after);
        }
        return states;
    }

    /** A copy with the values set or, where they are null, removed. */
    static Map<String, @Nullable Object> merged(
            Map<String, @Nullable Object> values, Map<String, @Nullable Object> changes) {
        Map<String, @Nullable Object> merged = new LinkedHashMap<>(values);
        changes.forEach((field, value) -> {
            if (value == null) {
                merged.remove(field);
            } else {
                merged.put(field, value);
            }
        });
        return merged;
    }
}
