package io.frontless.record.entity;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A search for living records of an entity.
 *
 * @param order what they are ordered by; ties by their id, which is the order of their creation, turned round with the first key
 * @param narrowed the same condition where an order is kept for a part of it; null where none is
 */
public record RecordSearch(
        UUID workspaceId,
        String entity,
        RecordCondition condition,
        List<Key> order,
        @Nullable Narrowed narrowed) {

    public RecordSearch {
        order = List.copyOf(order);
    }

    /**
     * A condition of which one part, that a field has a value, is met by all records of an order ({@link ValueOrders}); the sort is that order's.
     *
     * @param rest what must hold besides
     */
    public record Narrowed(String field, String value, RecordCondition.All rest) {}

    /** The typed column that a condition compares. */
    public enum Column {
        TEXT("text_value", "text"),
        NUMBER("number_value", "bigint"),
        TIME("time_value", "timestamptz"),
        REFERENCE("reference_value", "uuid");

        private final String name;
        private final String type;

        Column(String name, String type) {
            this.name = name;
            this.type = type;
        }

        /** Its name in the table. */
        public String columnName() {
            return name;
        }

        String type() {
            return type;
        }
    }

    /** What records are ordered by; those without it come last. */
    public sealed interface Key {
        /** Whether from the greatest to the least. */
        boolean descending();
    }

    /**
     * A field's value.
     *
     * @param everywhere whether every record has a value there
     */
    public record FieldKey(String field, Column column, boolean descending, boolean everywhere) implements Key {}

    /** Whether the record meets a condition; those that do come first. */
    public record RankKey(RecordCondition condition) implements Key {
        @Override
        public boolean descending() {
            return true;
        }
    }

    /** Where a record stands in the order: the text of each key's value, null for none, and its id. */
    public record Position(List<@Nullable String> keys, UUID id) {}

    /** A record as found; {@code data} is its JSON. */
    public record Found(UUID id, long version, String data, Position position) {}

    /** Which rows of the order are wanted: those after a position, some of them left out. */
    public record Window(@Nullable Position after, int offset, int limit) {}

    /** Whether the order goes backwards through creation too. */
    boolean backwards() {
        return !order.isEmpty() && order.get(0).descending();
    }
}
