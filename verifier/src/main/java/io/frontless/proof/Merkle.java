package io.frontless.proof;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** The Merkle tree of RFC 9162 §2.1: hashes of leaves and nodes, roots, and the proofs that a tree holds a leaf or another tree. */
public final class Merkle {

    private static final int LEAF = 0x00;
    private static final int NODE = 0x01;

    private Merkle() {}

    /** Gives hashes of perfect subtrees that begin at a multiple of their size: level 0 has the leaves. */
    @FunctionalInterface
    public interface Nodes {
        /** The root over the leaves from {@code index << level} to {@code (index + 1) << level}, all of which the tree has. */
        byte[] hash(int level, long index);
    }

    /** The hash of a leaf: SHA-256(0x00 || data). */
    public static byte[] leaf(byte[] data) {
        return new Sha256().add(LEAF).add(data).end();
    }

    /** The hash of a node: SHA-256(0x01 || left || right). */
    public static byte[] node(byte[] left, byte[] right) {
        return new Sha256().add(NODE).add(left).add(right).end();
    }

    /** The root of a tree; that of no leaves is the hash of nothing. */
    public static byte[] root(long size, Nodes nodes) {
        return size == 0 ? new Sha256().end() : range(0, size, nodes);
    }

    /** The hashes that lead from a leaf to the root, the lowest first (RFC 9162 §2.1.3.1). */
    public static List<byte[]> inclusion(long position, long size, Nodes nodes) {
        require(position >= 0 && position < size, "a position below " + size);
        List<byte[]> path = new ArrayList<>();
        path(position, 0, size, nodes, path);
        return path;
    }

    /** The hashes that lead from an earlier tree to a later one (RFC 9162 §2.1.4.1). */
    public static List<byte[]> consistency(long earlier, long later, Nodes nodes) {
        require(earlier >= 0 && earlier <= later, "sizes in order");
        List<byte[]> proof = new ArrayList<>();
        if (earlier > 0 && earlier < later) {
            subProof(earlier, new Range(0, later), nodes, proof, true);
        }
        return proof;
    }

    /** The root that an inclusion proof leads to (RFC 9162 §2.1.3.2); none where the proof has the wrong length. */
    public static byte[] rootOf(byte[] leaf, long position, long size, List<byte[]> proof) {
        long node = position;
        long last = size - 1;
        byte[] hash = leaf;
        for (byte[] sibling : proof) {
            if (last == 0) {
                return new byte[0];
            }
            if ((node & 1) == 1 || node == last) {
                hash = node(sibling, hash);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                hash = node(hash, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 ? hash : new byte[0];
    }

    /** Whether a leaf is in the tree of a root. */
    public static boolean includes(byte[] leaf, long position, TreeSize tree, List<byte[]> proof) {
        return position >= 0 && position < tree.size() && tree.hasRoot(rootOf(leaf, position, tree.size(), proof));
    }

    /** A tree by its size and root, in hexadecimal. */
    public record TreeSize(long size, String root) {

        private boolean hasRoot(byte[] other) {
            return root.equals(HexFormat.of().formatHex(other));
        }

        private byte[] bytes() {
            return HexFormat.of().parseHex(root);
        }
    }

    /** Whether a later tree begins with all of an earlier one (RFC 9162 §2.1.4.2). */
    public static boolean isPrefix(TreeSize earlier, TreeSize later, List<byte[]> proof) {
        if (earlier.size() == 0) {
            return proof.isEmpty();
        }
        if (earlier.size() == later.size()) {
            return proof.isEmpty() && earlier.root().equals(later.root());
        }
        if (earlier.size() > later.size()) {
            return false;
        }
        List<byte[]> hashes = new ArrayList<>(proof);
        if (Long.bitCount(earlier.size()) == 1) {
            hashes.add(0, earlier.bytes());
        }
        return !hashes.isEmpty() && leads(earlier, later, hashes);
    }

    private static boolean leads(TreeSize earlier, TreeSize later, List<byte[]> hashes) {
        long node = earlier.size() - 1;
        long last = later.size() - 1;
        while ((node & 1) == 1) {
            node >>= 1;
            last >>= 1;
        }
        byte[] first = hashes.get(0);
        byte[] second = first;
        for (byte[] hash : hashes.subList(1, hashes.size())) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                first = node(hash, first);
                second = node(hash, second);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                second = node(second, hash);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && earlier.hasRoot(first) && later.hasRoot(second);
    }

    private record Range(long from, long to) {
        long size() {
            return to - from;
        }
    }

    /** The largest power of two below a size of at least two. */
    private static long split(long size) {
        return Long.highestOneBit(size - 1);
    }

    /** The root over leaves that begin at a multiple of the largest power of two that they hold. */
    private static byte[] range(long from, long to, Nodes nodes) {
        long size = to - from;
        if (Long.bitCount(size) == 1 && from % size == 0) {
            int level = Long.numberOfTrailingZeros(size);
            return nodes.hash(level, from >> level);
        }
        long middle = from + split(size);
        return node(range(from, middle, nodes), range(middle, to, nodes));
    }

    private static void path(long position, long from, long to, Nodes nodes, List<byte[]> path) {
        if (to - from == 1) {
            return;
        }
        long middle = from + split(to - from);
        if (position < middle) {
            path(position, from, middle, nodes, path);
            path.add(range(middle, to, nodes));
        } else {
            path(position, middle, to, nodes, path);
            path.add(range(from, middle, nodes));
        }
    }

    private static void subProof(long earlier, Range range, Nodes nodes, List<byte[]> proof, boolean whole) {
        if (earlier == range.to()) {
            if (!whole) {
                proof.add(range(range.from(), range.to(), nodes));
            }
            return;
        }
        long middle = range.from() + split(range.size());
        if (earlier <= middle) {
            subProof(earlier, new Range(range.from(), middle), nodes, proof, whole);
            proof.add(range(middle, range.to(), nodes));
        } else {
            subProof(earlier, new Range(middle, range.to()), nodes, proof, false);
            proof.add(range(range.from(), middle, nodes));
        }
    }

    private static void require(boolean condition, String expected) {
        if (!condition) {
            throw new IllegalArgumentException("expected " + expected);
        }
    }
}
