package io.frontless.system.inside;

import io.frontless.audit.control.RetentionRounds;
import io.frontless.kernel.Ids;
import io.frontless.operation.DeleteEntity;
import io.frontless.operation.SetRetention;
import io.frontless.operation.UpdateRecord;
import io.frontless.operation.Values;
import io.frontless.workspace.control.Caller;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** Makes logs that are old: as if everything had been written long ago, and sealed then. */
@Dependent
public class AgedLog {
    /** Where the product of the tests archives to. */
    private static final Path ARCHIVES =
            Path.of(Objects.requireNonNull(System.getenv("FRONTLESS_RETENTION_DIRECTORY")));

    /** Days ago. */
    private static final int AGE = 40;

    @Inject
    Bench bench;

    @Inject
    SealedLog sealedLog;

    @Inject
    RetentionRounds rounds;

    @Inject
    Ids ids;

    /** A furnished workspace whose log is old and that keeps it no longer; nothing is archived yet. */
    Furniture made() throws SQLException {
        Furniture here = furnished(AGE);
        bench.run(here.place().owner(), new SetRetention(AGE - 10));
        sealedLog.seal(here.place().workspaceId());
        return here;
    }

    /** One whose log is partly twice as old, and that keeps none of that. */
    Furniture madeInTwoAges() throws SQLException {
        Furniture here = furnished(2 * AGE);
        Caller owner = here.place().owner();
        unsealed(owner.workspaceId(), administrator -> {
            bench.run(owner, new UpdateRecord("thing", here.free(), Values.of("note", "older")));
            bench.run(owner, new UpdateRecord("thing", here.referred(), Values.of("note", "older")));
            age(administrator, owner.workspaceId(), AGE);
        });
        sealedLog.seal(owner.workspaceId());
        bench.run(owner, new SetRetention(2 * AGE - 10));
        sealedLog.seal(owner.workspaceId());
        return here;
    }

    private Furniture furnished(int days) throws SQLException {
        Furniture here = Furniture.in(bench, ids);
        Caller owner = here.place().owner();
        bench.run(owner, new UpdateRecord("thing", here.free(), Values.of("note", "old")));
        unsealed(owner.workspaceId(), administrator -> {
            for (String table : List.of("event_leaf", "event_tile", "tree_head")) {
                WorkspaceDatabase.change(
                        administrator,
                        "delete from frontless." + table + " where workspace_id = ?",
                        owner.workspaceId());
            }
            age(administrator, owner.workspaceId(), days);
            // The sink of the furniture takes nothing, and what it was not told is not removed.
            WorkspaceDatabase.change(
                    administrator,
                    "update frontless.export_sink set deleted_at = clock_timestamp() where workspace_id = ?",
                    owner.workspaceId());
        });
        sealedLog.seal(owner.workspaceId());
        return here;
    }

    /** What is done to a log behind its back. */
    private interface Change {
        void by(Connection administrator) throws SQLException;
    }

    /** Does it without triggers, and while nothing is sealed. */
    private static void unsealed(UUID workspaceId, Change change) throws SQLException {
        try (Connection administrator = DatabaseRole.ADMINISTRATOR.connect()) {
            administrator.setAutoCommit(false);
            WorkspaceDatabase.texts(administrator, "select set_config('session_replication_role', 'replica', true)");
            // The row that sealers lock: none of them is at work until this is done.
            WorkspaceDatabase.change(
                    administrator,
                    "insert into frontless.sealing (workspace_id, sealed_before) values (?, '0')"
                            + " on conflict (workspace_id) do update set sealed_before = '0'",
                    workspaceId);
            change.by(administrator);
            administrator.commit();
        }
    }

    /** Makes what is not sealed older. */
    private static void age(Connection administrator, UUID workspaceId, int days) throws SQLException {
        for (String[] log :
                new String[][] {{"event", "event", "occurred_at"}, {"refusal", "refused_attempt", "attempted_at"}}) {
            WorkspaceDatabase.change(
                    administrator,
                    "update frontless.%2$s e set %3$s = %3$s - interval '%4$d days' where workspace_id = ? and not exists ("
                                    .formatted(log[0], log[1], log[2], days)
                            + "select from frontless.event_leaf l where l.workspace_id = e.workspace_id and l.log = '"
                            + log[0] + "' and l.seq = e.seq)",
                    workspaceId);
        }
    }

    /** Where the archives of a workspace are. */
    static Path folder(UUID workspaceId) {
        return ARCHIVES.resolve(workspaceId.toString());
    }

    /** The archives of a workspace, the first first. */
    static List<Path> archives(UUID workspaceId) throws IOException {
        try (Stream<Path> files = Files.list(folder(workspaceId))) {
            return files.sorted().toList();
        }
    }

    /** One whose old rows are in an archive, and that has gone on since. */
    UUID archived() throws Exception {
        Furniture here = made();
        Caller owner = here.place().owner();
        rounds.archive(owner.workspaceId());
        bench.run(owner, new UpdateRecord("thing", here.free(), Values.of("note", "new")));
        bench.run(owner, new UpdateRecord("thing", here.referred(), Values.of("note", "new")));
        Refusal.refusal(() -> bench.propose(owner, new DeleteEntity("nothing")));
        sealedLog.seal(owner.workspaceId());
        return owner.workspaceId();
    }
}
