package io.frontless.bench;

import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * An audited update by nothing but its statements: those of the product's own transaction, in its order, as the product sends them (see PostgreSQL's
 * statement log), on a prepared connection of the application's role. What REST adds, such as finding the session, is the product's own cost.
 */
final class BareUpdate implements Worker {
    private static final List<String> STATEMENTS = List.of(
            "select set_config('frontless.' || ?, ?, true)",
            "select 1 from frontless.entity where workspace_id = ? and entity = ? for share",
            "select entity, workspace_id, deleted_at, label, version from entity where entity = ? and workspace_id = ?",
            "select field, entity, workspace_id, deleted_at, label, options, position, required, target, type, is_unique, version"
                    + " from field where workspace_id = ? and entity = ? order by position",
            "select r.record_id, r.entity, r.version, cast(r.data as text), r.deleted_at is not null"
                    + " from frontless.record r where r.workspace_id = ? and r.record_id = ? for update",
            "update frontless.record set data = cast(? as jsonb), version = version + 1, updated_at = clock_timestamp()"
                    + " where workspace_id = ? and record_id = ?",
            "delete from frontless.field_value where workspace_id = ? and record_id = ?"
                    + " and field = any(string_to_array(?, ','))",
            """
            insert into frontless.field_value
              (workspace_id, entity, field, record_id, text_value, number_value, time_value, reference_value, unique_key)
            select cast(? as uuid), cast(? as text), v.field, v.record_id, v.text_value, v.number_value, v.time_value,
              v.reference_value, v.unique_key
            from jsonb_to_recordset(cast(? as jsonb)) as v(field text, record_id uuid, text_value text,
              number_value bigint, time_value timestamptz, reference_value uuid, unique_key text)""",
            """
            insert into frontless.event (workspace_id, event_id, actor_kind, actor_id, actor_name, action, version, entity,
              record_id, before, after, plan_id, conversation_id, undoes)
            values (?, ?, 'PERSON', ?, 'Ada Bench', 'record.update', ?, 'invoice', ?, cast(? as jsonb), cast(? as jsonb), null, null,
              null)""");
    private static final int BEFORE = 4;

    private final Invoices invoices;
    private final String context;
    private final UUID workspaceId;
    private final UUID accountId;
    private final Connection connection;
    private final List<PreparedStatement> prepared = new ArrayList<>();

    BareUpdate(Workbench bench, Invoices invoices) throws IOException, SQLException {
        this.invoices = invoices;
        this.context = bench.database().context(invoices.workspaceId());
        this.workspaceId = UUID.fromString(invoices.workspaceId());
        this.accountId = UUID.fromString(bench.person().accountId());
        this.connection = bench.database().asApplication();
        connection.setAutoCommit(false);
        for (String sql : STATEMENTS) {
            prepared.add(connection.prepareStatement(sql));
        }
    }

    @Override
    public void once() throws SQLException {
        UUID id = invoices.any();
        BigDecimal amount = Invoices.newAmount();
        read(0, "workspace", context);
        read(1, workspaceId, "invoice");
        read(2, "invoice", workspaceId);
        read(3, workspaceId, "invoice");
        Found found = find(id);
        String after = found.data().replaceFirst("\"amount\": [0-9.]+", "\"amount\": " + amount);
        String value = "[{\"field\": \"amount\", \"record_id\": \"" + id + "\", \"number_value\": "
                + amount.movePointRight(4).toBigIntegerExact() + "}]";
        change(5, after, workspaceId, id);
        change(6, workspaceId, id, "amount");
        change(7, workspaceId, "invoice", value);
        change(8, workspaceId, UUID.randomUUID(), accountId, found.version() + 1, id, found.data(), after);
        connection.commit();
    }

    private record Found(long version, String data) {}

    private Found find(UUID id) throws SQLException {
        try (var rows = bound(BEFORE, workspaceId, id).executeQuery()) {
            rows.next();
            return new Found(rows.getLong(3), rows.getString(4));
        }
    }

    private void read(int statement, Object... parameters) throws SQLException {
        try (var rows = bound(statement, parameters).executeQuery()) {
            while (rows.next()) {
                rows.getObject(1);
            }
        }
    }

    private void change(int statement, Object... parameters) throws SQLException {
        bound(statement, parameters).executeUpdate();
    }

    private PreparedStatement bound(int statement, Object... parameters) throws SQLException {
        PreparedStatement bound = prepared.get(statement);
        for (int index = 0; index < parameters.length; index++) {
            bound.setObject(index + 1, parameters[index]);
        }
        return bound;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
