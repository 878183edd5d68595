package io.frontless.placement.entity;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** The accounts that a workspace refers to: their copies in a dedicated database, and the seats that say where to ask for them. */
public final class MovedAccounts {

    private MovedAccounts() {}

    /** Those who are or were members, in the workspace that the connection is in. */
    public static List<UUID> members(Connection connection, UUID workspaceId) throws SQLException {
        return Sql.read(
                connection,
                row -> row.getObject(1, UUID.class),
                "select account_id from frontless.member where workspace_id = ?",
                workspaceId);
    }

    /** Notes for all of them where to ask. */
    public static void seat(Connection shared, UUID workspaceId, List<UUID> accounts) throws SQLException {
        Sql.change(
                shared,
                "insert into frontless.seat (account_id, workspace) select account, cast(? as uuid) from unnest(?) account"
                        + " on conflict do nothing",
                workspaceId,
                shared.createArrayOf("uuid", accounts.toArray()));
    }

    /** Nobody has to be asked for elsewhere any more. */
    public static void unseat(Connection shared, UUID workspaceId) throws SQLException {
        Sql.change(shared, "delete from frontless.seat where workspace = ?", workspaceId);
    }

    /** Makes the copies in a dedicated database what the accounts are. */
    public static void copy(Connection shared, Connection dedicated, List<UUID> accounts) throws SQLException {
        List<String[]> known = Sql.read(
                shared,
                row -> new String[] {row.getString(1), row.getString(2), row.getString(3)},
                "select cast(account_id as text), email, name from frontless.account where account_id = any(?)",
                shared.createArrayOf("uuid", accounts.toArray()));
        for (String[] account : known) {
            Sql.change(
                    dedicated,
                    "insert into frontless.account (account_id, email, name, password_hash)"
                            + " values (cast(? as uuid), ?, ?, 'a copy')"
                            + " on conflict (account_id) do update set email = excluded.email, name = excluded.name",
                    account[0],
                    account[1],
                    account[2]);
        }
    }
}
