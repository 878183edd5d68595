package io.frontless.verifier;

import io.frontless.proof.CanonicalJson;
import io.frontless.proof.EventJson;
import io.frontless.proof.GrowingTree;
import io.frontless.proof.JsonText;
import io.frontless.proof.LoggedEvent;
import io.frontless.proof.LoggedRefusal;
import io.frontless.proof.TreeHead;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The logs in a database, by a connection of a role that may read all of them: it needs no right to write. */
public final class DatabaseLog implements LogSource {

    private static final int ROWS = 4_000;
    private static final String TIME = "to_char(%s at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')";

    /** Entries come in the order of the tree, so that millions of them pass through; only then a million lookups beat one large sort. */
    private static final List<String> SETTINGS = List.of(
            "set local enable_hashjoin = off",
            "set local enable_mergejoin = off",
            "set local enable_sort = off",
            "set local enable_material = off",
            "set local enable_memoize = off",
            "set local jit = off",
            "set local search_path = pg_catalog");

    private static final String HEADS = "select h.size, encode(h.root, 'hex'), " + TIME.formatted("h.signed_at")
            + ", h.key, h.signature from frontless.tree_head h where h.workspace_id = cast(? as uuid) order by h.size";

    private static final String ENTRIES =
            """
            select l.position, l.log, l.seq, encode(l.leaf, 'hex'), cast(e.workspace_id as text), cast(e.event_id as text), %s,
              e.actor_kind, cast(e.actor_id as text), e.actor_name, e.source, cast(e.behalf_id as text), e.behalf_name,
              e.action, e.entity, cast(e.record_id as text), e.version, cast(e.before as text), cast(e.after as text),
              cast(e.plan_id as text), e.step, cast(e.conversation_id as text), cast(e.undoes as text), cast(e.salt as text),
              encode(e.link, 'hex'), cast(r.workspace_id as text), %s, r.actor_kind, cast(r.actor_id as text), r.source, r.action,
              r.reason, r.message, cast(r.plan_id as text), cast(r.salt as text),
              cast(e.redacted as text)
            from frontless.event_leaf l
              left join frontless.event e on l.log = 'event' and e.workspace_id = l.workspace_id and e.seq = l.seq
              left join frontless.refused_attempt r on l.log = 'refusal' and r.workspace_id = l.workspace_id and r.seq = l.seq
            where l.workspace_id = cast(? as uuid) order by l.position
            """.formatted(TIME.formatted("e.occurred_at"), TIME.formatted("r.attempted_at"));

    private static final String UNSEALED = """
            select 'event ' || e.seq from frontless.event e where e.workspace_id = cast(? as uuid) and not exists (
              select from frontless.event_leaf l where l.workspace_id = e.workspace_id and l.log = 'event' and l.seq = e.seq)
            union all
            select 'refusal ' || r.seq from frontless.refused_attempt r where r.workspace_id = cast(? as uuid) and not exists (
              select from frontless.event_leaf l where l.workspace_id = r.workspace_id and l.log = 'refusal' and l.seq = r.seq)
            """;

    private final Connection connection;
    private final boolean ownTransaction;

    private DatabaseLog(Connection connection, boolean ownTransaction) {
        this.connection = connection;
        this.ownTransaction = ownTransaction;
    }

    /** Reads in transactions of its own, which only read; the connection is left open. */
    public DatabaseLog(Connection connection) {
        this(connection, true);
    }

    /** Reads in the transaction that the connection is in, with all that was done in it so far. */
    public static DatabaseLog inTransactionOf(Connection connection) {
        return new DatabaseLog(connection, false);
    }

    @Override
    public List<String> workspaces() throws SourceException {
        List<String> workspaces = new ArrayList<>();
        try {
            begin();
            query(
                    "select cast(w.workspace_id as text) from frontless.workspace w union"
                            + " select distinct cast(h.workspace_id as text) from frontless.tree_head h order by 1",
                    row -> workspaces.add(row.getString(1)));
            return workspaces;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public void read(String workspace, Reader reader) throws SourceException {
        try {
            begin();
            reader.begin(new GrowingTree());
            query(HEADS, row -> reader.head(head(workspace, row)), workspace);
            List<Entry> entries = new ArrayList<>();
            query(
                    ENTRIES,
                    row -> {
                        entries.add(entry(row));
                        if (entries.size() == ROWS) {
                            reader.entries(List.copyOf(entries));
                            entries.clear();
                        }
                    },
                    workspace);
            reader.entries(List.copyOf(entries));
            // What streams in order is read; this is a question about all rows, which a hash table answers.
            run("set local enable_hashjoin = on");
            query(UNSEALED, row -> reader.unsealed(row.getString(1)), workspace, workspace);
            if (ownTransaction) {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Gives the heads of a workspace, the smallest first. */
    public void readHeads(String workspace, Consumer<TreeHead.Signed> each) throws SourceException {
        try {
            begin();
            query(HEADS, row -> each.accept(head(workspace, row)), workspace);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private void begin() throws SQLException {
        if (ownTransaction) {
            connection.setAutoCommit(false);
            connection.rollback();
            run("set transaction isolation level repeatable read read only");
        }
        for (String setting : SETTINGS) {
            run(setting);
        }
    }

    private void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private interface Row {
        void read(ResultSet row) throws SQLException;
    }

    private void query(String sql, Row each, String... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(ROWS);
            for (int at = 0; at < parameters.length; at++) {
                statement.setString(at + 1, parameters[at]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    each.read(rows);
                }
            }
        }
    }

    private static TreeHead.Signed head(String workspace, ResultSet row) throws SQLException {
        return new TreeHead.Signed(
                new TreeHead(workspace, row.getLong(1), row.getString(2), row.getString(3), row.getString(4)),
                Base64.getEncoder().encodeToString(row.getBytes(5)));
    }

    private static Entry entry(ResultSet row) throws SQLException {
        boolean event = row.getString(5) != null;
        boolean refusal = row.getString(26) != null;
        return new Entry(
                row.getLong(1),
                row.getString(2) + " " + row.getLong(3),
                row.getString(4),
                event ? event(row) : null,
                refusal ? refusal(row) : null);
    }

    private static LoggedEvent event(ResultSet row) throws SQLException {
        return new LoggedEvent(
                row.getString(5),
                row.getLong(3),
                row.getString(6),
                row.getString(7),
                new LoggedEvent.Who(
                        row.getString(8),
                        row.getString(9),
                        row.getString(10),
                        row.getString(11),
                        row.getString(12),
                        row.getString(13)),
                new LoggedEvent.What(
                        row.getString(14),
                        row.getString(15),
                        row.getString(16),
                        row.getLong(17),
                        state(row.getString(18)),
                        state(row.getString(19))),
                new LoggedEvent.Why(row.getString(20), row.getString(21), row.getString(22), row.getString(23)),
                row.getString(24),
                withheld(row.getString(36)),
                row.getString(25));
    }

    private static LoggedRefusal refusal(ResultSet row) throws SQLException {
        return new LoggedRefusal(
                row.getString(26),
                row.getLong(3),
                row.getString(27),
                row.getString(28),
                row.getString(29),
                row.getString(30),
                row.getString(31),
                row.getString(32),
                row.getString(33),
                row.getString(34),
                row.getString(35),
                null);
    }

    /** What is no object was none of ours, and makes another leaf. */
    @SuppressWarnings("unchecked")
    private static @Nullable SortedMap<String, @Nullable Object> state(@Nullable String json) {
        if (json == null) {
            return null;
        }
        try {
            if (JsonText.read(json) instanceof SortedMap<?, ?> object) {
                return (SortedMap<String, @Nullable Object>) object;
            }
        } catch (IllegalArgumentException e) {
            return strange(json);
        }
        return strange(json);
    }

    /** Of what is no proof nothing can be computed, and that makes another leaf. */
    private static LoggedEvent.@Nullable Withheld withheld(@Nullable String json) {
        try {
            return json == null ? null : EventJson.withheld(JsonText.readObject(json));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static SortedMap<String, @Nullable Object> strange(String json) {
        SortedMap<String, @Nullable Object> object = CanonicalJson.object();
        object.put("", json);
        return object;
    }

    private static SourceException failed(SQLException e) {
        return new SourceException("the database cannot be read: " + e.getMessage(), e);
    }
}
