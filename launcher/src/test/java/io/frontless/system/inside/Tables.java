package io.frontless.system.inside;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The database's tables as its own catalogue lists them, so that a new one is tested from its first day. */
final class Tables {
    /** Tables without a workspace's data, each on purpose: people, mail and what the migration itself keeps. */
    static final List<String> OF_THE_INSTALLATION = List.of(
            "account",
            "challenge",
            "context_key",
            "databasechangelog",
            "databasechangeloglock",
            "device",
            "installation_key",
            "mailed_link",
            "new_password",
            "outbox",
            "passkey",
            "pending_sign_in",
            "permit",
            "placement",
            "recovery_code",
            "residence",
            "seat",
            "session",
            "session_token",
            "this_database",
            "totp");

    /** Those of them whose rows belong to accounts, or are only for functions, and are under row-level security too. */
    static final List<String> OF_ACCOUNTS = List.of(
            "account",
            "challenge",
            "device",
            "installation_key",
            "mailed_link",
            "new_password",
            "passkey",
            "pending_sign_in",
            "permit",
            "placement",
            "recovery_code",
            "residence",
            "seat",
            "session",
            "session_token",
            "totp");

    /** What only the worker adds to, also in the own workspace. */
    static final List<String> OF_THE_WORKER =
            List.of("event_leaf", "event_tile", "sealing", "sink_progress", "tree_head", "witness_told");

    private static final String TENANT = """
            select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
            where c.relnamespace = 'frontless'::regnamespace and c.relkind in ('r', 'p')
              and a.attname = 'workspace_id' and not a.attisdropped order by 1
            """;

    private static final String ALL = """
            select relname from pg_class
            where relnamespace = 'frontless'::regnamespace and relkind in ('r', 'p', 'f', 'v', 'm') order by 1
            """;

    private static final String COLUMNS = """
            select attname from pg_attribute
            where attrelid = cast(? as regclass) and attnum > 0 and not attisdropped and attgenerated = ''
              and has_column_privilege('frontless_app', attrelid, attnum, ?) order by attnum
            """;

    private Tables() {}

    /** Those that hold workspaces' data. */
    static List<String> ofWorkspaces(Connection connection) throws SQLException {
        return WorkspaceDatabase.texts(connection, TENANT);
    }

    /** Everything that can be selected from. */
    static List<String> all(Connection connection) throws SQLException {
        return WorkspaceDatabase.texts(connection, ALL);
    }

    /** The columns for which the application has a privilege: SELECT, INSERT or UPDATE. */
    static List<String> columns(Connection connection, String table, String privilege) throws SQLException {
        return WorkspaceDatabase.texts(connection, COLUMNS, "frontless." + table, privilege);
    }
}
