package io.frontless.system.inside;

import io.frontless.workspace.control.WorkspaceContext;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The database as the application itself sees it: its own role and connection pool, in one workspace or in none. */
@Dependent
public class WorkspaceDatabase {
    /** What makes two states of a workspace equal: living things and their typed copies, without versions and times. */
    private static final String STATE = """
            with living as (select * from entity where workspace_id = ?1 and deleted_at is null)
            select line from (
              select 'entity ' || (to_jsonb(e) - 'version' - 'stamp')::text as line from living e
              union all
              select 'field ' || (to_jsonb(f) - 'version')::text
              from field f join living e using (workspace_id, entity) where f.deleted_at is null
              union all
              select 'record ' || (to_jsonb(r) - 'version' - 'updated_at')::text
              from record r join living e using (workspace_id, entity) where r.deleted_at is null
              union all
              select 'comment ' || (to_jsonb(c) - 'version')::text from comment c where workspace_id = ?1 and removed_at is null
              union all
              select 'link ' || (to_jsonb(l) - 'version')::text from link l where workspace_id = ?1 and removed_at is null
              union all
              select 'savepoint ' || savepoint from savepoint where workspace_id = ?1 and removed_at is null
              union all
              select 'role ' || (to_jsonb(o) - 'version')::text from role o where o.deleted_at is null
              union all
              select 'api key ' || (to_jsonb(k) - 'version')::text from api_key k where k.revoked_at is null
              union all
              select 'key ' || key_version from workspace_key where destroyed_at is null
              union all
              select 'member ' || (to_jsonb(m) - 'version')::text from member m where m.removed_at is null
              union all
              select 'invitation ' || (to_jsonb(i) - 'version' - 'mails' - 'token_hash' - 'expires_at' - 'invited_by')::text
              from invitation i where i.revoked_at is null and i.used_at is null
              union all
              select 'provider ' || (to_jsonb(p) - 'version')::text from identity_provider p where p.disconnected_at is null
              union all
              select 'service ' || (to_jsonb(p) - 'version')::text from connection_provider p where p.removed_at is null
              union all
              select 'connection ' || (to_jsonb(c) - 'version')::text from connection c where c.disconnected_at is null
              union all
              select 'sink ' || (to_jsonb(s) - 'version')::text from export_sink s where s.deleted_at is null
              union all
              select 'hold ' || (to_jsonb(h) - 'version' - 'placed_at')::text from legal_hold h where h.lifted_at is null
              union all
              select 'approval ' || (to_jsonb(a) - 'version' - 'requested_at' - 'decided_at')::text from approval a where a.status <> 'WITHDRAWN'
              union all
              select 'identity ' || (to_jsonb(p) - 'version')::text from provider_identity p where p.unlinked_at is null
              union all
              select 'person ' || (to_jsonb(d) - 'version' - 'changed_at')::text from directory_user d where d.removed_at is null
              union all
              select 'assistant ' || (to_jsonb(a) - 'version')::text from assistant_policy a
              where (providers, zero_retention, tokens_per_day) <> ('', false, 0) or region is not null or cents_per_day is not null
              union all
              select 'workspace ' || (to_jsonb(w) - 'policy_version' - 'retention_version')::text from workspace w
              union all
              select 'part ' || (to_jsonb(p) - 'version')::text
              from entity_part p join living e using (workspace_id, entity) where p.deleted_at is null
              union all
              select 'unique ' || to_jsonb(u)::text from unique_value u join living e using (workspace_id, entity)
              union all
              select 'value ' || to_jsonb(v)::text from field_value v join living e using (workspace_id, entity) union all
              select 'order ' || to_jsonb(o)::text from ordered_value o join living e using (workspace_id, entity)) lines
            order by line collate "C"
            """.replace("?1", "?");

    private static final String LOG = "select to_jsonb(e)::text from event e where workspace_id = ? order by seq";

    @Inject
    WorkspaceContext context;

    @Resource
    UserTransaction transaction;

    @Resource(lookup = "jdbc/frontless")
    DataSource dataSource;

    /** Something done with a connection. */
    public interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    /** Does it in the workspace, in a transaction that is rolled back whatever happens. */
    public <T> T tried(UUID workspaceId, Work<T> work) {
        return inTransaction(workspaceId, work, false);
    }

    /** Does it in the workspace and commits. */
    public <T> T done(UUID workspaceId, Work<T> work) {
        return inTransaction(workspaceId, work, true);
    }

    /** Does it in no workspace, as a connection from the pool is, and rolls back. */
    public <T> T triedOutside(Work<T> work) {
        return inTransaction(null, work, false);
    }

    /** Does it in no workspace and commits. */
    public <T> T doneOutside(Work<T> work) {
        return inTransaction(null, work, true);
    }

    /** Everything that lives in the workspace, a line each. */
    public List<String> state(UUID workspaceId) {
        return tried(
                workspaceId,
                connection -> texts(connection, STATE, workspaceId, workspaceId, workspaceId, workspaceId));
    }

    /** Every event of the workspace in order, a line each with every column. */
    public List<String> log(UUID workspaceId) {
        return tried(workspaceId, connection -> texts(connection, LOG, workspaceId));
    }

    /** The first column of every row. */
    public static List<String> texts(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int index = 0; index < parameters.length; index++) {
                statement.setObject(index + 1, parameters[index]);
            }
            List<String> texts = new ArrayList<>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    texts.add(String.valueOf(rows.getString(1)));
                }
            }
            return texts;
        }
    }

    /** The first column of the only row. */
    public static String text(Connection connection, String sql, Object... parameters) throws SQLException {
        return texts(connection, sql, parameters).get(0);
    }

    /** How many rows a change has changed. */
    public static int change(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int index = 0; index < parameters.length; index++) {
                statement.setObject(index + 1, parameters[index]);
            }
            return statement.executeUpdate();
        }
    }

    private <T> T inTransaction(@Nullable UUID workspaceId, Work<T> work, boolean commit) {
        try {
            transaction.begin();
            boolean ended = false;
            try {
                if (workspaceId != null) {
                    context.enterWorkspace(workspaceId);
                }
                T result;
                try (Connection connection = dataSource.getConnection()) {
                    result = work.with(connection);
                }
                if (commit) {
                    ended = true;
                    transaction.commit();
                }
                return result;
            } finally {
                if (!ended) {
                    transaction.rollback();
                }
            }
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
