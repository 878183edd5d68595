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

    private StoredRows() {}

    /** The number and a hash of the rows of each table that a refused request must leave alone. */
    static List<String> of(ProductDatabase database, String workspace) {
        String id = workspace.replace("workspaces/", "");
        List<String> states = new ArrayList<>();
        try (Connection connection = database.asAdministrator()) {
            for (String table : TABLES) {
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
