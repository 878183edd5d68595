package io.frontless.placement.entity;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The installation's directory, as the mover writes it in the shared database, as the owner. */
public final class Placements {

    /** Any number that nobody else locks: one mover works at a time. */
    private static final long MOVER = 7_044_191_362_155_018L;

    private static final String SELECT =
            "select workspace, database, moving_to, phase, copy_on, asked_by, failure from frontless.placement";

    private static final String CHANGE = "update frontless.placement set changed_at = clock_timestamp(), ";

    /** How far a move is; the copy of one is kept until it is confirmed. */
    public enum Phase {
        ASKED,
        COPYING,
        ARRIVED,
        CONFIRMED
    }

    /**
     * Where a workspace lives.
     *
     * @param phase null where nothing is under way
     * @param copyOn the database in which a copy is kept that is not served any more
     * @param failure why the last move was given up
     */
    public record Row(
            UUID workspaceId,
            String database,
            @Nullable String movingTo,
            @Nullable Phase phase,
            @Nullable String copyOn,
            String askedBy,
            @Nullable String failure) {}

    private Placements() {}

    /** Whether this connection is the mover's from now on, until it is closed. */
    public static boolean becomeMover(Connection connection) throws SQLException {
        return Sql.read(connection, row -> row.getBoolean(1), "select pg_catalog.pg_try_advisory_lock(?)", MOVER)
                .get(0);
    }

    /** Those of which something is under way. */
    public static List<Row> underWay(Connection connection) throws SQLException {
        return Sql.read(connection, Placements::row, SELECT + " where phase is not null order by changed_at");
    }

    /** A workspace's, if it has one. */
    public static Optional<Row> find(Connection connection, UUID workspaceId) throws SQLException {
        return Sql.read(connection, Placements::row, SELECT + " where workspace = ?", workspaceId).stream()
                .findFirst();
    }

    /** The same, locked until the end of the transaction; one that has none gets one. */
    public static Row lock(Connection connection, UUID workspaceId, String askedBy) throws SQLException {
        Sql.change(
                connection,
                "insert into frontless.placement (workspace, asked_by) values (?, ?) on conflict do nothing",
                workspaceId,
                askedBy);
        return Sql.read(connection, Placements::row, SELECT + " where workspace = ? for update", workspaceId)
                .get(0);
    }

    /** Asks for a move. */
    public static void ask(Connection connection, UUID workspaceId, String database, String askedBy)
            throws SQLException {
        Sql.change(
                connection,
                CHANGE + "moving_to = ?, phase = 'ASKED', asked_by = ?, failure = null where workspace = ?",
                database,
                askedBy,
                workspaceId);
    }

    /** Asks for the deletion of the copy. */
    public static void confirm(Connection connection, UUID workspaceId, String askedBy) throws SQLException {
        Sql.change(
                connection,
                CHANGE + "phase = 'CONFIRMED', asked_by = ?, failure = null where workspace = ?",
                askedBy,
                workspaceId);
    }

    /** Notes that it is being copied. */
    public static void copying(Connection connection, UUID workspaceId) throws SQLException {
        Sql.change(connection, CHANGE + "phase = 'COPYING' where workspace = ?", workspaceId);
    }

    /** The one moment of a move. */
    public static void arrive(Connection connection, Row move) throws SQLException {
        Sql.change(
                connection,
                CHANGE + "database = moving_to, copy_on = database, phase = 'ARRIVED' where workspace = ?",
                move.workspaceId());
    }

    /** Nothing is under way any more. */
    public static void rest(Connection connection, UUID workspaceId, @Nullable String failure) throws SQLException {
        Sql.change(
                connection,
                CHANGE + "moving_to = null, phase = null, failure = cast(? as text) where workspace = ?",
                failure,
                workspaceId);
    }

    /** There is no copy any more. */
    public static void forgetCopy(Connection connection, UUID workspaceId) throws SQLException {
        Sql.change(connection, CHANGE + "copy_on = null, phase = null where workspace = ?", workspaceId);
        Sql.change(
                connection, "delete from frontless.placement where workspace = ? and database = 'shared'", workspaceId);
    }

    private static Row row(ResultSet row) throws SQLException {
        String phase = row.getString(4);
        return new Row(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                phase == null ? null : Phase.valueOf(phase),
                row.getString(5),
                row.getString(6),
                row.getString(7));
    }
}
