package io.frontless.placement.entity;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/** Whether a database serves a workspace, by its own word; written as the owner. */
public final class Residence {

    /** How long a move waits for those who are inside. */
    public static final int DRAIN_S_MAX = 30;

    private static final String LOCK = "pg_catalog.hashtextextended(cast(cast(? as uuid) as text), 0)";

    /** What the application can do there in a workspace. */
    public enum Standing {
        OPEN,
        READ_ONLY,
        CLOSED,
        /** Nothing, and the owner may delete it. */
        LEAVING
    }

    private Residence() {}

    /** Sets it in the present transaction. */
    public static void set(Connection connection, UUID workspaceId, Standing standing) throws SQLException {
        Sql.change(
                connection,
                "insert into frontless.residence (workspace, standing) values (?, ?)"
                        + " on conflict (workspace) do update set standing = excluded.standing",
                workspaceId,
                standing.name());
    }

    /** Leaves it to what holds for all that is not named. */
    public static void unset(Connection connection, UUID workspaceId) throws SQLException {
        Sql.change(connection, "delete from frontless.residence where workspace = ?", workspaceId);
    }

    /** Waits until nobody is inside who came before the standing was set, and committed; ends the present transaction. SQLSTATE 55P03 after the limit. */
    public static void awaitEmpty(Connection connection, UUID workspaceId) throws SQLException {
        Sql.change(connection, "set local lock_timeout = '" + DRAIN_S_MAX + "s'");
        var unused =
                Sql.read(connection, row -> "", "select pg_catalog.pg_advisory_xact_lock(" + LOCK + ")", workspaceId);
        connection.rollback();
    }
}
