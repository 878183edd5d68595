package io.frontless.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The trees of RFC 9162 §2.1, against the worked example of §2.1.5 and against themselves at every small size. */
class MerkleTest {
    private static final int SIZE_MAX = 40;
    private static final HexFormat HEX = HexFormat.of();

    /** The leaves of the test data that RFC 6962's reference implementation has published, and the root over all eight. */
    private static final List<String> KNOWN =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    private static final String KNOWN_ROOT = "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328";
    private static final String EMPTY_ROOT = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    @Test
    void rootIsThatOfThePublishedTestData() {
        GrowingTree tree = new GrowingTree();
        assertThat(HEX.formatHex(tree.root())).isEqualTo(EMPTY_ROOT);

        KNOWN.forEach(leaf -> tree.add(Merkle.leaf(HEX.parseHex(leaf))));

        assertThat(HEX.formatHex(tree.root())).isEqualTo(KNOWN_ROOT);
    }

    @Test
    void everyLeafIsProvedInEveryTreeAndNoOther() {
        for (int size = 1; size <= SIZE_MAX; size++) {
            Tree tree = new Tree(size);
            for (int position = 0; position < size; position++) {
                List<byte[]> proof = Merkle.inclusion(position, size, tree::hash);

                assertThat(Merkle.includes(tree.leaf(position), position, tree.head(), proof))
                        .as(position + " of " + size)
                        .isTrue();
                assertThat(Merkle.includes(tree.leaf(SIZE_MAX), position, tree.head(), proof))
                        .as("another leaf at " + position + " of " + size)
                        .isFalse();
                for (int other = 0; other <= size; other++) {
                    assertThat(other == position || !Merkle.includes(tree.leaf(position), other, tree.head(), proof))
                            .as(position + " at " + other + " of " + size)
                            .isTrue();
                }
            }
        }
    }

    @Test
    void everyTreeIsProvedToBeginWithEveryEarlierOneAndNoOther() {
        for (int later = 1; later <= SIZE_MAX; later++) {
            Tree tree = new Tree(later);
            for (int earlier = 0; earlier <= later; earlier++) {
                List<byte[]> proof = Merkle.consistency(earlier, later, tree::hash);
                Merkle.TreeSize before = new Tree(earlier).head();
                Merkle.TreeSize forked = new Merkle.TreeSize(earlier, HEX.formatHex(tree.leaf(SIZE_MAX)));

                assertThat(Merkle.isPrefix(before, tree.head(), proof))
                        .as(earlier + " before " + later)
                        .isTrue();
                assertThat(earlier > 0 && Merkle.isPrefix(forked, tree.head(), proof))
                        .as("a fork of " + earlier + " before " + later)
                        .isFalse();
                assertThat(earlier < later && Merkle.isPrefix(tree.head(), before, proof))
                        .as(later + " before " + earlier)
                        .isFalse();
            }
        }
    }

    /** A tree whose leaves are numbers. */
    private record Tree(int size) {
        byte[] leaf(int position) {
            return Merkle.leaf(new byte[] {(byte) position});
        }

        Merkle.TreeSize head() {
            return new Merkle.TreeSize(size, HEX.formatHex(Merkle.root(size, this::hash)));
        }

        byte[] hash(int level, long index) {
            GrowingTree subtree = new GrowingTree();
            List<Integer> leaves = new ArrayList<>();
            for (long at = index << level; at < (index + 1) << level; at++) {
                leaves.add((int) at);
            }
            leaves.forEach(leaf -> subtree.add(leaf(leaf)));
            return subtree.root();
        }
    }
}
