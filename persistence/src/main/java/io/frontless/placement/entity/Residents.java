package io.frontless.placement.entity;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which database a connection has reached, and whether a workspace is in it. */
public final class Residents {

    private Residents() {}

    /** Whether the workspace that the connection is in is there, and one that people share. */
    public static boolean isThere(Connection connection, UUID workspaceId) throws SQLException {
        return !Sql.read(
                        connection,
                        row -> row.getString(1),
                        "select label from frontless.workspace where workspace_id = ? and kind = 'BUSINESS'",
                        workspaceId)
                .isEmpty();
    }

    /** What a workspace's log last said of where it lives. */
    public record Said(String database, @Nullable String copyOn) {}

    /** The same of the workspace that the connection is in. */
    public static Said said(Connection connection, UUID workspaceId) throws SQLException {
        return Sql.read(
                        connection,
                        row -> new Said(row.getString(1), row.getString(2)),
                        "select database, copy_on from frontless.workspace where workspace_id = ?",
                        workspaceId)
                .get(0);
    }

    /** Refuses a connection that has reached another database than it should. */
    public static void requireName(Connection connection, String name) throws SQLException {
        List<String> found = Sql.read(connection, row -> row.getString(1), "select name from frontless.this_database");
        connection.rollback();
        if (!found.equals(List.of(name))) {
            throw new CopyException("expected the database " + name + ", found " + found);
        }
    }
}
