package io.frontless.verifier;

import io.frontless.proof.GrowingTree;
import io.frontless.proof.TreeHead;
import java.util.List;

/** Where a log is read from. */
public interface LogSource {

    /** What is read of one workspace, in this order: the beginning, its heads, its entries by position, and the rows in no seal. */
    interface Reader {
        /** The tree before the first entry. */
        void begin(GrowingTree tree);

        /** A head that the log has. */
        void head(TreeHead.Signed head);

        /** Some entries, after those before. */
        void entries(List<Entry> entries);

        /** A line of an export that shows something else than its proof, which is given. */
        void altered(String proof);

        /** A row that no leaf has. */
        void unsealed(String row);
    }

    /** The workspaces that it has. */
    List<String> workspaces() throws SourceException;

    /** Reads one. */
    void read(String workspace, Reader reader) throws SourceException;
}
