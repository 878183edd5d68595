package io.frontless.launcher;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;

/**
 * A database and those of its passwords that this installation keeps.
 *
 * @param administrator the superuser's name
 * @param administratorPassword gives it when it is needed: of a server that is not ours it is in a file of the operator's
 * @param secrets the passwords of our two roles, and the key of contexts
 */
record DatabaseAccess(
        DatabaseAddress address, String administrator, Supplier<String> administratorPassword, Secrets secrets) {

    /** As the superuser. */
    Connection asAdministrator(String database) throws SQLException {
        return address.connect(database, administrator, administratorPassword.get());
    }

    /** As the role that owns the tables. */
    Connection asOwner() throws SQLException {
        return address.connect(address.name(), DatabaseAddress.OWNER, secrets.text(Secret.OWNER_PASSWORD));
    }
}
