package io.frontless.record.entity;

import io.frontless.record.entity.RecordCondition.All;
import io.frontless.record.entity.RecordCondition.Any;
import io.frontless.record.entity.RecordCondition.Identified;
import io.frontless.record.entity.RecordCondition.Meets;
import io.frontless.record.entity.RecordCondition.Not;
import io.frontless.record.entity.RecordCondition.Step;
import io.frontless.record.entity.RecordCondition.Test;
import io.frontless.record.entity.RecordCondition.Word;
import io.frontless.workspace.entity.Statements.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds, by an index, the ids of living records that can meet a condition; some of them may come twice. */
final class CandidateSql {

    private final UUID workspaceId;
    private final String entity;

    CandidateSql(UUID workspaceId, String entity) {
        this.workspaceId = workspaceId;
        this.entity = entity;
    }

    /** Candidates for each part of the condition that must hold and that an index answers. */
    List<Candidates> of(RecordCondition condition) {
        List<RecordCondition> parts = new ArrayList<>();
        flatten(condition, parts);
        List<Candidates> found = new ArrayList<>();
        for (int index = 0; index < parts.size(); index++) {
            RecordCondition part = parts.get(index);
            List<RecordCondition> others = new ArrayList<>(parts);
            if (!(part instanceof Any)) {
                others.remove(index);
            }
            // A record has one value of a field, and may have a word in several of them.
            boolean once = part instanceof Meets;
            indexed(part).ifPresent(ids -> found.add(new Candidates(ids, once, new All(others))));
        }
        return found;
    }

    private static void flatten(RecordCondition condition, List<RecordCondition> parts) {
        if (condition instanceof All all) {
            all.parts().forEach(part -> flatten(part, parts));
        } else {
            parts.add(condition);
        }
    }

    private Optional<SqlText> indexed(RecordCondition condition) {
        if (condition instanceof Any any) {
            return union(any.parts());
        }
        if (condition instanceof All all) {
            return all.parts().stream()
                    .map(this::indexed)
                    .flatMap(Optional::stream)
                    .findFirst();
        }
        if (condition instanceof Not) {
            return Optional.empty();
        }
        if (condition instanceof Word word) {
            return Optional.of(word(word));
        }
        return condition instanceof Meets meets ? path(meets, 0) : Optional.of(one(((Identified) condition).id()));
    }

    private Optional<SqlText> union(List<RecordCondition> parts) {
        List<SqlText> found =
                parts.stream().map(this::indexed).flatMap(Optional::stream).toList();
        return found.isEmpty() || found.size() < parts.size()
                ? Optional.empty()
                : Optional.of(SqlText.joined(found, " union all "));
    }

    /** From the value at the end of the path back to the records that lead to it, reference by reference. */
    private Optional<SqlText> path(Meets meets, int index) {
        Step step = meets.path().get(index);
        String alias = "i" + index;
        SqlText field = SqlText.of(
                alias + ".workspace_id = ? and " + alias + ".entity = ? and " + alias + ".field = ? and ",
                workspaceId,
                step.entity(),
                step.field());
        if (index == meets.path().size() - 1) {
            boolean indexed = meets.test() != Test.CONTAINS && meets.test() != Test.PRESENT;
            return indexed
                    ? Optional.of(
                            SqlText.of("select " + alias + ".record_id from frontless.field_value " + alias + " where ")
                                    .add(field)
                                    .add(ConditionSql.test(meets, alias)))
                    : Optional.empty();
        }
        return path(meets, index + 1).map(targets -> SqlText.of("select h" + index + ".record_id from (")
                .add(targets)
                .add(") t" + index + " cross join lateral (select " + alias + ".record_id from frontless.field_value "
                        + alias + " where ")
                .add(field)
                .add(alias + ".reference_value = t" + index + ".record_id offset 0) h" + index));
    }

    private SqlText word(Word word) {
        return SqlText.of(
                        "select w.record_id from frontless.record_word w where w.workspace_id = ? and w.entity = ? and"
                                + " w.field = any(?) and ",
                        workspaceId,
                        entity,
                        Array.texts(word.fields()))
                .add(ConditionSql.spelling(word));
    }

    private SqlText one(UUID id) {
        return SqlText.of(
                "select o.record_id from frontless.record o where o.workspace_id = ? and o.record_id = ? and o.entity = ?"
                        + " and o.deleted_at is null",
                workspaceId,
                id,
                entity);
    }
}
