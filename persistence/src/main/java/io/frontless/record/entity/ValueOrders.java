package io.frontless.record.entity;

import io.frontless.workspace.entity.Statements.Array;
import io.frontless.workspace.entity.Statements.Batch;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * Living records in the order of one field among those that have the same value in another: what a view with a filter and a sort is read from, by one
 * walk through an index. Rows follow from the typed values, in the same batch as those.
 */
public final class ValueOrders {

    private static final String ROWS = """
            insert into frontless.ordered_value
              (workspace_id, entity, filter_field, sort_field, record_id, filter_value, text_value, number_value, time_value)
            select ?, o.entity, o.filter_field, o.sort_field, f.record_id,
              coalesce(f.text_value, cast(f.number_value as text), cast(f.reference_value as text)), s.text_value, s.number_value, s.time_value
            from unnest(?, ?, ?) as o(entity, filter_field, sort_field)
              join frontless.field_value f on f.workspace_id = ? and f.entity = o.entity and f.field = o.filter_field and f.time_value is null
              join frontless.field_value s on s.workspace_id = ? and s.record_id = f.record_id and s.field = o.sort_field
                and s.reference_value is null
            """;

    private ValueOrders() {}

    /** By which field, among the records with the same value in which other. */
    public record Order(String entity, String filterField, String sortField) {

        /** Whether a change of the field changes the order. */
        public boolean uses(String entityKey, String field) {
            return entity.equals(entityKey) && (filterField.equals(field) || sortField.equals(field));
        }
    }

    /** Makes the rows of some records anew, whose typed values are written before. */
    public static void refresh(Batch batch, UUID workspaceId, List<Order> orders, List<UUID> recordIds) {
        if (!orders.isEmpty() && !recordIds.isEmpty()) {
            removeRecords(batch, workspaceId, recordIds);
            add(batch, workspaceId, orders, " where f.record_id = any(?)", Array.ids(recordIds));
        }
    }

    /** Removes the rows of records. */
    static void removeRecords(Batch batch, UUID workspaceId, List<UUID> recordIds) {
        batch.add(
                "delete from frontless.ordered_value where workspace_id = ? and record_id = any(?)",
                workspaceId,
                Array.ids(recordIds));
    }

    /** Adds the rows of orders, which are empty, for the records after one and up to another. */
    public static void fill(Batch batch, UUID workspaceId, Collection<Order> orders, UUID after, UUID last) {
        add(batch, workspaceId, orders, " where f.record_id > ? and f.record_id <= ?", after, last);
    }

    /** Removes all rows of orders. */
    public static void clear(Batch batch, UUID workspaceId, Collection<Order> orders) {
        for (Order order : orders) {
            batch.add(
                    "delete from frontless.ordered_value where workspace_id = ? and entity = ? and filter_field = ? and sort_field = ?",
                    workspaceId,
                    order.entity(),
                    order.filterField(),
                    order.sortField());
        }
    }

    private static void add(
            Batch batch, UUID workspaceId, Collection<Order> orders, String condition, Object... values) {
        Object[] parameters = new Object[6 + values.length];
        parameters[0] = workspaceId;
        parameters[1] = texts(orders, Order::entity);
        parameters[2] = texts(orders, Order::filterField);
        parameters[3] = texts(orders, Order::sortField);
        parameters[4] = workspaceId;
        parameters[5] = workspaceId;
        System.arraycopy(values, 0, parameters, 6, values.length);
        batch.add(ROWS + condition, parameters);
    }

    private static Array texts(Collection<Order> orders, Function<Order, String> text) {
        return Array.texts(orders.stream().map(text).toList());
    }
}
