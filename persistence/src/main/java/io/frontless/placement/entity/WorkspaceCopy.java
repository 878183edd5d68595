package io.frontless.placement.entity;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** One workspace's rows in two databases, between connections that are in its context in both. */
public final class WorkspaceCopy {

    private static final int ROWS_MAX = 1_000;

    /** Events and staged rows can be long. */
    private static final int CHARS_MAX = 4_000_000;

    private static final int FETCHED = 200;

    /** A new value whenever the schema is written, also by copying it; so what was remembered under the old one is read again. */
    private static final String STAMP = "stamp";

    private final UUID workspaceId;
    private final BooleanSupplier tooLate;

    public WorkspaceCopy(UUID workspaceId, BooleanSupplier tooLate) {
        this.workspaceId = workspaceId;
        this.tooLate = tooLate;
    }

    /** Something that two copies of a table can differ in. */
    record Fingerprint(long rows, String hash) {}

    /** Deletes the workspace, which is LEAVING there; answers how many rows. */
    public long clear(Connection target) throws SQLException {
        List<String> tables = new ArrayList<>(WorkspaceTables.of(target).names());
        Collections.reverse(tables);
        long rows = 0;
        for (String table : tables) {
            rows += Sql.change(target, "delete from frontless." + table + " where workspace_id = ?", workspaceId);
            requireTime();
        }
        return rows;
    }

    /** Copies all tables and compares them; a {@link CopyException} says in which they differ. */
    public void copy(Connection source, Connection target) throws SQLException {
        WorkspaceTables tables = WorkspaceTables.of(source);
        if (!tables.equals(WorkspaceTables.of(target))) {
            throw new CopyException("the databases do not have the same tables and columns");
        }
        for (String table : tables.names()) {
            copy(table, tables.columns().getOrDefault(table, List.of()), source, target);
        }
        for (String table : tables.names()) {
            List<WorkspaceTables.Column> columns = tables.columns().getOrDefault(table, List.of());
            requireSame(table, fingerprint(source, table, columns), fingerprint(target, table, columns));
            requireTime();
        }
    }

    /** Lets a counter of the target never give a number that the workspace has already. */
    public void advanceCounters(Connection source, Connection target) throws SQLException {
        for (Map.Entry<String, List<WorkspaceTables.Column>> table :
                WorkspaceTables.of(source).columns().entrySet()) {
            for (WorkspaceTables.Column column : table.getValue()) {
                if (column.counted()) {
                    advance(table.getKey(), column.name(), source, target);
                }
            }
        }
    }

    private void copy(String table, List<WorkspaceTables.Column> columns, Connection source, Connection target)
            throws SQLException {
        String sql = "select cast(t as text) from frontless." + table + " t where workspace_id = ?";
        try (PreparedStatement statement = Sql.prepare(source, sql, workspaceId)) {
            statement.setFetchSize(FETCHED);
            List<String> lines = new ArrayList<>();
            int chars = 0;
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    String line = rows.getString(1);
                    lines.add(line);
                    chars += line.length();
                    if (lines.size() >= ROWS_MAX || chars >= CHARS_MAX) {
                        insert(table, columns, target, lines);
                        lines.clear();
                        chars = 0;
                    }
                }
            }
            insert(table, columns, target, lines);
        }
    }

    private void insert(String table, List<WorkspaceTables.Column> columns, Connection target, List<String> lines)
            throws SQLException {
        requireTime();
        if (lines.isEmpty()) {
            return;
        }
        List<String> written = columns.stream()
                .filter(column -> !column.computed())
                .map(WorkspaceTables.Column::name)
                .toList();
        String names = String.join(", ", written);
        String values = written.stream().map(name -> "(x.r)." + name).collect(Collectors.joining(", "));
        // The offset keeps the row from being read once for each of its columns.
        String sql = "insert into frontless." + table + " (" + names + ") overriding system value select " + values
                + " from (select cast(line as frontless." + table
                + ") as r from unnest(cast(? as text[])) line offset 0) x";
        Sql.change(target, sql, target.createArrayOf("text", lines.toArray()));
    }

    /** Numbers are taken one by one, since others take them at the same time and a counter must never be set back. */
    private void advance(String table, String column, Connection source, Connection target) throws SQLException {
        long highest = Sql.read(
                        source,
                        row -> row.getLong(1),
                        "select coalesce(max(" + column + "), 0) from frontless." + table + " where workspace_id = ?",
                        workspaceId)
                .get(0);
        String counter = Sql.read(
                        target,
                        row -> row.getString(1),
                        "select pg_catalog.pg_get_serial_sequence(?, ?)",
                        "frontless." + table,
                        column)
                .get(0);
        long next = Sql.read(target, row -> row.getLong(1), "select nextval(cast(? as regclass))", counter)
                .get(0);
        if (next < highest) {
            Sql.read(
                    target,
                    row -> row.getLong(1),
                    "select count(nextval(cast(? as regclass))) from generate_series(1, ?)",
                    counter,
                    highest - next);
        }
    }

    /** The sum of the rows' SHA-256, in four parts: it does not depend on their order, so nothing is sorted. */
    private Fingerprint fingerprint(Connection connection, String table, List<WorkspaceTables.Column> columns)
            throws SQLException {
        String row = columns.stream()
                .map(WorkspaceTables.Column::name)
                .filter(name -> !name.equals(STAMP))
                .collect(Collectors.joining(", ", "row(", ")"));
        String part = "coalesce(sum(cast(cast('x' || substr(h, %d, 16) as bit(64)) as bigint)), 0)";
        String sql = "select count(*), concat_ws(':', " + part.formatted(1) + ", " + part.formatted(17) + ", "
                + part.formatted(33) + ", " + part.formatted(49) + ") from (select encode(sha256(convert_to(cast(" + row
                + " as text), 'UTF8')), 'hex') as h from frontless." + table + " where workspace_id = ?) rows";
        return Sql.read(connection, found -> new Fingerprint(found.getLong(1), found.getString(2)), sql, workspaceId)
                .get(0);
    }

    private static void requireSame(String table, Fingerprint source, Fingerprint target) {
        if (!source.equals(target)) {
            throw new CopyException("the copy of " + table + " differs: expected " + source.rows() + " rows, found "
                    + target.rows() + (source.rows() == target.rows() ? ", of other content" : ""));
        }
    }

    private void requireTime() {
        if (tooLate.getAsBoolean()) {
            throw new CopyException("copying takes longer than a workspace may be held");
        }
    }
}
