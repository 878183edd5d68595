package io.frontless.record.entity;

import io.frontless.record.entity.RecordCondition.All;
import io.frontless.record.entity.RecordCondition.Any;
import io.frontless.record.entity.RecordCondition.Identified;
import io.frontless.record.entity.RecordCondition.Meets;
import io.frontless.record.entity.RecordCondition.Not;
import io.frontless.record.entity.RecordCondition.Step;
import io.frontless.record.entity.RecordCondition.Word;
import io.frontless.workspace.entity.Statements.Array;
import java.util.List;
import java.util.UUID;

/** Says in SQL whether a record, whose id stands in some expression, meets a condition. */
final class ConditionSql {

    private final UUID workspaceId;
    private final boolean rowByRow;

    /**
     * @param rowByRow whether each row is to be looked up by itself, in the order in which rows come: PostgreSQL makes no join of a scalar
     *     subquery. Otherwise it chooses, which is better for very many rows
     */
    ConditionSql(UUID workspaceId, boolean rowByRow) {
        this.workspaceId = workspaceId;
        this.rowByRow = rowByRow;
    }

    SqlText holds(RecordCondition condition, String id) {
        if (condition instanceof All all) {
            return several(all.parts(), id, " and ", "true");
        }
        if (condition instanceof Any any) {
            return several(any.parts(), id, " or ", "false");
        }
        if (condition instanceof Not not) {
            return SqlText.of("not ").add(holds(not.part(), id));
        }
        if (condition instanceof Meets meets) {
            return step(meets, 0, id);
        }
        return condition instanceof Word word
                ? word(word, id)
                : SqlText.of("(" + id + " = ?)", ((Identified) condition).id());
    }

    private SqlText several(List<RecordCondition> parts, String id, String between, String none) {
        if (parts.isEmpty()) {
            return SqlText.of(none);
        }
        List<SqlText> texts = parts.stream().map(part -> holds(part, id)).toList();
        return SqlText.of("(").add(SqlText.joined(texts, between)).add(")");
    }

    private SqlText step(Meets meets, int index, String id) {
        String alias = "v" + index;
        Step step = meets.path().get(index);
        SqlText rows = SqlText.of(
                " from frontless.field_value " + alias + " where " + alias + ".workspace_id = ? and " + alias
                        + ".record_id = " + id + " and " + alias + ".entity = ? and " + alias + ".field = ? and ",
                workspaceId,
                step.entity(),
                step.field());
        boolean last = index == meets.path().size() - 1;
        return exists(rows.add(last ? test(meets, alias) : step(meets, index + 1, alias + ".reference_value")));
    }

    private SqlText word(Word word, String id) {
        return exists(SqlText.of(" from frontless.record_word w where w.workspace_id = ? and ", workspaceId)
                .add("w.record_id = " + id + " and w.field = any(?) and ", Array.texts(word.fields()))
                .add(spelling(word)));
    }

    private SqlText exists(SqlText rows) {
        return rowByRow
                ? SqlText.of("coalesce((select true").add(rows).add(" limit 1), false)")
                : SqlText.of("exists (select 1").add(rows).add(")");
    }

    static SqlText spelling(Word word) {
        return word.prefix()
                ? SqlText.of("w.word >= ? and w.word < ?", word.word(), Prefix.end(word.word()))
                : SqlText.of("w.word = ?", word.word());
    }

    /** The test of a typed column. */
    static SqlText test(Meets meets, String alias) {
        String column = alias + "." + meets.column().columnName();
        List<Object> values = meets.values();
        return switch (meets.test()) {
            case PRESENT -> SqlText.of(column + " is not null");
            case ONE_OF -> oneOf(column, meets);
            case LT -> SqlText.of(column + " < ?", values.get(0));
            case LE -> SqlText.of(column + " <= ?", values.get(0));
            case GT -> SqlText.of(column + " > ?", values.get(0));
            case GE -> SqlText.of(column + " >= ?", values.get(0));
            case CONTAINS -> SqlText.of("position(? in " + column + ") > 0", values.get(0));
            case STARTS_WITH -> {
                String prefix = values.get(0).toString();
                yield SqlText.of(column + " >= ? and " + column + " < ?", prefix, Prefix.end(prefix));
            }
        };
    }

    private static SqlText oneOf(String column, Meets meets) {
        List<Object> values = meets.values();
        if (values.isEmpty()) {
            return SqlText.of("false");
        }
        return values.size() == 1
                ? SqlText.of(column + " = ?", values.get(0))
                : SqlText.of(
                        column + " = any(?)",
                        new Array(
                                meets.column().type(),
                                values.stream().map(Object::toString).toList()));
    }
}
