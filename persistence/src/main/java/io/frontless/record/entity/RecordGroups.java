package io.frontless.record.entity;

import io.frontless.record.entity.RecordCondition.Step;
import io.frontless.record.entity.RecordSearch.Column;
import io.frontless.workspace.entity.Statements;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Groups what a search finds, and makes numbers of each group. */
@Dependent
public class RecordGroups {

    private final Statements statements;

    @Inject
    public RecordGroups(Statements statements) {
        this.statements = statements;
    }

    /** A value at the end of a path through references. */
    public record Source(List<Step> path, Column column) {
        public Source {
            path = List.copyOf(path);
        }
    }

    /**
     * What groups have in common.
     *
     * @param bucket the period that moments of one group share, as date_trunc calls it; null for equal values
     */
    public record By(Source source, @Nullable String bucket) {}

    /** What is made of a group; without a source, its records are counted. */
    public record Made(Function function, @Nullable Source source) {}

    /** How. */
    public enum Function {
        COUNT,
        SUM,
        AVG,
        MIN,
        MAX
    }

    /** How a search's records are grouped. */
    public record Groups(List<By> by, List<Made> made) {
        public Groups {
            by = List.copyOf(by);
            made = List.copyOf(made);
        }
    }

    /** The groups in the order of what they have in common, each the texts of that and then of what was made; null for none. */
    public List<List<@Nullable String>> of(RecordSearch search, Groups groups, int limit) {
        SqlText columns = new SqlText();
        SqlText joins = new SqlText();
        List<String> keys = new ArrayList<>();
        int width = groups.by().size() + groups.made().size();
        for (By by : groups.by()) {
            String alias = "g" + keys.size();
            joins.add(joins(search, by.source(), alias));
            String value = value(by, alias);
            keys.add(value);
            columns.add(keys.size() == 1 ? "" : ", ").add(shown(by, alias, value));
        }
        for (int index = 0; index < groups.made().size(); index++) {
            Made made = groups.made().get(index);
            String alias = "m" + index;
            if (made.source() != null) {
                joins.add(joins(search, made.source(), alias));
            }
            columns.add(keys.isEmpty() && index == 0 ? "" : ", ").add(made(made, alias));
        }
        SqlText sql = SqlText.of("select ")
                .add(columns)
                .add(" from frontless.record c")
                .add(joins)
                .add(
                        " where c.workspace_id = ? and c.entity = ? and c.deleted_at is null and ",
                        search.workspaceId(),
                        search.entity())
                .add(new ConditionSql(search.workspaceId(), false).holds(search.condition(), "c.record_id"));
        String by = String.join(", ", keys);
        sql.add(keys.isEmpty() ? " limit ?" : " group by " + by + " order by " + by + " limit ?", limit);
        return statements.read(row -> texts(row, width), sql.text(), sql.parameters());
    }

    private static SqlText joins(RecordSearch search, Source source, String alias) {
        SqlText joins = new SqlText();
        String from = "c.record_id";
        for (int index = 0; index < source.path().size(); index++) {
            String step = alias + "_" + index;
            joins.add(
                    " left join frontless.field_value " + step + " on " + step + ".workspace_id = ? and " + step
                            + ".record_id = " + from + " and " + step + ".field = ?",
                    search.workspaceId(),
                    source.path().get(index).field());
            from = step + ".reference_value";
        }
        if (source.column() == Column.TEXT) {
            String last = alias + "_" + (source.path().size() - 1) + ".record_id";
            joins.add(
                    " left join frontless.record " + alias + " on " + alias + ".workspace_id = ? and " + alias
                            + ".record_id = " + last,
                    search.workspaceId());
        }
        return joins;
    }

    private static String value(By by, String alias) {
        String column = column(by.source(), alias);
        if (by.source().column() != Column.TIME) {
            return column;
        }
        String local = "(" + column + " at time zone 'UTC')";
        return by.bucket() == null ? local : "date_trunc('" + by.bucket() + "', " + local + ")";
    }

    /** Texts are compared without case; a group is called as one of its records has it. */
    private static SqlText shown(By by, String alias, String value) {
        return by.source().column() == Column.TEXT
                ? SqlText.of("min(" + alias + ".data ->> ?)", field(by.source()))
                : SqlText.of("cast(" + value + " as text)");
    }

    private static SqlText made(Made made, String alias) {
        Source source = made.source();
        if (source == null) {
            return SqlText.of("cast(count(*) as text)");
        }
        String column = column(source, alias);
        String local = source.column() == Column.TIME ? "(" + column + " at time zone 'UTC')" : column;
        return switch (made.function()) {
            case COUNT -> SqlText.of("cast(count(" + column + ") as text)");
            case SUM -> SqlText.of("cast(sum(" + column + ") as text)");
            case AVG -> SqlText.of("cast(avg(" + column + ") as text)");
            case MIN -> SqlText.of("cast(min(" + local + ") as text)");
            case MAX -> SqlText.of("cast(max(" + local + ") as text)");
        };
    }

    private static String column(Source source, String alias) {
        return alias + "_" + (source.path().size() - 1) + "." + source.column().columnName();
    }

    private static String field(Source source) {
        return source.path().get(source.path().size() - 1).field();
    }

    private static List<@Nullable String> texts(ResultSet row, int width) throws SQLException {
        List<@Nullable String> texts = new ArrayList<>();
        for (int column = 1; column <= width; column++) {
            texts.add(row.getString(column));
        }
        return texts;
    }
}
