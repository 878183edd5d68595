package io.frontless.verifier;

import io.frontless.proof.ExportFormat;
import io.frontless.proof.GrowingTree;
import io.frontless.proof.Sha256;
import io.frontless.proof.TreeHead;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An archive of rows that a log has no more, as far as the log has to agree with it. Its rows are named in memory, some 60 bytes each.
 *
 * @param sha256 of the file, in hexadecimal
 * @param from the position of its first row
 * @param rows which row of which log stands at each position from there on, such as {@code event 17}
 * @param head the head that it ends with
 */
public record Archive(String sha256, long from, List<String> rows, TreeHead.Signed head) {

    public Archive {
        rows = List.copyOf(rows);
    }

    /** Reads one; whether it is what was sealed is checked as of any export. */
    public static Archive read(Path file) throws SourceException {
        ExportLog log = new ExportLog(file, ExportFormat.JSONL);
        Rows read = new Rows();
        log.read(log.workspaces().get(0), read);
        TreeHead.Signed last = read.head;
        if (last == null) {
            throw new SourceException("the archive " + file + " ends without a head");
        }
        try {
            return new Archive(Sha256.ofFile(file), read.from, read.rows, last);
        } catch (IOException e) {
            throw new SourceException("the archive cannot be read: " + e.getMessage(), e);
        }
    }

    /** The row that it has at a position; none where that is not in it. */
    Optional<String> row(long position) {
        return position >= from && position < from + rows.size()
                ? Optional.of(rows.get(Math.toIntExact(position - from)))
                : Optional.empty();
    }

    private static final class Rows implements LogSource.Reader {
        private final List<String> rows = new ArrayList<>();
        private long from;
        private TreeHead.@Nullable Signed head;

        @Override
        public void begin(GrowingTree tree) {
            from = tree.size();
        }

        @Override
        public void head(TreeHead.Signed last) {
            head = last;
        }

        @Override
        public void entries(List<Entry> entries) {
            entries.forEach(entry -> rows.add(entry.row()));
        }

        @Override
        public void altered(String proof) {
            // That is for the check of the archive to tell.
        }

        @Override
        public void unsealed(String row) {
            // An export has none.
        }
    }
}
