package io.frontless.system.inside;

import jakarta.enterprise.context.Dependent;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/**
 * The database as the role that owns the tables: nothing but policies and triggers stand in its way. The application never
 * connects so; a test does, to tamper with what the application relies on.
 */
@Dependent
public class OwnerDatabase {
    private static final String ENTER = """
            select set_config('frontless.workspace', ? || ':' ||
              encode(public.hmac(convert_to('workspace|' || ?, 'UTF8'), key, 'sha256'), 'hex'), true) from context_key
            """;

    /** Does it as the owner, inside a workspace, and commits. */
    public <T> T in(UUID workspaceId, WorkspaceDatabase.Work<T> work) {
        return outside(connection -> {
            WorkspaceDatabase.texts(connection, ENTER, workspaceId.toString(), workspaceId.toString());
            return work.with(connection);
        });
    }

    /** Does it as the owner, in no workspace, and commits. */
    public <T> T outside(WorkspaceDatabase.Work<T> work) {
        try (Connection connection = DatabaseRole.OWNER.connect()) {
            connection.setAutoCommit(false);
            T result = work.with(connection);
            connection.commit();
            return result;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
