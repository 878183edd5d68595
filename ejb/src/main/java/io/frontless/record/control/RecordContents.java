package io.frontless.record.control;

import io.frontless.kernel.Limits;
import io.frontless.kernel.Rejection;
import io.frontless.operation.ConstraintSpec;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.record.entity.RecordCounts;
import io.frontless.record.entity.RecordWords;
import io.frontless.record.entity.Records;
import io.frontless.record.entity.StoredRecord;
import io.frontless.record.entity.TypedValues;
import io.frontless.record.entity.TypedValues.Place;
import io.frontless.record.entity.TypedValues.Row;
import io.frontless.record.entity.UniqueValues;
import io.frontless.record.entity.ValueOrders;
import io.frontless.record.entity.ValueOrders.Order;
import io.frontless.schema.control.EntityView;
import io.frontless.schema.control.FieldContents;
import io.frontless.workspace.entity.Statements;
import io.frontless.workspace.entity.Statements.Batch;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tells the schema about the records it describes. Values are read from the JSON, which deleted fields keep too, a page at a time. */
@Dependent
public class RecordContents implements FieldContents {

    private static final UUID FIRST = new UUID(0, 0);
    private static final UUID LAST = new UUID(-1, -1);
    private static final int PAGE = 1_000;

    /** Rows of an order that one statement makes: some seconds of the minute that it may take. */
    private static final int ORDERED_AT_ONCE = 100_000;

    private final Records records;
    private final RecordCounts counts;
    private final TypedValues typedValues;
    private final UniqueValues uniqueValues;
    private final Reading reading;

    /** How stored values are read, judged and found. */
    @Dependent
    public static class Reading {

        private final ReadValues values;
        private final ValueRules rules;
        private final RecordWords words;
        private final WorkingSet working;
        private final Statements statements;

        @Inject
        public Reading(
                ReadValues values, ValueRules rules, RecordWords words, WorkingSet working, Statements statements) {
            this.statements = statements;
            this.values = values;
            this.rules = rules;
            this.words = words;
            this.working = working;
        }
    }

    @Inject
    public RecordContents(
            Records records, RecordCounts counts, TypedValues typedValues, UniqueValues uniqueValues, Reading reading) {
        this.records = records;
        this.counts = counts;
        this.typedValues = typedValues;
        this.uniqueValues = uniqueValues;
        this.reading = reading;
    }

    @Override
    public long recordsOf(UUID workspaceId, String entity) {
        reading.working.flush();
        return counts.of(workspaceId, entity);
    }

    @Override
    public long recordsWithout(UUID workspaceId, String entity, String field) {
        reading.working.flush();
        return counts.without(workspaceId, entity, field);
    }

    @Override
    public long recordsWith(UUID workspaceId, String entity, FieldSpec field, String option) {
        reading.working.flush();
        return counts.withText(workspaceId, entity, field.key(), TypedRow.folded(option));
    }

    @Override
    public List<UUID> holders(UUID workspaceId, String entity, FieldSpec field, String option, UUID after) {
        reading.working.flush();
        return typedValues.holders(
                new TypedValues.Named(workspaceId, entity, field.key()),
                TypedRow.folded(option),
                after,
                Limits.BATCH_STEPS);
    }

    @Override
    public void requireSound(FieldSpec field) {
        reading.rules.requireSound(field);
    }

    @Override
    public Survey violations(UUID workspaceId, EntityView entity, FieldSpec field) {
        reading.working.flush();
        Findings findings = new Findings(entity);
        each(workspaceId, entity.key(), record -> {
            Map<String, @Nullable Object> stored = RecordState.values(record);
            Object value = reading.values.of(workspaceId, field, stored.get(field.key()));
            try {
                reading.rules.require(field, value);
            } catch (Rejection broken) {
                findings.add(record, stored, String.valueOf(value));
            }
        });
        return findings.survey();
    }

    @Override
    public Survey losses(UUID workspaceId, EntityView entity, FieldSpec field) {
        reading.working.flush();
        Findings findings = new Findings(entity);
        each(workspaceId, entity.key(), record -> {
            Map<String, @Nullable Object> stored = RecordState.values(record);
            Object value = stored.get(field.key());
            Object read = reading.values.of(workspaceId, field, value);
            if (value != null && (read == null || !exists(workspaceId, field, read))) {
                findings.add(record, stored, Conversions.text(value));
            }
        });
        return findings.survey();
    }

    @Override
    public Optional<String> sharedValue(UUID workspaceId, String entity, FieldSpec field) {
        reading.working.flush();
        Set<String> seen = new HashSet<>();
        List<String> shared = new ArrayList<>();
        each(workspaceId, entity, record -> {
            Object value = reading.values.of(
                    workspaceId, field, RecordState.values(record).get(field.key()));
            if (value != null && !seen.add(TypedRow.uniqueKey(field.type(), value))) {
                shared.add(value.toString());
            }
        });
        return shared.stream().findFirst();
    }

    @Override
    public Survey shared(UUID workspaceId, EntityView entity, ConstraintSpec constraint) {
        reading.working.flush();
        Set<String> seen = new HashSet<>();
        Findings findings = new Findings(entity);
        each(workspaceId, entity.key(), record -> {
            Map<String, @Nullable Object> values = read(workspaceId, entity, record);
            Optional<String> key = UniqueConstraints.key(entity, constraint, values);
            if (key.isPresent() && !seen.add(key.get())) {
                findings.add(
                        record,
                        values,
                        constraint.fields().stream().map(values::get).toList().toString());
            }
        });
        return findings.survey();
    }

    @Override
    public Optional<String> danglingReference(UUID workspaceId, String entity, FieldSpec field) {
        reading.working.flush();
        List<String> dangling = new ArrayList<>();
        pages(workspaceId, entity, page -> {
            Set<UUID> missing = new HashSet<>();
            for (StoredRecord record : page) {
                Object value = reading.values.of(
                        workspaceId, field, RecordState.values(record).get(field.key()));
                if (value != null) {
                    missing.add(UUID.fromString(value.toString()));
                }
            }
            for (StoredRecord target : records.findAll(workspaceId, missing)) {
                if (!target.deleted()) {
                    missing.remove(target.id());
                }
            }
            missing.forEach(id -> dangling.add(id.toString()));
        });
        return dangling.stream().findFirst();
    }

    @Override
    public void index(UUID workspaceId, EntityView entity, Collection<String> fields) {
        reading.working.flush();
        fields.forEach(field -> typedValues.removeField(workspaceId, entity.key(), field));
        List<FieldSpec> indexed = entity.fields().stream()
                .filter(field -> fields.contains(field.key()))
                .toList();
        if (indexed.isEmpty()) {
            return;
        }
        pages(workspaceId, entity.key(), page -> {
            List<Row> rows = new ArrayList<>();
            Map<Place, Set<String>> words = new HashMap<>();
            for (StoredRecord record : page) {
                Map<String, @Nullable Object> values = read(workspaceId, entity, record);
                for (FieldSpec field : indexed) {
                    Object value = values.get(field.key());
                    if (value != null && exists(workspaceId, field, value)) {
                        TypedRow.of(field, entity.key(), record.id(), value).ifPresent(rows::add);
                        words.put(
                                new Place(record.id(), entity.key(), field.key()),
                                SearchWords.of(field, value, Limits.FIELD_WORDS_MAX));
                    }
                }
            }
            Batch batch = new Batch();
            reading.words.add(batch, workspaceId, words);
            typedValues.add(batch, workspaceId, rows);
            reading.statements.send(batch);
        });
        fill(
                workspaceId,
                orders(entity).stream()
                        .filter(order -> fields.stream().anyMatch(field -> order.uses(entity.key(), field)))
                        .toList());
    }

    @Override
    public void reorder(UUID workspaceId, EntityView before, EntityView after) {
        List<Order> gone = new ArrayList<>(orders(before));
        gone.removeAll(orders(after));
        List<Order> fresh = new ArrayList<>(orders(after));
        fresh.removeAll(orders(before));
        reading.working.flush();
        Batch batch = new Batch();
        ValueOrders.clear(batch, workspaceId, gone);
        reading.statements.send(batch);
        fill(workspaceId, fresh);
    }

    /** Makes all rows of orders anew, by statements none of which takes long however many there are. */
    private void fill(UUID workspaceId, List<Order> orders) {
        for (Order order : orders) {
            Batch clearing = new Batch();
            ValueOrders.clear(clearing, workspaceId, List.of(order));
            reading.statements.send(clearing);
            UUID after = FIRST;
            while (!after.equals(LAST)) {
                UUID last = records.idAfter(workspaceId, order.entity(), after, ORDERED_AT_ONCE)
                        .orElse(LAST);
                Batch batch = new Batch();
                ValueOrders.fill(batch, workspaceId, List.of(order), after, last);
                reading.statements.send(batch);
                after = last;
            }
        }
    }

    static List<Order> orders(EntityView entity) {
        return entity.orders().stream()
                .map(order -> new Order(entity.key(), order.filterField(), order.sortField()))
                .toList();
    }

    @Override
    public void unindex(UUID workspaceId, String entity, String field) {
        reading.working.flush();
        typedValues.removeField(workspaceId, entity, field);
    }

    @Override
    public void indexConstraint(UUID workspaceId, EntityView entity, ConstraintSpec constraint) {
        reading.working.flush();
        UniqueValues.Of of = new UniqueValues.Of(workspaceId, entity.key(), constraint.key());
        uniqueValues.removeAll(of);
        pages(workspaceId, entity.key(), page -> {
            List<UUID> ids = new ArrayList<>();
            List<String> keys = new ArrayList<>();
            for (StoredRecord record : page) {
                UniqueConstraints.key(entity, constraint, read(workspaceId, entity, record))
                        .ifPresent(key -> {
                            ids.add(record.id());
                            keys.add(key);
                        });
            }
            uniqueValues.add(of, ids, keys);
        });
    }

    @Override
    public void unindexConstraint(UUID workspaceId, String entity, String constraint) {
        reading.working.flush();
        uniqueValues.removeAll(new UniqueValues.Of(workspaceId, entity, constraint));
    }

    /** An id of a record that is gone, or of another entity, is no reference, though it reads as one. */
    private boolean exists(UUID workspaceId, FieldSpec field, Object value) {
        return field.type() != FieldType.REFERENCE || reading.values.points(workspaceId, field, value.toString());
    }

    private Map<String, @Nullable Object> read(UUID workspaceId, EntityView entity, StoredRecord record) {
        return reading.values.of(workspaceId, entity, RecordState.values(record));
    }

    private void each(UUID workspaceId, String entity, Consumer<StoredRecord> look) {
        pages(workspaceId, entity, page -> page.forEach(look));
    }

    /** Walks an entity's living records. */
    private void pages(UUID workspaceId, String entity, Consumer<List<StoredRecord>> look) {
        UUID after = FIRST;
        List<StoredRecord> page = records.page(workspaceId, entity, after, PAGE);
        while (!page.isEmpty()) {
            look.accept(page);
            after = page.get(page.size() - 1).id();
            page = records.page(workspaceId, entity, after, PAGE);
        }
    }

    /** Counts records and keeps the first few. */
    private static final class Findings {

        private final EntityView entity;
        private final List<Example> examples = new ArrayList<>();
        private long count;

        Findings(EntityView entity) {
            this.entity = entity;
        }

        void add(StoredRecord record, Map<String, @Nullable Object> values, String value) {
            count++;
            if (examples.size() < Limits.EXAMPLES_MAX) {
                examples.add(new Example(record.id(), Titles.title(entity, values, record.id(), Map.of()), value));
            }
        }

        Survey survey() {
            return new Survey(count, examples);
        }
    }
}
