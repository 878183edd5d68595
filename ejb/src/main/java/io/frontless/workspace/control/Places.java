package io.frontless.workspace.control;

import io.frontless.workspace.entity.PlacementRows;
import io.frontless.workspace.entity.TransactionDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * In which database each workspace lives, by the installation's directory, which is read at most once a second. Whoever relies on what changed since is
 * refused by the databases themselves.
 */
@ApplicationScoped
public class Places {

    /** The database of all that was not moved. */
    public static final String SHARED = TransactionDatabase.SHARED;

    private static final long FRESH_NS = Duration.ofSeconds(1).toNanos();

    private final @Nullable PlacementDirectory directory;
    private volatile @Nullable Known known;

    /** For the container's proxy. */
    protected Places() {
        directory = null;
    }

    @Inject
    public Places(PlacementDirectory directory) {
        this.directory = directory;
    }

    private record Known(Map<UUID, PlacementRows.Row> rows, long readAt) {

        boolean isFresh() {
            return System.nanoTime() - readAt < FRESH_NS;
        }
    }

    /** The database in which a workspace lives; of one that does not exist, the shared one. */
    public String of(UUID workspaceId) {
        PlacementRows.Row row = rows().get(workspaceId);
        return row == null ? SHARED : row.database();
    }

    /** The databases in which workspaces live, the shared one first. */
    public List<String> databases() {
        Set<String> others = new TreeSet<>();
        rows().values().forEach(row -> others.add(row.database()));
        others.remove(SHARED);
        return Stream.concat(Stream.of(SHARED), others.stream()).toList();
    }

    /** The workspaces of which a move or the removal of a copy is under way. */
    public List<UUID> moving() {
        return rows().values().stream()
                .filter(row -> row.phase() != null)
                .map(PlacementRows.Row::workspaceId)
                .toList();
    }

    /** Reads the directory again when it is asked next. */
    public void forget() {
        known = null;
    }

    private Map<UUID, PlacementRows.Row> rows() {
        Known latest = known;
        return latest != null && latest.isFresh() ? latest.rows() : read();
    }

    /** By one for all who wait. */
    private synchronized Map<UUID, PlacementRows.Row> read() {
        Known latest = known;
        if (latest == null || !latest.isFresh()) {
            long begun = System.nanoTime();
            Map<UUID, PlacementRows.Row> rows =
                    Objects.requireNonNull(directory, "only the container's proxy has none").read().stream()
                            .collect(Collectors.toUnmodifiableMap(PlacementRows.Row::workspaceId, Function.identity()));
            latest = new Known(rows, begun);
            known = latest;
        }
        return latest.rows();
    }
}
