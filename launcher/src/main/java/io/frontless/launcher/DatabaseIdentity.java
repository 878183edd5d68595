package io.frontless.launcher;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/**
 * Of which installation a database is, and under which name. It is compared before anything there is changed, so that a wrong address does no harm.
 */
record DatabaseIdentity(UUID installation, String name) {
    static final String SHARED = "shared";

    /** What a database says of itself; nothing where it is new. */
    static Optional<DatabaseIdentity> of(Connection administrator) throws SQLException {
        if (!answersTrue(administrator, "select to_regclass('frontless.this_database') is not null")) {
            return Optional.empty();
        }
        try (var statement = administrator.createStatement();
                ResultSet row = statement.executeQuery("select installation_id, name from frontless.this_database")) {
            return row.next()
                    ? Optional.of(new DatabaseIdentity(row.getObject(1, UUID.class), row.getString(2)))
                    : Optional.empty();
        }
    }

    /** Refuses a database that is another one, and a server whose roles are somebody else's. */
    void require(DatabaseAccess access) throws SQLException {
        try (Connection administrator = access.asAdministrator(access.address().name())) {
            Optional<DatabaseIdentity> found = of(administrator);
            if (found.isPresent() && !found.get().equals(this)) {
                throw new StartFailure("The database " + name + ": expected one of this installation under this name,"
                        + " found " + found.get().name() + " of installation "
                        + found.get().installation() + ".");
            }
            boolean used = answersTrue(
                    administrator, "select exists (select from pg_roles where rolname = 'frontless_owner')");
            if (found.isEmpty() && used && !isOurs(access)) {
                throw new StartFailure(
                        "The database " + name
                                + ": its server has roles of another installation or database; each needs a server of its own.");
            }
        }
    }

    /** Writes it down. */
    void store(Connection owner) throws SQLException {
        try (PreparedStatement statement =
                owner.prepareStatement("insert into frontless.this_database (installation_id, name) values (?, ?)"
                        + " on conflict (only_row) do nothing")) {
            statement.setObject(1, installation);
            statement.setString(2, name);
            statement.executeUpdate();
        }
    }

    /** A first start that was cut short has left our own roles. */
    private static boolean isOurs(DatabaseAccess access) {
        try (Connection owner = access.asOwner()) {
            return owner.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    private static boolean answersTrue(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() && row.getBoolean(1);
        }
    }
}
