package io.frontless.record.entity;

import io.frontless.workspace.entity.Statements;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** Reads and writes staged files; their rows are {@link ImportRows}. */
@Dependent
public class ImportFiles {

    private static final String SELECT =
            "select account_id, file_name, cast(settings as text), row_count, wrong_rows, error_count, committed_at is not null"
                    + " from frontless.import_file where workspace_id = ? and import_id = ?";

    private final Statements statements;

    @Inject
    public ImportFiles(Statements statements) {
        this.statements = statements;
    }

    /** A staged file: whose it is, what it is called and what it is to become (JSON). */
    public record File(UUID accountId, String name, String settings, Counts counts, boolean committed) {}

    /** How many rows it has, how many of them do not fit, and in how many places. */
    public record Counts(int rows, int wrongRows, int errors) {}

    /** Adds a file without rows. */
    public void add(UUID workspaceId, UUID importId, UUID accountId, String name, String settings) {
        statements.change(
                "insert into frontless.import_file (workspace_id, import_id, account_id, file_name, settings)"
                        + " values (?, ?, ?, ?, cast(? as jsonb))",
                workspaceId,
                importId,
                accountId,
                name,
                settings);
    }

    /** One file. */
    public Optional<File> find(UUID workspaceId, UUID importId) {
        return statements.read(ImportFiles::file, SELECT, workspaceId, importId).stream()
                .findFirst();
    }

    /** One file, locked until the end of the transaction. */
    public Optional<File> lock(UUID workspaceId, UUID importId) {
        return statements.read(ImportFiles::file, SELECT + " for update", workspaceId, importId).stream()
                .findFirst();
    }

    /** Notes what it is to become, and what its rows were found to be. */
    public void change(UUID workspaceId, UUID importId, String settings, Counts counts) {
        statements.change(
                "update frontless.import_file set settings = cast(? as jsonb), row_count = ?, wrong_rows = ?, error_count = ?"
                        + " where workspace_id = ? and import_id = ?",
                settings,
                counts.rows(),
                counts.wrongRows(),
                counts.errors(),
                workspaceId,
                importId);
    }

    /** Notes that it was committed. */
    public void commit(UUID workspaceId, UUID importId) {
        statements.change(
                "update frontless.import_file set committed_at = clock_timestamp() where workspace_id = ? and import_id = ?",
                workspaceId,
                importId);
    }

    /** Removes a file with its rows and errors. */
    public void remove(UUID workspaceId, UUID importId) {
        statements.change(
                "delete from frontless.import_file where workspace_id = ? and import_id = ?", workspaceId, importId);
    }

    private static File file(ResultSet row) throws SQLException {
        return new File(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                new Counts(row.getInt(4), row.getInt(5), row.getInt(6)),
                row.getBoolean(7));
    }
}
