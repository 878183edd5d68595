package io.frontless.record.control;

import io.frontless.engine.control.PendingWrites;
import io.frontless.kernel.Limits;
import io.frontless.record.entity.RecordWords;
import io.frontless.record.entity.Records;
import io.frontless.record.entity.StoredRecord;
import io.frontless.record.entity.TypedValues;
import io.frontless.record.entity.TypedValues.Place;
import io.frontless.record.entity.TypedValues.Row;
import io.frontless.record.entity.TypedValues.Unique;
import io.frontless.record.entity.ValueOrders;
import io.frontless.record.entity.ValueOrders.Order;
import io.frontless.workspace.control.TransactionMemory;
import io.frontless.workspace.entity.Statements;
import io.frontless.workspace.entity.Statements.Batch;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The records that the present transaction works on: read once, changed here, and written together. Whoever asks it sees every change of the
 * transaction; whoever asks the database by other ways has to {@link #flush} first.
 */
@Dependent
public class WorkingSet implements PendingWrites {

    private final Records records;
    private final TypedValues typedValues;
    private final RecordWords words;
    private final Statements statements;
    private final TransactionMemory memory;

    @Inject
    public WorkingSet(
            Records records,
            TypedValues typedValues,
            RecordWords words,
            Statements statements,
            TransactionMemory memory) {
        this.statements = statements;
        this.words = words;
        this.records = records;
        this.typedValues = typedValues;
        this.memory = memory;
    }

    /** What is known, and what of it is not written yet. */
    private static final class Known {
        private final Map<UUID, Optional<StoredRecord>> records = new HashMap<>();
        private final Set<UUID> locked = new HashSet<>();
        private final Map<Unique, Optional<UUID>> holders = new HashMap<>();
        private final Set<UUID> unreferred = new HashSet<>();

        private final Map<UUID, StoredRecord> added = new LinkedHashMap<>();
        private final Map<UUID, StoredRecord> changed = new LinkedHashMap<>();
        private final Set<UUID> emptied = new HashSet<>();
        private final Map<Place, @Nullable Row> typed = new LinkedHashMap<>();
        private final Map<Place, Set<String>> words = new LinkedHashMap<>();
        private final Set<Order> orders = new LinkedHashSet<>();
        private @Nullable UUID workspaceId;

        boolean unwritten() {
            return !added.isEmpty() || !changed.isEmpty() || !typed.isEmpty() || !emptied.isEmpty();
        }
    }

    /** One record, deleted or not. */
    Optional<StoredRecord> find(UUID workspaceId, UUID id) {
        load(workspaceId, List.of(id), false);
        return known().records.getOrDefault(id, Optional.empty());
    }

    /** Those of the ids that exist, deleted or not. */
    List<StoredRecord> findAll(UUID workspaceId, Collection<UUID> ids) {
        load(workspaceId, ids, false);
        return ids.stream()
                .map(id -> known().records.getOrDefault(id, Optional.empty()))
                .flatMap(Optional::stream)
                .toList();
    }

    /** One record, deleted or not, locked until the end of the transaction. */
    Optional<StoredRecord> lock(UUID workspaceId, UUID id) {
        load(workspaceId, List.of(id), true);
        return known().records.getOrDefault(id, Optional.empty());
    }

    /** Reads what is not known yet of these records, by one statement, and locks it if asked to. */
    void load(UUID workspaceId, Collection<UUID> ids, boolean locked) {
        Known known = known();
        List<UUID> missing = ids.stream()
                .filter(id -> locked ? !known.locked.contains(id) : !known.records.containsKey(id))
                .distinct()
                .toList();
        if (missing.isEmpty()) {
            return;
        }
        List<StoredRecord> found =
                locked ? records.lockAll(workspaceId, missing) : records.findAll(workspaceId, missing);
        missing.forEach(id -> known.records.put(id, Optional.empty()));
        found.forEach(record -> known.records.put(record.id(), Optional.of(record)));
        if (locked) {
            known.locked.addAll(missing);
        }
    }

    /** The record that holds a unique value. */
    Optional<UUID> holder(UUID workspaceId, Unique value) {
        loadHolders(workspaceId, List.of(value));
        return known().holders.getOrDefault(value, Optional.empty());
    }

    /** Reads the holders of unique values, by one statement. */
    void loadHolders(UUID workspaceId, Collection<Unique> values) {
        Known known = known();
        List<Unique> missing = values.stream()
                .filter(value -> !known.holders.containsKey(value))
                .distinct()
                .toList();
        Map<Unique, UUID> found = typedValues.holders(workspaceId, missing);
        missing.forEach(value -> known.holders.put(value, Optional.ofNullable(found.get(value))));
    }

    /** The values of other records that refer to one. */
    List<Place> referencesTo(UUID workspaceId, UUID id) {
        if (known().unreferred.contains(id)) {
            return List.of();
        }
        flush();
        return typedValues.referencesTo(workspaceId, id);
    }

    /** Finds out which of these records no other refers to, by one statement. */
    void loadReferred(UUID workspaceId, List<UUID> ids) {
        flush();
        Set<UUID> unreferred = new HashSet<>(ids);
        unreferred.removeAll(typedValues.referred(workspaceId, ids));
        known().unreferred.addAll(unreferred);
    }

    /** Adds a record. */
    void add(UUID workspaceId, StoredRecord record) {
        Known known = known();
        known.workspaceId = workspaceId;
        known.records.put(record.id(), Optional.of(record));
        known.locked.add(record.id());
        known.added.put(record.id(), record);
    }

    /** Replaces a record that was locked. */
    void change(UUID workspaceId, StoredRecord record) {
        Known known = known();
        known.workspaceId = workspaceId;
        known.records.put(record.id(), Optional.of(record));
        (known.added.containsKey(record.id()) ? known.added : known.changed).put(record.id(), record);
    }

    /** Sets the typed values at these places, and keeps orders in step with them; a place without a row is emptied. */
    void index(
            UUID workspaceId,
            Map<Place, @Nullable Row> rows,
            Map<Place, Set<String>> words,
            Collection<Unique> released,
            Collection<Order> orders) {
        Known known = known();
        known.orders.addAll(orders);
        known.workspaceId = workspaceId;
        known.words.putAll(words);
        released.forEach(value -> known.holders.put(value, Optional.empty()));
        rows.forEach((place, row) -> {
            known.typed.put(place, row);
            if (row != null) {
                Unique unique = row.unique();
                if (unique != null) {
                    known.holders.put(unique, Optional.of(place.recordId()));
                }
                known.unreferred.remove(row.reference());
            }
        });
    }

    /** Removes all typed values of a record. */
    void unindex(UUID workspaceId, UUID id, Collection<Unique> released) {
        Known known = known();
        known.workspaceId = workspaceId;
        released.forEach(value -> known.holders.put(value, Optional.empty()));
        known.typed.keySet().removeIf(place -> place.recordId().equals(id));
        known.words.keySet().removeIf(place -> place.recordId().equals(id));
        known.emptied.add(id);
    }

    /** Writes what was gathered at once, for whoever asks the database next. */
    void flush() {
        Batch batch = new Batch();
        writeTo(batch);
        statements.send(batch);
    }

    @Override
    public void writeTo(Batch batch) {
        Known known = known();
        if (known.unwritten()) {
            UUID workspaceId = Objects.requireNonNull(known.workspaceId);
            records.add(batch, workspaceId, List.copyOf(known.added.values()));
            records.change(batch, workspaceId, List.copyOf(known.changed.values()));
            writeTyped(batch, workspaceId, known);
            known.added.clear();
            known.changed.clear();
            known.emptied.clear();
            known.typed.clear();
            known.words.clear();
            known.orders.clear();
        }
        if (known.records.size() > 4 * Limits.BATCH_STEPS || known.holders.size() > 4 * Limits.BATCH_STEPS) {
            forget(known);
        }
    }

    /** Forgets what was read, so that a long plan does not hold all it has touched; its locks are the database's. */
    private static void forget(Known known) {
        known.records.clear();
        known.locked.clear();
        known.holders.clear();
        known.unreferred.clear();
    }

    /** A unique value is removed before it is set again: two records may have exchanged theirs. */
    private void writeTyped(Batch batch, UUID workspaceId, Known known) {
        List<Row> fresh = new ArrayList<>();
        List<Row> present = new ArrayList<>();
        List<Place> gone = new ArrayList<>();
        known.typed.forEach((place, row) -> {
            boolean empty = known.added.containsKey(place.recordId()) || known.emptied.contains(place.recordId());
            boolean keyed = row != null && row.uniqueKey() != null;
            if (row != null) {
                (empty || keyed ? fresh : present).add(row);
            }
            if (!empty && (row == null || keyed)) {
                gone.add(place);
            }
        });
        List<UUID> emptied = known.emptied.stream()
                .filter(id -> !known.added.containsKey(id))
                .sorted()
                .toList();
        typedValues.removeRecords(batch, workspaceId, emptied);
        words.removeRecords(batch, workspaceId, emptied);
        typedValues.remove(batch, workspaceId, gone);
        typedValues.put(batch, workspaceId, present);
        typedValues.add(batch, workspaceId, fresh);
        words.remove(
                batch,
                workspaceId,
                known.words.keySet().stream()
                        .filter(place ->
                                !known.added.containsKey(place.recordId()) && !known.emptied.contains(place.recordId()))
                        .toList());
        words.add(batch, workspaceId, known.words);
        List<UUID> moved = known.typed.keySet().stream()
                .filter(place -> known.orders.stream().anyMatch(order -> order.uses(place.entity(), place.field())))
                .map(Place::recordId)
                .distinct()
                .toList();
        ValueOrders.refresh(batch, workspaceId, List.copyOf(known.orders), moved);
    }

    private Known known() {
        return memory.get(Known.class, Known::new);
    }
}
