package io.frontless.system.inside;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a superuser can do to a workspace's log with all triggers off, chosen by chance: a bit of any value that is sealed, rows and leaves that vanish or
 * appear, rows that change places, times that move. Each works in a transaction that its caller rolls back.
 */
final class Tampering {
    private static final int TRIES = 200;

    /** Every column that a leaf, a head or the order of the tree is made of, by table; what is left out holds nothing that is proved. */
    private static final List<String> COLUMNS = List.of(
            "event.workspace_id",
            "event.seq",
            "event.event_id",
            "event.occurred_at",
            "event.actor_kind",
            "event.actor_id",
            "event.actor_name",
            "event.source",
            "event.behalf_id",
            "event.behalf_name",
            "event.action",
            "event.entity",
            "event.record_id",
            "event.before",
            "event.after",
            "event.version",
            "event.plan_id",
            "event.conversation_id",
            "event.undoes",
            "event.step",
            "event.salt",
            "event.redacted",
            "event.link",
            "refused_attempt.seq",
            "refused_attempt.attempted_at",
            "refused_attempt.actor_kind",
            "refused_attempt.actor_id",
            "refused_attempt.action",
            "refused_attempt.reason",
            "refused_attempt.message",
            "refused_attempt.plan_id",
            "refused_attempt.salt",
            "refused_attempt.source",
            "event_leaf.position",
            "event_leaf.log",
            "event_leaf.seq",
            "event_leaf.leaf",
            "tree_head.size",
            "tree_head.root",
            "tree_head.signed_at",
            "tree_head.key",
            "tree_head.signature");

    private static final String EVENT = "workspace_id = '%1$s' and seq = %2$d";

    /** Columns of an event but its place in the log. */
    private static final String COPY = """
            select workspace_id, %3$s, gen_random_uuid(), %4$s, actor_kind, actor_id, actor_name, action, entity, record_id, before, after,
              version, plan_id, conversation_id, undoes, step, source, behalf_id, behalf_name, salt, link, redacted
            from event where workspace_id = '%%1$s' and seq = %%2$d""";

    private static final String INSERT = """
            insert into event (workspace_id, seq, event_id, occurred_at, actor_kind, actor_id, actor_name, action, entity, record_id,
              before, after, version, plan_id, conversation_id, undoes, step, source, behalf_id, behalf_name, salt, link, redacted)
            """;

    /** Whole rows, by statements; the first parameter is the workspace, the second the sequence of an event of it. */
    private static final List<List<String>> ROWS = List.of(
            // Deletion: of a row, of its leaf, of both, of the refused attempts.
            List.of("delete from event where " + EVENT),
            List.of("delete from event_leaf where log = 'event' and " + EVENT),
            List.of("delete from event where " + EVENT, "delete from event_leaf where log = 'event' and " + EVENT),
            List.of("delete from refused_attempt where workspace_id = '%1$s'"),
            // Insertion: a row of now that nobody sealed, one between others, one long ago, and one that has a leaf.
            List.of(insert("(select max(seq) + 1000 from event)", "clock_timestamp()")),
            List.of(insert("-seq", "occurred_at")),
            List.of(insert("(select max(seq) + 1000 from event)", "occurred_at - interval '1 year'")),
            List.of(
                    insert("(select max(seq) + 1000 from event)", "occurred_at"),
                    "insert into event_leaf (workspace_id, position, log, seq, leaf) select workspace_id, max(position) + 1, 'event',"
                            + " (select max(seq) from event), sha256('new') from event_leaf where workspace_id = '%1$s' group by 1"),
            // Reordering: what two rows tell is exchanged, or the places of two leaves.
            List.of(
                    "update event e set actor_id = o.event_id, before = o.after, after = o.before, event_id = gen_random_uuid() from event o"
                            + " where e.workspace_id = '%1$s' and e.seq = %2$d and o.workspace_id = '%1$s' and o.seq <> e.seq"),
            List.of(
                    // Not the last one, which would come to stand where it stood.
                    "update event_leaf l set position = 1000000 + position where l.log = 'event' and l.workspace_id = '%1$s'"
                            + " and l.seq = %2$d and exists (select from event_leaf n where n.workspace_id = l.workspace_id and n.position > l.position)",
                    "update event_leaf set position = position - 1 where workspace_id = '%1$s' and position > (select position - 1000000"
                            + " from event_leaf where log = 'event' and " + EVENT
                            + " and position >= 1000000) and position < 1000000",
                    "update event_leaf set position = (select max(position) + 1 from event_leaf where workspace_id = '%1$s' and position"
                            + " < 1000000) where log = 'event' and " + EVENT + " and 1000000 <= position"),
            // Back-dating.
            List.of("update event set occurred_at = occurred_at - interval '40 days' where " + EVENT),
            // Truncation of the tail, with all that could tell of it in the database.
            List.of(
                    "delete from event_leaf where workspace_id = '%1$s' and position >="
                            + " (select position from event_leaf where log = 'event' and " + EVENT + ")",
                    "delete from event e where workspace_id = '%1$s' and not exists (select from event_leaf l where l.log = 'event' and"
                            + " l.workspace_id = e.workspace_id and l.seq = e.seq)",
                    "delete from refused_attempt e where workspace_id = '%1$s' and not exists (select from event_leaf l where"
                            + " l.log = 'refusal' and l.workspace_id = e.workspace_id and l.seq = e.seq)",
                    "delete from tree_head where workspace_id = '%1$s' and size > (select count(*) from event_leaf where"
                            + " workspace_id = '%1$s')"),
            // Everything.
            List.of(
                    "delete from event where workspace_id = '%1$s'",
                    "delete from refused_attempt where workspace_id = '%1$s'",
                    "delete from event_leaf where workspace_id = '%1$s'",
                    "delete from tree_head where workspace_id = '%1$s'"),
            // A value and its leaf together, as if it had always been so.
            List.of(
                    "update event set actor_name = actor_name || '.' where " + EVENT,
                    "update event_leaf set leaf = sha256(leaf) where log = 'event' and " + EVENT));

    private static String insert(String seq, String time) {
        return INSERT + COPY.formatted("", 0, seq, time);
    }

    private final Connection connection;
    private final UUID workspaceId;
    private final Random random;

    Tampering(Connection connection, UUID workspaceId, Random random) {
        this.connection = connection;
        this.workspaceId = workspaceId;
        this.random = random;
    }

    /** Does one thing and answers what it was. */
    String once() throws SQLException {
        run("set local session_replication_role = replica");
        run("set local search_path = frontless, public");
        run("alter table event alter column seq set generated by default");
        run("alter table refused_attempt alter column seq set generated by default");
        for (int attempt = 0; attempt < TRIES; attempt++) {
            String done = random.nextInt(3) > 0 ? bit() : rows();
            if (done != null) {
                return done;
            }
        }
        throw new IllegalStateException("nothing could be tampered with");
    }

    private @Nullable String rows() throws SQLException {
        List<String> statements = ROWS.get(random.nextInt(ROWS.size()));
        long event = someEvent();
        int changed = 0;
        for (String statement : statements) {
            String sql = statement.formatted(workspaceId, event);
            try (var prepared = connection.createStatement()) {
                changed += Math.max(0, prepared.executeUpdate(sql));
            }
        }
        return changed == 0 ? null : String.join("; ", statements);
    }

    private long someEvent() throws SQLException {
        List<String> all = WorkspaceDatabase.texts(
                connection, "select seq from event where workspace_id = ? order by seq", workspaceId);
        return Long.parseLong(all.get(random.nextInt(all.size())));
    }

    /** Changes one bit of one value; nothing where it has none, or where the database refuses what comes of it. */
    private @Nullable String bit() throws SQLException {
        String[] column = COLUMNS.get(random.nextInt(COLUMNS.size())).split("\\.", -1);
        List<Object> row = new ArrayList<>();
        String type = "";
        try (PreparedStatement statement =
                connection.prepareStatement("select ctid::text, " + column[1] + ", pg_typeof(" + column[1]
                        + ")::text from " + column[0] + " where workspace_id = ? order by random() limit 1")) {
            statement.setObject(1, workspaceId);
            try (var found = statement.executeQuery()) {
                if (!found.next() || found.getObject(2) == null) {
                    return null;
                }
                type = found.getString(3);
                row.add(found.getString(1));
                row.add(
                        switch (type) {
                            case "timestamp with time zone" -> found.getObject(2, OffsetDateTime.class);
                            case "jsonb", "text" -> found.getString(2);
                            default -> found.getObject(2);
                        });
            }
        }
        Object flipped = flipped(row.get(1));
        if (flipped == null) {
            return null;
        }
        var before = connection.setSavepoint();
        String sql = "update " + column[0] + " set " + column[1] + " = cast(? as " + type
                + ") where workspace_id = ? and ctid = cast(? as tid)" + " and " + column[1]
                + " is distinct from cast(? as " + type + ")";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, flipped);
            statement.setObject(2, workspaceId);
            statement.setObject(3, row.get(0));
            statement.setObject(4, flipped);
            if (statement.executeUpdate() == 1) {
                return "a bit of " + String.join(".", column) + ": " + row.get(1) + " became " + flipped;
            }
        } catch (SQLException refused) {
            connection.rollback(before);
            return null;
        }
        return null;
    }

    private @Nullable Object flipped(Object value) {
        if (value instanceof UUID id) {
            int bit = random.nextInt(128);
            return bit < 64
                    ? new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() ^ 1L << bit)
                    : new UUID(id.getMostSignificantBits() ^ 1L << (bit - 64), id.getLeastSignificantBits());
        }
        if (value instanceof Long number) {
            return number ^ 1L << random.nextInt(40);
        }
        if (value instanceof OffsetDateTime time) {
            long micros = 1L << random.nextInt(42);
            return time.plus(random.nextBoolean() ? micros : -micros, ChronoUnit.MICROS);
        }
        if (value instanceof byte[] bytes) {
            byte[] other = bytes.clone();
            other[random.nextInt(other.length)] ^= (byte) (1 << random.nextInt(8));
            return other;
        }
        return flippedText(String.valueOf(value));
    }

    private @Nullable String flippedText(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length == 0) {
            return null;
        }
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        String other = new String(bytes, StandardCharsets.UTF_8);
        boolean storable = other.indexOf('\0') < 0 && other.indexOf('\uFFFD') < 0;
        return storable ? other : null;
    }

    private void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
