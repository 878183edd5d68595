package io.frontless.system.inside;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontless.identity.control.ExpirySweeper;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What expired long ago is removed, and nothing else. */
class ExpiryIT extends InsideApplication {
    private static final String SESSION = """
            insert into session (account_id, session_id, device, used_at, expires_at)
            values (?, ?, 'Test', clock_timestamp(), clock_timestamp() - cast(? as interval))
            """;
    private static final String TOKEN = """
            insert into session_token (token_hash, account_id, session_id, issued_at)
            values (sha256(cast(cast(? as text) as bytea)), ?, ?, clock_timestamp())
            """;
    private static final String LINK = """
            insert into mailed_link (link_id, token_hash, purpose, email, expires_at)
            values (?, sha256(cast(cast(? as text) as bytea)), 'PASSWORD', 'old@works.example', clock_timestamp() - cast(? as interval))
            """;
    private static final String PERMIT =
            "insert into permit (bucket, period_began, taken) values (sha256(cast(cast(? as text) as bytea)), clock_timestamp() - cast(? as interval), 1)";

    @Inject
    Bench bench;

    @EJB
    ExpirySweeper sweeper;

    @Test
    void sessionsLinksAndPermitsOfLongAgoAreRemoved() throws SQLException {
        UUID account = bench.found().founder().accountId();
        UUID old = UUID.randomUUID();
        UUID young = UUID.randomUUID();

        try (Connection administrator = DatabaseRole.ADMINISTRATOR.connect()) {
            leave(administrator, account, old, "31 days", "49 hours");
            leave(administrator, account, young, "29 days", "47 hours");

            sweeper.sweep();

            assertThat(left(administrator, account, old)).isEqualTo("0 0 0 0");
            assertThat(left(administrator, account, young)).isEqualTo("1 1 1 1");
        }
    }

    private static void leave(Connection connection, UUID account, UUID id, String ended, String begun)
            throws SQLException {
        WorkspaceDatabase.change(connection, SESSION, account, id, ended);
        WorkspaceDatabase.change(connection, TOKEN, id.toString(), account, id);
        WorkspaceDatabase.change(connection, LINK, id, id.toString(), ended);
        WorkspaceDatabase.change(connection, PERMIT, id.toString(), begun);
    }

    private static String left(Connection connection, UUID account, UUID id) throws SQLException {
        return WorkspaceDatabase.text(connection, """
                select concat_ws(' ', (select count(*) from session where account_id = ? and session_id = ?),
                  (select count(*) from session_token where account_id = ? and session_id = ?),
                  (select count(*) from mailed_link where link_id = ?),
                  (select count(*) from permit where bucket = sha256(cast(cast(? as text) as bytea))))""", account, id, account, id, id, id.toString());
    }
}
