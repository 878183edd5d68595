package io.frontless.system.rest;

import io.frontless.system.ProductDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What is stored in a workspace, as the administrator sees it. */
final class StoredRows {
    private static final List<String> TABLES =
            List.of("entity", "event", "field", "field_value", "member", "plan", "record");

    /** What follows from the log some seconds later, whoever asks for what. */
    private static final List<String> SEAL =
            List.of("event_leaf", "event_tile", "sealing", "sink_progress", "tree_head", "witness_told");

    private static final String TENANT = """
            select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
            where c.relnamespace = 'frontless'::regnamespace and c.relkind in ('r', 'p')
              and a.attname = 'workspace_id' and not a.attisdropped order by 1
            """;

    private StoredRows() {}

    /** The number and a hash of the rows of each table that a refused request must leave alone. */
    static List<String> of(ProductDatabase database, String workspace) {
        return states(database, workspace, TABLES);
    }

    /** The same of every table of workspaces but these, and but what seals the log. */
    static List<String> allBut(ProductDatabase database, String workspace, String... others) {
        try (Connection connection = database.asAdministrator();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(TENANT)) {
            List<String> tables = new ArrayList<>();
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
            tables.removeAll(List.of(others));
            tables.removeAll(SEAL);
            return states(database, workspace, tables);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many rows a table has. */
    static int count(ProductDatabase database, String workspace, String table) {
        String state = states(database, workspace, List.of(table)).get(0);
        return Integer.parseInt(state.replaceFirst("^\\S+ (\\d+) .*", "$1"));
    }

    private static List<String> states(ProductDatabase database, String workspace, List<String> tables) {
        String id = workspace.replace("workspaces/", "");
        List<String> states = new ArrayList<>();
        try (Connection connection = database.asAdministrator()) {
            for (String table : tables) {
                String sql =
                        "select count(*) || ' ' || md5(coalesce(string_agg(t::text, '' order by t::text), '')) from frontless."
                                + table + " t where workspace_id = ?";
                try (var statement = connection.prepareStatement(sql)) {
                    statement.setObject(1, id);
                    try (var rows = statement.executeQuery()) {
                        rows.next();
                        states.add(table + " " + rows.getString(1));
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return states;
    }
}
