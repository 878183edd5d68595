package io.frontless.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The rows of a workspace, to be inserted into another one: in the order that foreign keys want, by the thousand, with {@code unnest}, as the
 * application's role under row-level security, in one transaction.
 */
final class BareImport {
    private static final int ROWS = 1_000;

    /** A copy of the rows of a table, whatever its columns are. */
    private static final String COPY = """
            insert into frontless.$table select (jsonb_populate_record(t, jsonb_build_object('workspace_id', '$to'))).*
            from frontless.$table t where t.workspace_id = '$from'
            """;

    private static final List<Table> CONTENT = List.of(
            new Table("record", "record_id", "entity", "version", "data"),
            new Table(
                    "field_value",
                    "entity",
                    "field",
                    "record_id",
                    "text_value",
                    "number_value",
                    "time_value",
                    "reference_value",
                    "unique_key"),
            new Table("record_word", "entity", "word", "record_id", "field"),
            new Table(
                    "event",
                    "event_id",
                    "actor_kind",
                    "actor_id",
                    "actor_name",
                    "action",
                    "version",
                    "entity",
                    "record_id",
                    "before",
                    "after",
                    "plan_id",
                    "step"));

    private final BenchDatabase database;
    private final String origin;
    private final List<Batch> content;

    private BareImport(BenchDatabase database, String origin, List<Batch> content) {
        this.database = database;
        this.origin = origin;
        this.content = content;
    }

    /** Some rows of a table: the texts of each column. */
    private record Batch(String sql, List<List<Object>> columns) {}

    /** A table and those of its columns that have values. */
    private record Table(String name, List<String> columns) {
        Table(String name, String... columns) {
            this(name, List.of(columns));
        }

        String select(List<String> types) {
            return IntStream.range(0, columns.size())
                    .mapToObj(at ->
                            types.get(at).equals("jsonb") ? "cast(" + columns.get(at) + " as text)" : columns.get(at))
                    .collect(
                            Collectors.joining(", ", "select ", " from frontless." + name + " where workspace_id = ?"));
        }

        String insert(List<String> types) {
            String names = String.join(", ", columns);
            String values = IntStream.range(0, columns.size())
                    .mapToObj(at -> "cast(n." + columns.get(at) + " as " + types.get(at) + ")")
                    .collect(Collectors.joining(", "));
            String marks = columns.stream().map(column -> "?").collect(Collectors.joining(", "));
            return "insert into frontless." + name + " (workspace_id, " + names + ") select ?, " + values
                    + " from unnest(" + marks + ") as n(" + names + ")";
        }
    }

    /** Reads all rows into memory. */
    static BareImport of(BenchDatabase database, String workspaceId) throws IOException, SQLException {
        List<Batch> content = new ArrayList<>();
        try (Connection connection = database.asAdministrator()) {
            for (Table table : CONTENT) {
                content.addAll(read(connection, table, workspaceId));
            }
        }
        return new BareImport(database, workspaceId, content);
    }

    private static List<Batch> read(Connection connection, Table table, String workspaceId) throws SQLException {
        List<String> types = types(connection, table);
        List<Batch> batches = new ArrayList<>();
        connection.setAutoCommit(false);
        try (PreparedStatement query = connection.prepareStatement(table.select(types))) {
            query.setFetchSize(ROWS);
            query.setObject(1, workspaceId);
            List<Object[]> rows = new ArrayList<>();
            try (var found = query.executeQuery()) {
                while (found.next()) {
                    Object[] row = new Object[types.size()];
                    for (int at = 0; at < row.length; at++) {
                        row[at] = found.getObject(at + 1);
                    }
                    rows.add(row);
                    if (rows.size() == ROWS) {
                        batches.add(batch(table, types, rows));
                        rows.clear();
                    }
                }
            }
            if (!rows.isEmpty()) {
                batches.add(batch(table, types, rows));
            }
        }
        return batches;
    }

    private static Batch batch(Table table, List<String> types, List<Object[]> rows) {
        List<List<Object>> columns = new ArrayList<>();
        for (int at = 0; at < types.size(); at++) {
            List<Object> column = new ArrayList<>(rows.size());
            for (Object[] row : rows) {
                column.add(row[at]);
            }
            columns.add(column);
        }
        return new Batch(table.insert(types), columns);
    }

    private static List<String> types(Connection connection, Table table) throws SQLException {
        List<String> types = new ArrayList<>();
        try (PreparedStatement query =
                connection.prepareStatement("select format_type(atttypid, atttypmod) from pg_attribute"
                        + " where attrelid = cast(? as regclass) and attname = ?")) {
            for (String column : table.columns()) {
                query.setString(1, "frontless." + table.name());
                query.setString(2, column);
                try (var found = query.executeQuery()) {
                    found.next();
                    types.add(found.getString(1));
                }
            }
        }
        return types;
    }

    /** Inserts them into an empty workspace and answers how many seconds the content took. */
    double into(String workspaceId) throws IOException, SQLException {
        String context = database.context(workspaceId);
        for (String table : List.of("entity", "field")) {
            database.fill(
                    COPY.replace("$table", table).replace("$to", workspaceId).replace("$from", origin));
        }
        try (Connection connection = database.asApplication()) {
            connection.setAutoCommit(false);
            Stopwatch watch = new Stopwatch();
            try (PreparedStatement enter =
                    connection.prepareStatement("select set_config('frontless.workspace', ?, true)")) {
                enter.setString(1, context);
                enter.execute();
            }
            for (Batch batch : content) {
                insert(connection, batch, workspaceId);
            }
            connection.commit();
            return watch.lapS();
        }
    }

    private static void insert(Connection connection, Batch batch, String workspaceId) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(batch.sql())) {
            insert.setObject(1, UUID.fromString(workspaceId));
            for (int at = 0; at < batch.columns().size(); at++) {
                insert.setArray(
                        at + 2,
                        connection.createArrayOf("text", batch.columns().get(at).toArray()));
            }
            insert.execute();
        }
    }
}
