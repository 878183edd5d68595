package io.frontless.system.inside;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontless.kernel.Ids;
import io.frontless.operation.UpdateRecord;
import io.frontless.operation.Values;
import io.frontless.proof.TreeHead;
import io.frontless.seal.control.Sealing;
import io.frontless.workspace.control.Caller;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is committed is sealed, in signed trees that only grow. */
class SealIT extends InsideApplication {
    @Inject
    Bench bench;

    @Inject
    SealedLog sealedLog;

    @Inject
    Sealing sealing;

    @Inject
    WorkspaceDatabase database;

    @Inject
    OwnerDatabase ownerDatabase;

    @Inject
    Ids ids;

    @Test
    void everythingCommittedIsSealedOnceAndNothingElse() {
        Furniture here = Furniture.in(bench, ids);
        UUID workspaceId = here.place().workspaceId();

        sealedLog.seal(workspaceId);
        sealedLog.seal(workspaceId);

        assertThat(sealedLog.findings(workspaceId)).isEmpty();
        assertThat(count(workspaceId, "select count(*) from event_leaf"))
                .isEqualTo(count(
                        workspaceId, "select (select count(*) from event) + (select count(*) from refused_attempt)"))
                .isGreaterThan(40);
    }

    @Test
    void treesGrowByWhatIsNewAndAreSignedEachTime() {
        Furniture here = Furniture.in(bench, ids);
        Caller owner = here.place().owner();
        sealedLog.seal(owner.workspaceId());
        long before = last(owner).head().size();

        bench.run(owner, new UpdateRecord("thing", here.free(), Values.of("note", "a")));
        sealedLog.seal(owner.workspaceId());
        bench.run(owner, new UpdateRecord("thing", here.free(), Values.of("note", "b")));
        sealedLog.seal(owner.workspaceId());

        assertThat(last(owner).head().size()).isEqualTo(before + 2);
        assertThat(last(owner).head().key()).startsWith("frontless-audit-");
        assertThat(sealedLog.findings(owner.workspaceId())).isEmpty();
    }

    /** Longer than one transaction seals; and each of two sealers finds that the other has gone on meanwhile. */
    @Test
    void backlogIsSealedOnceByTwoWhoTakeTurns() throws SQLException {
        UUID workspaceId = Furniture.in(bench, ids).place().workspaceId();
        try (Connection administrator = DatabaseRole.ADMINISTRATOR.connect()) {
            WorkspaceDatabase.change(
                    administrator,
                    "insert into frontless.event (workspace_id, event_id, actor_kind, actor_id, actor_name, action, version)"
                            + " select ?, gen_random_uuid(), 'PERSON', gen_random_uuid(), 'x', 'savepoint.create', 1"
                            + " from generate_series(1, 17000)",
                    workspaceId);
        }

        Optional<Sealing.Progress> one =
                sealing.begin(workspaceId).orElseThrow().more();
        Optional<Sealing.Progress> other =
                sealing.begin(workspaceId).orElseThrow().more();
        while (one.isPresent() || other.isPresent()) {
            one = one.flatMap(left -> sealing.goOn(workspaceId, left).more());
            other = other.flatMap(left -> sealing.goOn(workspaceId, left).more());
        }

        assertThat(sealedLog.findings(workspaceId)).isEmpty();
        assertThat(count(workspaceId, "select count(*) from event_leaf"))
                .isEqualTo(count(
                        workspaceId, "select (select count(*) from event) + (select count(*) from refused_attempt)"))
                .isGreaterThan(17_000);
    }

    @Test
    void workspaceThatIsNotHereIsNothingToSeal() {
        assertThat(sealing.begin(ids.get())).isEmpty();
    }

    @Test
    void chainGoesThroughAllChangesOfARecordAlsoInOnePlan() {
        Furniture here = Furniture.in(bench, ids);
        Caller owner = here.place().owner();

        bench.run(
                owner,
                new UpdateRecord("thing", here.free(), Values.of("note", "a")),
                new UpdateRecord("thing", here.referred(), Values.of("note", "x")),
                new UpdateRecord("thing", here.free(), Values.of("note", "b")),
                new UpdateRecord("thing", here.free(), Values.of("note", "c")));
        sealedLog.seal(owner.workspaceId());

        assertThat(sealedLog.findings(owner.workspaceId())).isEmpty();
        assertThat(count(
                        owner.workspaceId(),
                        "select count(*) from event where link is null or octet_length(link) <> 32"))
                .isZero();
    }

    /** What an upgrade finds: rows without links, of a transaction that is long over. */
    @Test
    void eventsFromBeforeThereWereChainsAreSealedToo() throws SQLException {
        Furniture here = Furniture.in(bench, ids);
        UUID workspaceId = here.place().workspaceId();
        try (Connection administrator = DatabaseRole.ADMINISTRATOR.connect()) {
            administrator.setAutoCommit(false);
            WorkspaceDatabase.texts(administrator, "select set_config('session_replication_role', 'replica', true)");
            for (String table : List.of("event_leaf", "event_tile", "tree_head", "sealing")) {
                WorkspaceDatabase.change(
                        administrator, "delete from frontless." + table + " where workspace_id = ?", workspaceId);
            }
            WorkspaceDatabase.change(
                    administrator,
                    "update frontless.event set link = null, written_by = '3' where workspace_id = ?",
                    workspaceId);
            administrator.commit();
        }

        sealedLog.seal(workspaceId);
        bench.run(here.place().owner(), new UpdateRecord("thing", here.free(), Values.of("note", "a")));
        bench.run(here.place().owner(), new UpdateRecord("thing", here.free(), Values.of("note", "b")));
        sealedLog.seal(workspaceId);

        assertThat(sealedLog.findings(workspaceId)).isEmpty();
    }

    @Test
    void nobodyButTheWorkerAddsToATreeAndNobodyChangesIt() {
        UUID workspaceId = Furniture.in(bench, ids).place().workspaceId();
        sealedLog.seal(workspaceId);
        String leaf =
                "insert into event_leaf (workspace_id, position, log, seq, leaf) select workspace_id, 1000, 'event', 1, sha256('x')"
                        + " from workspace";

        assertThat(refusal(workspaceId, leaf)).isEqualTo("42501");
        for (String table : List.of("event_leaf", "event_tile", "tree_head")) {
            for (String change :
                    List.of("update %s set workspace_id = workspace_id", "delete from %s", "truncate %s")) {
                assertThat(refusal(workspaceId, change.formatted(table)))
                        .as(change + table)
                        .isEqualTo("42501");
            }
        }
        assertThat(ownerDatabase.<String>in(workspaceId, connection -> {
                    String outcome = outcome(connection, "delete from event_leaf");
                    connection.rollback();
                    return outcome;
                }))
                .isEqualTo("42501");
    }

    private String refusal(UUID workspaceId, String sql) {
        return database.tried(workspaceId, connection -> outcome(connection, sql));
    }

    private static String outcome(Connection connection, String sql) {
        try {
            return String.valueOf(WorkspaceDatabase.change(connection, sql));
        } catch (SQLException e) {
            return String.valueOf(e.getSQLState());
        }
    }

    private TreeHead.Signed last(Caller caller) {
        List<TreeHead.Signed> heads = sealedLog.heads(caller.workspaceId());
        return heads.get(heads.size() - 1);
    }

    private long count(UUID workspaceId, String sql) {
        return Long.parseLong(
                database.<String>tried(workspaceId, connection -> WorkspaceDatabase.text(connection, sql)));
    }
}
