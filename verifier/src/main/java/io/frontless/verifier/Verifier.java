package io.frontless.verifier;

import io.frontless.proof.GrowingTree;
import io.frontless.proof.TreeHead;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks the logs of a source against public keys and the heads that witnesses have kept. */
public final class Verifier {

    private final Keys keys;
    private final List<TreeHead.Signed> witnessed;
    private final boolean unsealedAllowed;
    private final List<Archive> archives;

    /** {@code unsealedAllowed} is for a log that is being written, whose last second is not sealed yet. */
    public Verifier(Keys keys, List<TreeHead.Signed> witnessed, boolean unsealedAllowed) {
        this(keys, witnessed, unsealedAllowed, List.of());
    }

    /** The same with archives that were checked before: that they are of this very log is shown by their heads. */
    public Verifier(Keys keys, List<TreeHead.Signed> witnessed, boolean unsealedAllowed, List<Archive> archives) {
        this.keys = keys;
        this.witnessed = Stream.concat(witnessed.stream(), archives.stream().map(Archive::head))
                .toList();
        this.unsealedAllowed = unsealedAllowed;
        this.archives = List.copyOf(archives);
    }

    /**
     * What was checked and what was found, the first first.
     *
     * @param archived rows that are in archives and not in the log any more
     * @param notShown those of them whose archives were not given
     */
    public record Result(
            int workspaces, long rows, long unsealed, long archived, long notShown, List<Finding> findings) {
        /** Whether the log is what was sealed. */
        public boolean isGood() {
            return findings.isEmpty();
        }
    }

    /** Checks every workspace of the source, and whether any that a witness knows is missing; or only one. */
    public Result verify(LogSource source, @Nullable String only) throws SourceException {
        Set<String> workspaces = new LinkedHashSet<>();
        if (only == null) {
            workspaces.addAll(source.workspaces());
            witnessed.forEach(signed -> workspaces.add(signed.head().workspace()));
        } else {
            workspaces.add(only);
        }
        List<Finding> findings = new ArrayList<>();
        long rows = 0;
        long unsealed = 0;
        long archived = 0;
        long notShown = 0;
        Set<String> given = archives.stream().map(Archive::sha256).collect(Collectors.toSet());
        Set<String> strange = new LinkedHashSet<>(given);
        for (String workspace : workspaces) {
            Check check = new Check(workspace);
            source.read(workspace, check);
            findings.addAll(check.check().end());
            rows += check.rows;
            unsealed += check.unsealed;
            Removals removals = check.check().removals();
            archived += removals.archived();
            notShown += removals.in(given);
            removals.archives().forEach(strange::remove);
        }
        strange.forEach(hash -> findings.add(new Finding(
                only == null ? "any" : only, Finding.Kind.ADDED, null, null, "no event tells of the archive " + hash)));
        return new Result(workspaces.size(), rows, unsealed, archived, notShown, findings);
    }

    /** Gives what is read of one workspace to its check; hashes are computed by all processors. */
    private final class Check implements LogSource.Reader {
        private final String workspace;
        private @Nullable LogCheck check;
        private long rows;
        private long unsealed;

        Check(String workspace) {
            this.workspace = workspace;
        }

        LogCheck check() {
            return Objects.requireNonNull(check);
        }

        @Override
        public void begin(GrowingTree tree) {
            LogCheck begun = new LogCheck(
                    workspace,
                    keys,
                    tree,
                    archives.stream()
                            .filter(archive -> archive.head().head().workspace().equals(workspace))
                            .toList());
            witnessed.stream()
                    .filter(signed -> signed.head().workspace().equals(workspace))
                    .filter(signed -> signed.head().size() >= tree.size())
                    .forEach(begun::witness);
            check = begun;
        }

        @Override
        public void head(TreeHead.Signed head) {
            check().head(head);
        }

        @Override
        public void entries(List<Entry> entries) {
            rows += entries.size();
            entries.parallelStream().map(Entry::compute).toList().forEach(check()::entry);
        }

        @Override
        public void altered(String proof) {
            check().altered(proof);
        }

        @Override
        public void unsealed(String row) {
            unsealed++;
            if (!unsealedAllowed) {
                check().unsealed(row);
            }
        }
    }
}
