package io.frontless.record.entity;

import io.frontless.record.entity.RecordSearch.Column;
import io.frontless.record.entity.RecordSearch.FieldKey;
import io.frontless.record.entity.RecordSearch.Position;
import io.frontless.record.entity.RecordSearch.RankKey;
import java.util.ArrayList;
import java.util.List;

/** Says a search's order in SQL; its keys are called k0, k1, … */
final class OrderSql {

    private final RecordSearch search;

    OrderSql(RecordSearch search) {
        this.search = search;
    }

    /** The keys as columns of a select list, each with a comma before, looked up record by record. */
    SqlText looked(String id) {
        SqlText columns = new SqlText();
        for (int index = 0; index < search.order().size(); index++) {
            RecordSearch.Key key = search.order().get(index);
            columns.add(", ");
            if (key instanceof FieldKey field) {
                columns.add("(select s." + field.column().columnName() + " from frontless.field_value s where ")
                        .add("s.workspace_id = ? and s.record_id = " + id, search.workspaceId())
                        .add(" and s.field = ? limit 1)", field.field());
            } else {
                columns.add(rank((RankKey) key, id, true));
            }
            columns.add(" as k" + index);
        }
        return columns;
    }

    /** The same, where {@link #joins} gave the values. */
    SqlText joined(String id) {
        SqlText columns = new SqlText();
        for (int index = 0; index < search.order().size(); index++) {
            RecordSearch.Key key = search.order().get(index);
            columns.add(", ");
            if (key instanceof FieldKey field) {
                columns.add("s" + index + "." + field.column().columnName());
            } else {
                columns.add(rank((RankKey) key, id, false));
            }
            columns.add(" as k" + index);
        }
        return columns;
    }

    SqlText joins(String id) {
        SqlText joins = new SqlText();
        for (int index = 0; index < search.order().size(); index++) {
            if (search.order().get(index) instanceof FieldKey field) {
                String alias = "s" + index;
                joins.add(" left join frontless.field_value " + alias + " on " + alias + ".workspace_id = ? and ")
                        .add(alias + ".record_id = " + id + " and " + alias + ".field = ?");
                joins.add("", search.workspaceId(), field.field());
            }
        }
        return joins;
    }

    private SqlText rank(RankKey key, String id, boolean rowByRow) {
        return SqlText.of("cast(case when ")
                .add(new ConditionSql(search.workspaceId(), rowByRow).holds(key.condition(), id))
                .add(" then 1 else 0 end as bigint)");
    }

    /** The order of rows with the keys' columns. */
    String by(String alias) {
        return by(alias, " nulls last, ");
    }

    /** The same for rows that have all keys: an index that is walked backwards has empty values first, and only this order says that it fits. */
    String byPresent(String alias) {
        return by(alias, ", ");
    }

    private String by(String alias, String next) {
        StringBuilder by = new StringBuilder(" order by ");
        for (int index = 0; index < search.order().size(); index++) {
            boolean descending = search.order().get(index).descending();
            by.append(alias).append(".k").append(index).append(descending ? " desc" : " asc");
            by.append(next);
        }
        return by.append(alias)
                .append(search.backwards() ? ".record_id desc" : ".record_id asc")
                .toString();
    }

    /** Whether a row with the keys' columns comes after a position. */
    SqlText after(Position position) {
        List<SqlText> ways = new ArrayList<>();
        SqlText before = SqlText.of("true");
        for (int index = 0; index < search.order().size(); index++) {
            RecordSearch.Key key = search.order().get(index);
            String column = "q.k" + index;
            String value = position.keys().get(index);
            String type = type(key);
            if (value == null) {
                before = new SqlText().add(before).add(" and " + column + " is null");
                continue;
            }
            SqlText way = new SqlText().add(before);
            way.add(" and (" + column + (key.descending() ? " < " : " > ") + "cast(? as " + type + ")", value);
            ways.add(way.add(" or " + column + " is null)"));
            before = new SqlText().add(before).add(" and " + column + " = cast(? as " + type + ")", value);
        }
        String created = search.backwards() ? " and q.record_id < ?" : " and q.record_id > ?";
        ways.add(new SqlText().add(before).add(created, position.id()));
        List<SqlText> bracketed =
                ways.stream().map(way -> SqlText.of("(").add(way).add(")")).toList();
        return SqlText.of("(").add(SqlText.joined(bracketed, " or ")).add(")");
    }

    private static String type(RecordSearch.Key key) {
        return key instanceof FieldKey field ? field.column().type() : Column.NUMBER.type();
    }
}
