package io.frontless.bench;

import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;

/**
 * An audited update by nothing but its statements: those of the product's own transaction, in its order, its shape and its round trips, as PostgreSQL's
 * statement log shows them, on a prepared connection of the application's role. What REST adds, such as finding the session, is the product's own cost.
 */
final class BareUpdate implements Worker {
    private static final String ENTER =
            "select frontless.require_untouched(?), pg_catalog.set_config('frontless.' || ?, ?, true), frontless.enter_residence()";
    private static final String HOLD =
            "select stamp from frontless.entity where workspace_id = ? and entity = ? and deleted_at is null for share";
    private static final String LOCK =
            "select r.record_id, r.entity, r.version, cast(r.data as text), r.deleted_at is not null from frontless.record r"
                    + " where r.workspace_id = ? and r.record_id = any(?) order by r.record_id for update";

    /** One round trip, as the product sends it: the record, its typed value, the event with the link of its chain. */
    private static final String WRITE = """
            update frontless.record r set version = n.version, data = cast(n.data as jsonb), updated_at = clock_timestamp(),
              deleted_at = case when n.deleted then coalesce(r.deleted_at, clock_timestamp()) end
            from unnest(?, ?, ?, ?) as n(record_id, version, data, deleted) where r.workspace_id = ? and r.record_id = n.record_id;
            insert into frontless.field_value
              (workspace_id, entity, field, record_id, text_value, number_value, time_value, reference_value, unique_key)
            select ?, v.entity, v.field, v.record_id, v.text_value, v.number_value, cast(v.time_value as timestamptz), v.reference_value,
              v.unique_key
            from unnest(?, ?, ?, ?, ?, ?, ?, ?)
              as v(entity, field, record_id, text_value, number_value, time_value, reference_value, unique_key)
            on conflict (workspace_id, record_id, field) do update set text_value = excluded.text_value,
              number_value = excluded.number_value, time_value = excluded.time_value, reference_value = excluded.reference_value,
              unique_key = excluded.unique_key;
            with e as materialized (
              select w.workspace_id, gen_random_uuid() as salt, n.event_id, n.actor_kind, n.actor_id, n.actor_name, n.source, n.behalf_id,
                n.behalf_name, n.action, n.version, n.entity, n.record_id, cast(n.before as jsonb) as before, cast(n.after as jsonb) as after,
                n.plan_id, n.conversation_id, n.undoes, n.step, n.place
              from (select cast(? as uuid) as workspace_id) w, unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) with ordinality as
                n(event_id, actor_kind, actor_id, actor_name, source, behalf_id, behalf_name, action, version, entity, record_id, before,
                  after, plan_id, conversation_id, undoes, step, place))
            insert into frontless.event (workspace_id, salt, event_id, actor_kind, actor_id, actor_name, source, behalf_id, behalf_name, action,
              version, entity, record_id, before, after, plan_id, conversation_id, undoes, step, link)
            select e.workspace_id, e.salt, e.event_id, e.actor_kind, e.actor_id, e.actor_name, e.source, e.behalf_id, e.behalf_name, e.action,
              e.version, e.entity, e.record_id, e.before, e.after, e.plan_id, e.conversation_id, e.undoes, e.step,
              sha256(coalesce(p.link, '') || sha256(convert_to(cast(jsonb_build_array('frontless.content.1', e.salt, e.workspace_id,
                e.event_id, e.actor_kind, e.actor_id, e.actor_name, e.source, e.behalf_id, e.behalf_name, e.action, e.entity, e.record_id,
                e.version, e.plan_id, e.step, e.conversation_id, e.undoes, e.before, e.after) as text), 'UTF8')))
            from e left join lateral (
              select l.link from frontless.event l where l.workspace_id = e.workspace_id and l.record_id = e.record_id
              order by l.seq desc limit 1) p on true
            order by e.place
            """;

    private final Invoices invoices;
    private final String context;
    private final UUID workspaceId;
    private final UUID accountId;
    private final Connection connection;
    private final PreparedStatement enter;
    private final PreparedStatement hold;
    private final PreparedStatement lock;
    private final PreparedStatement write;

    BareUpdate(Workbench bench, Invoices invoices) throws IOException, SQLException {
        this.invoices = invoices;
        this.context = bench.database().context(invoices.workspaceId());
        this.workspaceId = UUID.fromString(invoices.workspaceId());
        this.accountId = UUID.fromString(bench.person().accountId());
        this.connection = bench.database().asApplication();
        connection.setAutoCommit(false);
        enter = connection.prepareStatement(ENTER);
        // Parsed each time, as the product's is (ADR 22).
        enter.unwrap(PGStatement.class).setPrepareThreshold(0);
        hold = connection.prepareStatement(HOLD);
        lock = connection.prepareStatement(LOCK);
        write = connection.prepareStatement(WRITE);
    }

    @Override
    public void once() throws SQLException {
        UUID id = invoices.any();
        BigDecimal amount = Invoices.newAmount();
        read(enter, true, "workspace", context);
        read(hold, workspaceId, "invoice");
        Found found = find(id);
        write(id, found, amount);
        connection.commit();
    }

    private void write(UUID id, Found found, BigDecimal amount) throws SQLException {
        String after = found.data().replaceFirst("\"amount\": [0-9.]+", "\"amount\": " + amount);
        bind(
                write,
                List.of(
                        array("uuid", id),
                        array("bigint", found.version() + 1),
                        array("text", after),
                        array("boolean", false),
                        workspaceId,
                        workspaceId,
                        array("text", "invoice"),
                        array("text", "amount"),
                        array("uuid", id),
                        array("text", (Object) null),
                        array("bigint", amount.movePointRight(4).longValueExact()),
                        array("text", (Object) null),
                        array("uuid", (Object) null),
                        array("text", (Object) null),
                        workspaceId,
                        array("uuid", UUID.randomUUID()),
                        array("text", "PERSON"),
                        array("uuid", accountId),
                        array("text", "Ada Bench"),
                        array("text", "127.0.0.1"),
                        array("uuid", (Object) null),
                        array("text", (Object) null),
                        array("text", "record.update"),
                        array("bigint", found.version() + 1),
                        array("text", "invoice"),
                        array("uuid", id),
                        array("text", found.data()),
                        array("text", after),
                        array("uuid", UUID.randomUUID()),
                        array("uuid", (Object) null),
                        array("uuid", (Object) null),
                        array("text", "s1")));
        write.execute();
    }

    private record Found(long version, String data) {}

    private Found find(UUID id) throws SQLException {
        bind(lock, List.of(workspaceId, array("uuid", id)));
        try (var rows = lock.executeQuery()) {
            rows.next();
            return new Found(rows.getLong(3), rows.getString(4));
        }
    }

    private static void read(PreparedStatement statement, Object... parameters) throws SQLException {
        bind(statement, List.of(parameters));
        try (var rows = statement.executeQuery()) {
            while (rows.next()) {
                rows.getObject(1);
            }
        }
    }

    private static void bind(PreparedStatement statement, List<Object> parameters) throws SQLException {
        for (int index = 0; index < parameters.size(); index++) {
            statement.setObject(index + 1, parameters.get(index));
        }
    }

    private Array array(String type, @Nullable Object value) throws SQLException {
        return connection.createArrayOf(type, new @Nullable Object[] {value});
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
