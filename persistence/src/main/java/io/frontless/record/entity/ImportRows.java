package io.frontless.record.entity;

import io.frontless.workspace.entity.Statements;
import io.frontless.workspace.entity.Statements.Array;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads and writes the rows of staged files and what does not fit in them, by the thousand. */
@Dependent
public class ImportRows {

    private final Statements statements;

    @Inject
    public ImportRows(Statements statements) {
        this.statements = statements;
    }

    /** A row as it was read; {@code cells} is a JSON object with one list, and the record is the one that it would become. */
    public record Row(int line, UUID recordId, String cells) {}

    /** Something that does not fit; places count from 1 in the order of the file. */
    public record Misfit(int place, int line, String field, String expected, String found) {}

    /** Adds rows. */
    public void add(UUID workspaceId, UUID importId, List<Row> rows) {
        statements.change(
                "insert into frontless.import_row (workspace_id, import_id, line, record_id, cells)"
                        + " select ?, ?, r.line, r.record_id, r.cells from unnest(?, ?, ?) as r(line, record_id, cells)",
                workspaceId,
                importId,
                column("integer", rows, Row::line),
                column("uuid", rows, Row::recordId),
                column("text", rows, Row::cells));
    }

    /** The rows after a line, in order; without those that do not fit where {@code fitting}. */
    public List<Row> after(UUID workspaceId, UUID importId, int line, boolean fitting, int limit) {
        return statements.read(
                row -> new Row(row.getInt(1), row.getObject(2, UUID.class), row.getString(3)),
                "select line, record_id, cells from frontless.import_row where workspace_id = ? and import_id = ? and line > ?"
                        + (fitting ? " and not wrong" : "") + " order by line limit ?",
                workspaceId,
                importId,
                line,
                limit);
    }

    /** Forgets what does not fit, to look anew. */
    public void clear(UUID workspaceId, UUID importId) {
        statements.change(
                "delete from frontless.import_error where workspace_id = ? and import_id = ?", workspaceId, importId);
        statements.change(
                "update frontless.import_row set wrong = false where workspace_id = ? and import_id = ? and wrong",
                workspaceId,
                importId);
    }

    /** Notes lines that do not fit, and why. */
    public void note(UUID workspaceId, UUID importId, List<Integer> wrongLines, List<Misfit> misfits) {
        if (!wrongLines.isEmpty()) {
            statements.change(
                    "update frontless.import_row set wrong = true where workspace_id = ? and import_id = ? and line = any(?)",
                    workspaceId,
                    importId,
                    new Array("integer", wrongLines));
        }
        if (!misfits.isEmpty()) {
            statements.change(
                    "insert into frontless.import_error (workspace_id, import_id, place, line, field, expected, found)"
                            + " select ?, ?, e.place, e.line, e.field, e.expected, e.found"
                            + " from unnest(?, ?, ?, ?, ?) as e(place, line, field, expected, found)",
                    workspaceId,
                    importId,
                    column("integer", misfits, Misfit::place),
                    column("integer", misfits, Misfit::line),
                    column("text", misfits, Misfit::field),
                    column("text", misfits, Misfit::expected),
                    column("text", misfits, Misfit::found));
        }
    }

    /** What does not fit, in the order of the file, after a place. */
    public List<Misfit> misfits(UUID workspaceId, UUID importId, int afterPlace, int limit) {
        return statements.read(
                row -> new Misfit(row.getInt(1), row.getInt(2), row.getString(3), row.getString(4), row.getString(5)),
                "select place, line, field, expected, found from frontless.import_error"
                        + " where workspace_id = ? and import_id = ? and place > ? order by place limit ?",
                workspaceId,
                importId,
                afterPlace,
                limit);
    }

    private static <T> Array column(String type, List<T> rows, Function<T, @Nullable Object> value) {
        List<@Nullable Object> values = new ArrayList<>(rows.size());
        rows.forEach(row -> values.add(value.apply(row)));
        return new Array(type, values);
    }
}
