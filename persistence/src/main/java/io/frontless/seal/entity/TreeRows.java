package io.frontless.seal.entity;

import io.frontless.proof.TreeHead;
import io.frontless.workspace.entity.Statements;
import io.frontless.workspace.entity.Statements.Array;
import io.frontless.workspace.entity.Statements.Batch;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads and writes the Merkle trees of workspaces' logs. */
@Dependent
public class TreeRows {

    private static final String HEAD = """
            select cast(h.workspace_id as text), h.size, encode(h.root, 'hex'),
              to_char(h.signed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), h.key, h.signature
            from frontless.tree_head h where h.workspace_id = ?""";

    private final Statements statements;

    @Inject
    public TreeRows(Statements statements) {
        this.statements = statements;
    }

    /** A leaf to add: which log, which row of it, and its hash in hexadecimal. */
    public record Leaf(String log, long seq, String hash) {}

    /** The root of a full subtree, in hexadecimal. */
    public record Tile(int level, long tile, String hash) {}

    /** The workspaces there are, as the worker sees them. */
    public List<UUID> workspaces() {
        return statements.read(
                row -> row.getObject(1, UUID.class), "select w.workspace_id from frontless.all_workspaces() w");
    }

    /**
     * The transaction before which everything of a workspace is sealed, locked until the end of this one; 0 where nothing is, and where the counter of
     * transactions has begun anew since, as it does in a restored database. None where there is no such workspace here.
     */
    public Optional<String> lockSealedBefore(UUID workspaceId) {
        statements.change(
                "insert into frontless.sealing (workspace_id, sealed_before)"
                        + " select w.workspace_id, '0' from frontless.workspace w where w.workspace_id = ? on conflict do nothing",
                workspaceId);
        return statements
                .read(
                        row -> row.getString(1),
                        "select case when s.sealed_before > pg_snapshot_xmax(pg_current_snapshot()) then '0'"
                                + " else cast(s.sealed_before as text) end"
                                + " from frontless.sealing s where s.workspace_id = ? for update",
                        workspaceId)
                .stream()
                .findFirst();
    }

    /** Notes before which transaction everything is sealed. */
    public void sealedBefore(UUID workspaceId, String transaction) {
        statements.change(
                "update frontless.sealing set sealed_before = cast(? as xid8) where workspace_id = ?"
                        + " and sealed_before <> cast(? as xid8)",
                transaction,
                workspaceId,
                transaction);
    }

    /** The oldest transaction that is still running, or the next one: what those before it have written is here to be seen. */
    public String oldestRunning() {
        return statements
                .read(row -> row.getString(1), "select cast(pg_snapshot_xmin(pg_current_snapshot()) as text)")
                .get(0);
    }

    /** Adds leaves from a position on, and what follows from them. */
    public void add(UUID workspaceId, long position, List<Leaf> leaves, List<Tile> tiles) {
        Batch batch = new Batch();
        batch.add(
                "insert into frontless.event_leaf (workspace_id, position, log, seq, leaf)"
                        + " select ?, ? + l.place - 1, l.log, l.seq, decode(l.leaf, 'hex')"
                        + " from unnest(?, ?, ?) with ordinality as l(log, seq, leaf, place)",
                workspaceId,
                position,
                Array.texts(leaves.stream().map(Leaf::log).toList()),
                Array.numbers(leaves.stream().map(Leaf::seq).toList()),
                Array.texts(leaves.stream().map(Leaf::hash).toList()));
        if (!tiles.isEmpty()) {
            batch.add(
                    "insert into frontless.event_tile (workspace_id, level, tile, hash)"
                            + " select ?, t.level, t.tile, decode(t.hash, 'hex') from unnest(?, ?, ?) as t(level, tile, hash)",
                    workspaceId,
                    Array.numbers(
                            tiles.stream().map(tile -> (long) tile.level()).toList()),
                    Array.numbers(tiles.stream().map(Tile::tile).toList()),
                    Array.texts(tiles.stream().map(Tile::hash).toList()));
        }
        statements.send(batch);
    }

    /** Adds a head. */
    public void add(UUID workspaceId, TreeHead.Signed signed) {
        TreeHead head = signed.head();
        statements.change(
                "insert into frontless.tree_head (workspace_id, size, root, signed_at, key, signature)"
                        + " values (?, ?, decode(?, 'hex'), cast(? as timestamptz), ?, decode(?, 'base64'))",
                workspaceId,
                head.size(),
                head.root(),
                head.signedAt(),
                head.key(),
                signed.signature());
    }

    /** The latest head. */
    public Optional<TreeHead.Signed> latestHead(UUID workspaceId) {
        return statements.read(TreeRows::head, HEAD + " order by h.size desc limit 1", workspaceId).stream()
                .findFirst();
    }

    /** The first head that has a position. */
    public Optional<TreeHead.Signed> headOver(UUID workspaceId, long position) {
        return statements
                .read(TreeRows::head, HEAD + " and h.size > ? order by h.size limit 1", workspaceId, position)
                .stream()
                .findFirst();
    }

    /** The head of a size. */
    public Optional<TreeHead.Signed> head(UUID workspaceId, long size) {
        return statements.read(TreeRows::head, HEAD + " and h.size = ?", workspaceId, size).stream()
                .findFirst();
    }

    /** The hashes of leaves from a position on. */
    public List<byte[]> leaves(UUID workspaceId, long from, long to) {
        return statements.read(
                row -> row.getBytes(1),
                "select l.leaf from frontless.event_leaf l where l.workspace_id = ? and l.position >= ? and l.position < ?"
                        + " order by l.position",
                workspaceId,
                from,
                to);
    }

    /** The roots of full subtrees of a level. */
    public List<byte[]> tiles(UUID workspaceId, int level, long from, long to) {
        return statements.read(
                row -> row.getBytes(1),
                "select t.hash from frontless.event_tile t where t.workspace_id = ? and t.level = ? and t.tile >= ? and t.tile < ?"
                        + " order by t.tile",
                workspaceId,
                level,
                from,
                to);
    }

    /** The position of a row of a log, if it is sealed. */
    public Optional<Long> position(UUID workspaceId, String log, long seq) {
        return statements
                .read(
                        row -> row.getLong(1),
                        "select l.position from frontless.event_leaf l where l.workspace_id = ? and l.log = ? and l.seq = ?",
                        workspaceId,
                        log,
                        seq)
                .stream()
                .findFirst();
    }

    private static TreeHead.Signed head(ResultSet row) throws SQLException {
        return new TreeHead.Signed(
                new TreeHead(row.getString(1), row.getLong(2), row.getString(3), row.getString(4), row.getString(5)),
                Base64.getEncoder().encodeToString(row.getBytes(6)));
    }
}
