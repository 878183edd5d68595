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
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Makes logs that are old: as if everything had been written long ago, and sealed then. */
@Dependent
public class AgedLog {
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
        Furniture here = Furniture.in(bench, ids);
        Caller owner = here.place().owner();
        bench.run(owner, new UpdateRecord("thing", here.free(), Values.of("note", "old")));
        try (Connection administrator = DatabaseRole.ADMINISTRATOR.connect()) {
            administrator.setAutoCommit(false);
            WorkspaceDatabase.texts(administrator, "select set_config('session_replication_role', 'replica', true)");
            // The row that sealers lock: none of them is at work until this is done.
            WorkspaceDatabase.change(
                    administrator,
                    "insert into frontless.sealing (workspace_id, sealed_before) values (?, '0')"
                            + " on conflict (workspace_id) do update set sealed_before = '0'",
                    owner.workspaceId());
            for (String table : List.of("event_leaf", "event_tile", "tree_head")) {
                WorkspaceDatabase.change(
                        administrator,
                        "delete from frontless." + table + " where workspace_id = ?",
                        owner.workspaceId());
            }
            for (String time : List.of("event set occurred_at", "refused_attempt set attempted_at")) {
                WorkspaceDatabase.change(
                        administrator,
                        "update frontless." + time + " = " + time.replaceAll(".* ", "") + " - interval '" + AGE
                                + " days' where workspace_id = ?",
                        owner.workspaceId());
            }
            // The sink of the furniture takes nothing, and what it was not told is not removed.
            WorkspaceDatabase.change(
                    administrator,
                    "update frontless.export_sink set deleted_at = clock_timestamp() where workspace_id = ?",
                    owner.workspaceId());
            administrator.commit();
        }
        sealedLog.seal(owner.workspaceId());
        bench.run(owner, new SetRetention(AGE - 10));
        sealedLog.seal(owner.workspaceId());
        return here;
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
