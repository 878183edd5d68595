package io.frontless.record.entity;

import io.frontless.record.entity.RecordSearch.Column;
import io.frontless.record.entity.RecordSearch.FieldKey;
import io.frontless.record.entity.RecordSearch.Narrowed;
import io.frontless.record.entity.RecordSearch.Position;
import io.frontless.record.entity.RecordSearch.Window;
import org.jspecify.annotations.Nullable;

/**
 * The ways to find a page. PostgreSQL cannot tell how many records have a value of a field, so its own choice between them would be luck;
 * each statement here leaves it none.
 */
final class PageSql {

    private final RecordSearch search;
    private final OrderSql order;

    PageSql(RecordSearch search) {
        this.search = search;
        this.order = new OrderSql(search);
    }

    /** Takes the candidates that an index gave, few of them, looks at each, and sorts those that are left. */
    SqlText fromCandidates(Candidates candidates, Window window) {
        SqlText keyed = SqlText.of("select c.record_id")
                .add(order.looked("c.record_id"))
                .add(" from (select distinct x.record_id from (")
                .add(candidates.ids())
                .add(") x offset 0) c where ")
                .add(conditions(true).holds(candidates.others(), "c.record_id"));
        return answered(page(keyed, window));
    }

    /** Looks at all records at once, by joins. */
    SqlText fromAll(Window window) {
        SqlText keyed = SqlText.of("select c.record_id")
                .add(order.joined("c.record_id"))
                .add(" from frontless.record c")
                .add(order.joins("c.record_id"))
                .add(" where c.workspace_id = ? and c.entity = ? and c.deleted_at is null and ")
                .add("", search.workspaceId(), search.entity())
                .add(conditions(false).holds(search.condition(), "c.record_id"));
        return answered(page(keyed, window));
    }

    /** Walks some steps through the order, looks at each record, and stops when the page is full. */
    SqlText fromWalk(Window window, long stepsMax) {
        SqlText keyed = SqlText.of("select c.* from (")
                .add(walk(window.after(), stepsMax))
                .add(") c where ")
                .add(conditions(true).holds(unmet(), "c.record_id"));
        return answered(SqlText.of("select q.* from (")
                .add(keyed)
                .add(") q" + order.byPresent("q"))
                .add(part(window)));
    }

    /** How many steps there are to walk, as far as they are counted. */
    SqlText steps(Window window, long stepsMax) {
        return SqlText.of("select count(*) from (")
                .add(walk(window.after(), stepsMax))
                .add(") x");
    }

    /** What walking does not answer by itself. */
    RecordCondition unmet() {
        Narrowed narrowed = search.narrowed();
        return narrowed == null ? search.condition() : narrowed.rest();
    }

    /** The entries of the order, from the narrowest index that has it. */
    private SqlText entries(FieldKey key, String column) {
        Narrowed narrowed = search.narrowed();
        String select = "select w.record_id, " + column + " as k0 from frontless.";
        String workspace = " w where w.workspace_id = ? and w.entity = ? and ";
        String present = " and " + column + " is not null";
        return narrowed == null
                ? SqlText.of(
                        select + "field_value" + workspace + "w.field = ?" + present,
                        search.workspaceId(),
                        search.entity(),
                        key.field())
                : SqlText.of(
                        select + "ordered_value" + workspace
                                + "w.filter_field = ? and w.sort_field = ? and w.filter_value = ?" + present,
                        search.workspaceId(),
                        search.entity(),
                        narrowed.field(),
                        key.field(),
                        narrowed.value());
    }

    private SqlText walk(@Nullable Position after, long stepsMax) {
        String direction = search.backwards() ? " desc" : " asc";
        String beyond = search.backwards() ? " < " : " > ";
        if (search.order().isEmpty()) {
            SqlText records = SqlText.of("select w.record_id from frontless.record w where w.workspace_id = ? and ")
                    .add("w.entity = ? and w.deleted_at is null", search.workspaceId(), search.entity());
            if (after != null) {
                records.add(" and w.record_id" + beyond + "?", after.id());
            }
            return records.add(" order by w.record_id" + direction + " limit " + stepsMax);
        }
        FieldKey key = (FieldKey) search.order().get(0);
        String column = "w." + key.column().columnName();
        SqlText values = entries(key, column);
        String last = after == null ? null : after.keys().get(0);
        if (after != null && last != null) {
            values.add(" and (" + column + ", w.record_id)" + beyond + "(cast(? as "
                    + key.column().type() + "), ?)");
            values.add("", last, after.id());
        }
        return values.add(" order by " + column + direction + ", w.record_id" + direction + " limit " + stepsMax);
    }

    /** Limits stand in the text: PostgreSQL keeps no plan of which it does not know how soon it ends, and plans it anew each time. */
    private static SqlText part(Window window) {
        SqlText part = SqlText.of(" limit " + window.limit());
        return window.offset() == 0 ? part : part.add(" offset ?", window.offset());
    }

    private ConditionSql conditions(boolean rowByRow) {
        return new ConditionSql(search.workspaceId(), rowByRow);
    }

    private SqlText page(SqlText keyed, Window window) {
        SqlText page = SqlText.of("select q.* from (").add(keyed).add(") q");
        if (window.after() != null) {
            page.add(" where ").add(order.after(window.after()));
        }
        return page.add(order.by("q")).add(part(window));
    }

    private SqlText answered(SqlText page) {
        StringBuilder keys = new StringBuilder();
        for (int index = 0; index < search.order().size(); index++) {
            keys.append(", ").append(key(search.order().get(index), "p.k" + index));
        }
        return SqlText.of("select p.record_id, r.version, cast(r.data as text)" + keys + " from (")
                .add(page)
                .add(
                        ") p cross join lateral (select o.version, o.data from frontless.record o where o.workspace_id = ?")
                .add(" and o.record_id = p.record_id offset 0) r", search.workspaceId())
                .add(order.by("p"));
    }

    /** A key as text that is read back as the same key, whatever the session's time zone. */
    private static String key(RecordSearch.Key key, String column) {
        boolean time = key instanceof FieldKey field && field.column() == Column.TIME;
        return time ? "cast(" + column + " at time zone 'UTC' as text) || 'Z'" : "cast(" + column + " as text)";
    }
}
