package io.frontless.seal.control;

import io.frontless.proof.Merkle;
import io.frontless.seal.entity.TreeRows;
import io.frontless.seal.entity.TreeRows.Tile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The hashes of a workspace's tree, of which every eighth level is stored: leaves, and the roots of 256 to the power of a level of them. What is asked
 * for is read with its 255 neighbours. Lives for one transaction.
 */
final class StoredNodes implements Merkle.Nodes {

    private static final int LEVELS = 8;
    private static final int WIDTH = 1 << LEVELS;

    private final TreeRows rows;
    private final UUID workspaceId;
    private final Map<Place, byte[]> known = new HashMap<>();

    StoredNodes(TreeRows rows, UUID workspaceId) {
        this.rows = rows;
        this.workspaceId = workspaceId;
    }

    private record Place(int level, long index) {}

    @Override
    public byte[] hash(int level, long index) {
        if (level % LEVELS == 0) {
            return stored(level / LEVELS, index);
        }
        return Merkle.node(hash(level - 1, 2 * index), hash(level - 1, 2 * index + 1));
    }

    /** Adds leaves to a tree of a size and answers which subtrees became full. */
    List<Tile> grow(long size, List<byte[]> leaves) {
        for (int at = 0; at < leaves.size(); at++) {
            known.put(new Place(0, size + at), leaves.get(at));
        }
        List<Tile> full = new ArrayList<>();
        long before = size;
        long after = size + leaves.size();
        for (int level = 1; after > 0; level++) {
            before >>= LEVELS;
            after >>= LEVELS;
            for (long tile = before; tile < after; tile++) {
                byte[] hash = Merkle.node(hash(level * LEVELS - 1, 2 * tile), hash(level * LEVELS - 1, 2 * tile + 1));
                known.put(new Place(level, tile), hash);
                full.add(new Tile(level, tile, HexFormat.of().formatHex(hash)));
            }
        }
        return full;
    }

    private byte[] stored(int level, long index) {
        byte[] hash = known.get(new Place(level, index));
        if (hash == null) {
            load(level, index / WIDTH * WIDTH);
            hash = known.get(new Place(level, index));
        }
        if (hash == null) {
            throw new IllegalStateException("the tree of workspace " + workspaceId + " has no hash " + index
                    + " at level " + level + ": something was deleted");
        }
        return hash;
    }

    private void load(int level, long from) {
        long to = from + WIDTH;
        List<byte[]> hashes =
                level == 0 ? rows.leaves(workspaceId, from, to) : rows.tiles(workspaceId, level, from, to);
        for (int at = 0; at < hashes.size(); at++) {
            known.putIfAbsent(new Place(level, from + at), hashes.get(at));
        }
    }
}
