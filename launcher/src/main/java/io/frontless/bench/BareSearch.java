package io.frontless.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/**
 * The product's own statement for a page of a view, as PostgreSQL's statement log shows it, by bare JDBC: as the application's role, under row-level security, in
 * a transaction that has entered the workspace.
 */
final class BareSearch implements Worker {
    private static final String PAGE = """
            select p.record_id, r.version, cast(r.data as text), cast(p.k0 as text) from (select q.* from (select c.* from (
              select w.record_id, w.number_value as k0 from frontless.ordered_value w where w.workspace_id = ? and w.entity = ? and
                w.filter_field = ? and w.sort_field = ? and w.filter_value = ? and w.number_value is not null
                order by w.number_value desc, w.record_id desc limit 500) c where true) q
              order by q.k0 desc, q.record_id desc limit 21) p
              cross join lateral (select o.version, o.data from frontless.record o where o.workspace_id = ? and o.record_id = p.record_id offset 0) r
              order by p.k0 desc nulls last, p.record_id desc
            """;

    private final Connection connection;
    private final PreparedStatement page;

    BareSearch(BenchDatabase database, String workspaceId) throws IOException, SQLException {
        connection = database.asApplication();
        connection.setAutoCommit(false);
        try (PreparedStatement enter =
                connection.prepareStatement("select set_config('frontless.workspace', ?, true)")) {
            enter.setString(1, database.context(workspaceId));
            enter.execute();
        }
        page = connection.prepareStatement(PAGE);
        Object[] parameters = {
            UUID.fromString(workspaceId), "invoice", "status", "amount", "pending", UUID.fromString(workspaceId)
        };
        for (int index = 0; index < parameters.length; index++) {
            page.setObject(index + 1, parameters[index]);
        }
    }

    @Override
    public void once() throws SQLException {
        BareRead.read(page);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
