package io.frontless.record.control;

import io.frontless.kernel.Json;
import io.frontless.kernel.Rejection;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.operation.Permission;
import io.frontless.record.entity.StoredRecord;
import io.frontless.record.entity.TypedValues.Unique;
import io.frontless.schema.control.EntityView;
import io.frontless.schema.control.SchemaReader;
import io.frontless.workspace.control.Caller;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Resolves references: given as the target's id or as the value of its unique first field, kept as the id, shown as the target's title. */
@Dependent
public class References {

    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final WorkingSet records;
    private final SchemaReader schema;
    private final RecordAccess access;

    @Inject
    public References(WorkingSet records, SchemaReader schema, RecordAccess access) {
        this.records = records;
        this.schema = schema;
        this.access = access;
    }

    /** The id of the living record that a reference names; what names none is refused alike, wherever else it may exist. */
    String resolve(Caller caller, FieldSpec field, String given) {
        return find(caller, field, given)
                .map(UUID::toString)
                .orElseThrow(() -> Rejection.invalid(
                        field.key(),
                        "the id or the unique first field of an existing " + targetName(caller, field),
                        given));
    }

    /** Reads at once what resolving these references and showing their titles would read one by one. */
    void load(UUID workspaceId, EntityView entity, Collection<Map<String, @Nullable Object>> states) {
        Set<UUID> ids = new HashSet<>();
        Set<Unique> names = new HashSet<>();
        for (FieldSpec field : entity.fields()) {
            Optional<EntityView> target = field.type() == FieldType.REFERENCE
                    ? schema.find(workspaceId, String.valueOf(field.target()))
                    : Optional.empty();
            target.ifPresent(found -> states.forEach(state -> {
                if (state.get(field.key()) instanceof String given) {
                    load(found, given, ids, names);
                }
            }));
        }
        records.loadHolders(workspaceId, names);
        names.forEach(name -> records.holder(workspaceId, name).ifPresent(ids::add));
        records.load(workspaceId, ids, false);
    }

    private static void load(EntityView target, String given, Set<UUID> ids, Set<Unique> names) {
        if (isId(given)) {
            ids.add(UUID.fromString(given));
        } else {
            target.titleField().filter(FieldSpec::unique).ifPresent(title -> names.add(named(target, title, given)));
        }
    }

    /** The living record that a reference names, if there is one that the caller may read. */
    Optional<UUID> find(Caller caller, FieldSpec field, String given) {
        String target = String.valueOf(field.target());
        return caller.access().allows(Permission.READ, target)
                ? find(caller.workspaceId(), field, given).filter(id -> mayRead(caller, target, id))
                : Optional.empty();
    }

    private boolean mayRead(Caller caller, String entity, UUID id) {
        return caller.access().readsAllOf(entity)
                || records.find(caller.workspaceId(), id)
                        .filter(record -> access.allows(caller, Permission.READ, entity, RecordState.values(record)))
                        .isPresent();
    }

    /** The living record that a reference names, if there is one, whoever may read it. */
    Optional<UUID> find(UUID workspaceId, FieldSpec field, String given) {
        EntityView target = target(workspaceId, field);
        return isId(given) ? byId(workspaceId, target, UUID.fromString(given)) : byTitle(workspaceId, target, given);
    }

    /** What people call the target, and its key where the caller may know no more. */
    private String targetName(Caller caller, FieldSpec field) {
        String key = String.valueOf(field.target());
        return caller.access().allows(Permission.READ, key)
                ? target(caller.workspaceId(), field).label()
                : key;
    }

    private EntityView target(UUID workspaceId, FieldSpec field) {
        return schema.entity(workspaceId, String.valueOf(field.target()));
    }

    /** A living entity. */
    EntityView entity(UUID workspaceId, String key) {
        return schema.entity(workspaceId, key);
    }

    /** What people call the records that references in these states point to, by their id; of those only that the caller may read. */
    Map<String, String> titles(Caller caller, EntityView entity, Collection<Map<String, @Nullable Object>> states) {
        Map<String, Set<UUID>> idsByTarget = new HashMap<>();
        for (FieldSpec field : entity.fields()) {
            if (field.type() == FieldType.REFERENCE) {
                states.forEach(state -> collect(idsByTarget, String.valueOf(field.target()), state.get(field.key())));
            }
        }
        idsByTarget.keySet().removeIf(target -> !caller.access().allows(Permission.READ, target));
        return idsByTarget.isEmpty() ? Map.of() : titles(caller, idsByTarget);
    }

    private Map<String, String> titles(Caller caller, Map<String, Set<UUID>> idsByTarget) {
        Map<String, String> titles = new HashMap<>();
        idsByTarget.forEach((target, ids) -> {
            Optional<EntityView> entity = schema.find(caller.workspaceId(), target)
                    .map(found -> found.without(caller.access().hidden(target)));
            for (StoredRecord record : records.findAll(caller.workspaceId(), ids)) {
                Map<String, @Nullable Object> values = Json.readObject(record.data());
                entity.filter(found -> access.allows(caller, Permission.READ, target, values))
                        .ifPresent(found ->
                                titles.put(record.id().toString(), Titles.title(found, values, record.id(), Map.of())));
            }
        });
        return titles;
    }

    /** Whether a text is an id and not a title. */
    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    private Optional<UUID> byId(UUID workspaceId, EntityView target, UUID id) {
        return records.find(workspaceId, id)
                .filter(record -> record.entity().equals(target.key()) && !record.deleted())
                .map(StoredRecord::id);
    }

    /** Only living records have typed values. */
    private Optional<UUID> byTitle(UUID workspaceId, EntityView target, String given) {
        return target.titleField()
                .filter(FieldSpec::unique)
                .flatMap(title -> records.holder(workspaceId, named(target, title, given)));
    }

    private static Unique named(EntityView target, FieldSpec title, String given) {
        return new Unique(target.key(), title.key(), TypedRow.folded(given));
    }

    private static void collect(Map<String, Set<UUID>> idsByTarget, String target, @Nullable Object value) {
        if (value instanceof String id && ID.matcher(id).matches()) {
            idsByTarget.computeIfAbsent(target, key -> new HashSet<>()).add(UUID.fromString(id));
        }
    }
}
