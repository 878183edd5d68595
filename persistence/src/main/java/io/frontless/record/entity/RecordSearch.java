package io.frontless.record.entity;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * One search for living records, built condition by condition. Text from outside only ever becomes a parameter; the parts of the statement
 * are constants of this class.
 */
public final class RecordSearch {

    private final EntityManager manager;
    private final List<Object> parameters = new ArrayList<>();
    private final StringBuilder where = new StringBuilder();
    private String order = " order by r.record_id";
    private String join = "";

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
    }

    /** How a condition compares. */
    public enum Operator {
        EQ("="),
        LT("<"),
        LE("<="),
        GT(">"),
        GE(">=");

        private final String sql;

        Operator(String sql) {
            this.sql = sql;
        }
    }

    /** A record as found; {@code data} is its JSON. */
    public record Found(UUID id, long version, String data) {}

    RecordSearch(EntityManager manager, UUID workspaceId, String entity) {
        this.manager = manager;
        parameters.add(workspaceId);
        parameters.add(entity);
        where.append(" where r.workspace_id = ?1 and r.entity = ?2 and r.deleted_at is null");
    }

    /** The field's value compares so with {@code value}, given in its text form. */
    public RecordSearch compared(String field, Column column, Operator operator, Object value) {
        return exists(
                field,
                "v." + column.name + " " + operator.sql + " cast(" + next(value.toString()) + " as " + column.type
                        + ")");
    }

    /** The field's value does not equal {@code value}, or there is none. */
    public RecordSearch differs(String field, Column column, Object value) {
        where.append(" and not ");
        return condition(field, "v." + column.name + " = cast(" + next(value.toString()) + " as " + column.type + ")");
    }

    /** The field's text contains {@code part}, both in lower case. */
    public RecordSearch contains(String field, String part) {
        return exists(field, "position(" + next(part) + " in v.text_value) > 0");
    }

    /** The field has a value. */
    public RecordSearch present(String field) {
        return exists(field, "true");
    }

    /** The field has no value. */
    public RecordSearch absent(String field) {
        where.append(" and not ");
        return condition(field, "true");
    }

    /** Any of the fields' texts equals {@code text}, in lower case. */
    public RecordSearch anyText(List<String> fields, String text) {
        where.append(" and exists (select 1 from frontless.field_value v where v.workspace_id = ?1 and v.entity = ?2"
                + " and v.record_id = r.record_id and v.field = any(string_to_array(" + next(String.join(",", fields))
                + ", ',')) and v.text_value = " + next(text) + ")");
        return this;
    }

    /** The record has this id. */
    public RecordSearch identified(UUID id) {
        where.append(" and r.record_id = ").append(next(id));
        return this;
    }

    /** Orders by a field; records without a value come last. */
    public RecordSearch orderBy(String field, Column column, boolean descending) {
        join = " left join frontless.field_value s on s.workspace_id = ?1 and s.record_id = r.record_id and s.field = "
                + next(field);
        order = " order by s." + column.name + (descending ? " desc" : " asc") + " nulls last, r.record_id";
        return this;
    }

    /** A page of what was found. */
    public List<Found> page(int limit, int offset) {
        String sql = "select r.record_id, r.version, cast(r.data as text) from frontless.record r" + join + where
                + order + " limit " + next(limit) + " offset " + next(offset);
        List<?> rows = query(sql).getResultList();
        return rows.stream().map(RecordSearch::found).toList();
    }

    /** How many there are. */
    public long count() {
        Object count = query("select count(*) from frontless.record r" + where).getSingleResult();
        return ((Number) count).longValue();
    }

    private RecordSearch exists(String field, String comparison) {
        where.append(" and ");
        return condition(field, comparison);
    }

    private RecordSearch condition(String field, String comparison) {
        where.append("exists (select 1 from frontless.field_value v where v.workspace_id = ?1 and v.entity = ?2"
                + " and v.record_id = r.record_id and v.field = " + next(field) + " and " + comparison + ")");
        return this;
    }

    private String next(Object value) {
        parameters.add(value);
        return "?" + parameters.size();
    }

    private Query query(String sql) {
        Query query = manager.createNativeQuery(sql);
        for (int index = 0; index < parameters.size(); index++) {
            if (sql.contains("?" + (index + 1))) {
                query.setParameter(index + 1, parameters.get(index));
            }
        }
        return query;
    }

    private static Found found(Object row) {
        Object[] columns = (Object[]) row;
        return new Found(
                UUID.fromString(String.valueOf(columns[0])),
                ((Number) columns[1]).longValue(),
                String.valueOf(columns[2]));
    }
}
