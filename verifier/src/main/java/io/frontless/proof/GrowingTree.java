package io.frontless.proof;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A Merkle tree to which leaves are added, of which only the roots of its perfect subtrees are kept: one for each bit of its size. */
public final class GrowingTree {

    private final Deque<byte[]> peaks = new ArrayDeque<>();
    private long size;

    /** A tree without leaves. */
    public GrowingTree() {}

    /** A tree that already has leaves, by the roots of its perfect subtrees, the largest first. */
    public GrowingTree(long size, List<byte[]> roots) {
        if (size < 0 || roots.size() != Long.bitCount(size)) {
            throw new IllegalArgumentException("expected a root for each bit of the size");
        }
        this.size = size;
        roots.forEach(peaks::push);
    }

    /** The places of the perfect subtrees of a tree, the largest first: their level and their index in it. */
    public static List<Peak> peaks(long size) {
        List<Peak> peaks = new ArrayList<>();
        long from = 0;
        for (long rest = size; rest > 0; rest -= Long.highestOneBit(rest)) {
            int level = Long.numberOfTrailingZeros(Long.highestOneBit(rest));
            peaks.add(new Peak(level, from >> level));
            from += 1L << level;
        }
        return peaks;
    }

    /** A perfect subtree: it has two to the power of the level leaves. */
    public record Peak(int level, long index) {}

    /** Adds the next leaf by its hash. */
    public void add(byte[] leaf) {
        byte[] hash = leaf;
        for (long rest = size; (rest & 1) == 1; rest >>= 1) {
            hash = Merkle.node(peaks.pop(), hash);
        }
        peaks.push(hash);
        size++;
    }

    /** How many leaves it has. */
    public long size() {
        return size;
    }

    /** Its root, as of now. */
    public byte[] root() {
        byte[] root = null;
        for (byte[] peak : peaks) {
            root = root == null ? peak : Merkle.node(peak, root);
        }
        return root == null ? new Sha256().end() : root;
    }
}
