package io.frontless.assistant.offline;

import io.frontless.assistant.control.RecordLookup;
import io.frontless.kernel.Rejection;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.operation.Filter;
import io.frontless.operation.Values;
import io.frontless.record.control.KnownTexts;
import io.frontless.record.control.KnownTexts.Begun;
import io.frontless.record.control.KnownTexts.Place;
import io.frontless.record.control.RecordQuery;
import io.frontless.record.control.RecordView;
import io.frontless.schema.control.EntityView;
import io.frontless.schema.control.SchemaView;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Records in memory, found as the port says: text without regard to case, an empty field only by EMPTY and NE. */
final class InMemoryRecords implements RecordLookup {

    private static final Set<FieldType> TEXTS =
            Set.of(FieldType.TEXT, FieldType.CHOICE, FieldType.EMAIL, FieldType.PHONE, FieldType.URL);

    private final SchemaView schema;
    private final boolean findsIds;
    private final List<RecordView> records = new ArrayList<>();
    private final List<RecordView> deleted = new ArrayList<>();

    /** @param findsIds whether a mention may also be a record's id */
    InMemoryRecords(SchemaView schema, boolean findsIds) {
        this.schema = schema;
        this.findsIds = findsIds;
    }

    /** Adds a record; its id is made of its number among all, so that tests can name it. */
    UUID add(String entity, long version, Object... values) {
        UUID id = new UUID(0x7000, 0x8000_0000_0000_0000L + records.size() + 1);
        EntityView type = schema.entity(entity).orElseThrow();
        Values read = Values.none();
        for (int i = 0; i < values.length; i++) {
            if (!values[i].equals("")) {
                Object value = values[i] instanceof Integer number ? BigDecimal.valueOf(number) : values[i];
                read = read.with(
                        type.fields().get(i).key(), value instanceof UUID reference ? reference.toString() : value);
            }
        }
        records.add(new RecordView(entity, id, version, String.valueOf(values[0]), read, Map.of()));
        return id;
    }

    /** Adds a record under a title. */
    UUID add(String entity, String title, Values values) {
        UUID id = new UUID(0x7000, 0x8000_0000_0000_0000L + records.size() + 1);
        records.add(new RecordView(entity, id, 1, title, values, Map.of()));
        return id;
    }

    List<RecordView> all() {
        return records;
    }

    /** The id of the record with this title. */
    UUID named(String entity, String title) {
        return records.stream()
                .filter(record ->
                        record.entity().equals(entity) && record.title().equals(title))
                .map(RecordView::id)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(entity + " " + title));
    }

    String title(String id) {
        return records.stream()
                .filter(record -> record.id().toString().equals(id))
                .map(record -> "<" + record.title() + ">")
                .findFirst()
                .orElse(id);
    }

    @Override
    public List<RecordView> find(RecordQuery query) {
        List<RecordView> met = all(query);
        int from = Math.min(query.page().offset(), met.size());
        return met.subList(from, Math.min(from + query.page().limit(), met.size()));
    }

    @Override
    public List<RecordView> deleted(String entity) {
        return deleted.stream().filter(record -> record.entity().equals(entity)).toList();
    }

    @Override
    public KnownTexts beginning(Collection<String> words) {
        List<Place> places = new ArrayList<>();
        List<Begun> begun = new ArrayList<>();
        for (EntityView entity : schema.entities()) {
            for (FieldSpec field : entity.fields()) {
                if (TEXTS.contains(field.type())) {
                    places.add(new Place(entity.key(), field.key()));
                }
            }
        }
        for (RecordView record : records) {
            for (Place place : places) {
                Object value =
                        record.entity().equals(place.entity()) ? record.values().get(place.field()) : null;
                for (String word : words) {
                    if (value != null
                            && value.toString().toLowerCase(Locale.ROOT).startsWith(word.toLowerCase(Locale.ROOT))) {
                        begun.add(new Begun(place, word, value.toString()));
                    }
                }
            }
        }
        return new KnownTexts(places, List.copyOf(words), begun);
    }

    /** Deletes a record that is there. */
    void delete(UUID id) {
        records.stream().filter(record -> record.id().equals(id)).forEach(deleted::add);
        records.removeIf(record -> record.id().equals(id));
    }

    /** All records that meet the query, in its order, whatever its page. */
    List<RecordView> all(RecordQuery query) {
        EntityView entity = schema.entity(query.entity()).orElseThrow();
        String text = query.anyText();
        for (Filter.Compare condition : query.filter().comparisons().toList()) {
            FieldType type = field(entity, condition.path()).type();
            if (type == FieldType.LONG_TEXT) {
                throw Rejection.invalid("field", "one that can be filtered", condition.path());
            }
        }
        List<RecordView> met = new ArrayList<>(records.stream()
                .filter(record -> record.entity().equals(query.entity()))
                .filter(record -> text == null
                        || mentions(entity, record, text)
                        || (findsIds && record.id().toString().equals(text)))
                .filter(record -> meets(record, query.filter()))
                .toList());
        for (int i = query.sort().size() - 1; i >= 0; i--) {
            RecordQuery.Sort sort = query.sort().get(i);
            met.sort((one, other) ->
                    ordered(one.values().get(sort.field()), other.values().get(sort.field()), sort.descending()));
        }
        return met;
    }

    /** The field at the end of a path over references. */
    private FieldSpec field(EntityView entity, String path) {
        int dot = path.indexOf('.');
        FieldSpec first = entity.field(dot < 0 ? path : path.substring(0, dot)).orElseThrow();
        return dot < 0
                ? first
                : field(schema.entity(String.valueOf(first.target())).orElseThrow(), path.substring(dot + 1));
    }

    private @Nullable Object value(RecordView record, String path) {
        int dot = path.indexOf('.');
        Object first = record.values().get(dot < 0 ? path : path.substring(0, dot));
        return dot < 0 || first == null
                ? first
                : records.stream()
                        .filter(other -> other.id().toString().equals(first))
                        .findFirst()
                        .map(other -> value(other, path.substring(dot + 1)))
                        .orElse(null);
    }

    private static int ordered(@Nullable Object one, @Nullable Object other, boolean descending) {
        if (one == null || other == null) {
            return one == other ? 0 : one == null ? 1 : -1;
        }
        return descending ? compare(other, one) : compare(one, other);
    }

    private boolean meets(RecordView record, Filter filter) {
        if (filter instanceof Filter.All all) {
            return all.parts().stream().allMatch(part -> meets(record, part));
        }
        if (filter instanceof Filter.Any any) {
            return any.parts().stream().anyMatch(part -> meets(record, part));
        }
        return filter instanceof Filter.Not not ? !meets(record, not.part()) : meets(record, (Filter.Compare) filter);
    }

    private static boolean mentions(EntityView entity, RecordView record, String text) {
        return entity.fields().stream()
                .filter(field -> TEXTS.contains(field.type()))
                .map(FieldSpec::key)
                .anyMatch(key ->
                        text.equalsIgnoreCase(String.valueOf(record.values().get(key))));
    }

    private boolean meets(RecordView record, Filter.Compare condition) {
        Object found = value(record, condition.path());
        Object wanted = condition.value();
        return switch (condition.comparison()) {
            case EMPTY -> found == null;
            case NOT_EMPTY -> found != null;
            case NE -> found == null || compare(found, wanted) != 0;
            case EQ -> found != null && compare(found, wanted) == 0;
            case LT -> found != null && compare(found, wanted) < 0;
            case LE -> found != null && compare(found, wanted) <= 0;
            case GT -> found != null && compare(found, wanted) > 0;
            case GE -> found != null && compare(found, wanted) >= 0;
            case CONTAINS -> found != null && lower(found).contains(lower(wanted));
            case STARTS_WITH -> found != null && lower(found).startsWith(lower(wanted));
            case IN, NOT_IN -> throw new IllegalArgumentException("no sentence says so");
        };
    }

    private static int compare(Object found, @Nullable Object wanted) {
        return found instanceof BigDecimal one && wanted instanceof BigDecimal other
                ? one.compareTo(other)
                : lower(found).compareTo(lower(wanted));
    }

    private static String lower(@Nullable Object value) {
        return String.valueOf(value).toLowerCase(Locale.ROOT);
    }
}
