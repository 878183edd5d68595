package io.frontless.system.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;

import io.frontless.engine.control.CommandEngine;
import io.frontless.kernel.Ids;
import io.frontless.operation.DeleteEntity;
import io.frontless.operation.RedactEvents;
import io.frontless.operation.UpdateRecord;
import io.frontless.operation.Values;
import io.frontless.proof.TreeHead;
import io.frontless.verifier.Archive;
import io.frontless.verifier.Finding;
import io.frontless.workspace.control.Caller;
import io.frontless.workspace.control.Role;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Nobody rewrites history unseen: what a superuser does to a sealed log with all triggers off is found by the verifier, which knows the public key,
 * the last head that a witness has kept and the archives. {@code FRONTLESS_TAMPERINGS} says how often it is tried; a failure names its seed.
 */
class TamperIT extends InsideApplication {
    @Inject
    Bench bench;

    @Inject
    SealedLog sealedLog;

    @Inject
    WorkspaceDatabase database;

    @Inject
    CommandEngine engine;

    @Inject
    AgedLog agedLog;

    @Inject
    Ids ids;

    @Test
    void everyTamperingIsFound() throws SQLException {
        assertTamperingsAreFound(sealedWorkspace(), List.of(), setting("FRONTLESS_TAMPERINGS", 60));
    }

    private void assertTamperingsAreFound(UUID workspaceId, List<Archive> archives, int tamperings)
            throws SQLException {
        assertThat(sealedLog.findings(workspaceId))
                .as("before anything was done")
                .isEmpty();
        List<TreeHead.Signed> witnessed = sealedLog.heads(workspaceId);

        try (Connection administrator = DatabaseRole.ADMINISTRATOR.connect()) {
            administrator.setAutoCommit(false);
            for (int seed = 1; seed <= tamperings; seed++) {
                String done = new Tampering(administrator, workspaceId, new Random(seed)).once();

                List<Finding> findings = sealedLog.findings(administrator, workspaceId, witnessed, archives);

                administrator.rollback();
                assertThat(findings).as("seed " + seed + ": " + done).isNotEmpty();
            }
        }
        assertThat(sealedLog.findings(workspaceId))
                .as("after all was taken back")
                .isEmpty();
    }

    @Test
    void everyTamperingWithALogWhoseBeginningIsArchivedIsFound() throws Exception {
        UUID workspaceId = agedLog.archived();

        List<Archive> archives = new ArrayList<>();
        for (Path archive : AgedLog.archives(workspaceId)) {
            archives.add(Archive.read(archive));
        }
        assertTamperingsAreFound(workspaceId, archives, setting("FRONTLESS_TAMPERINGS", 60) / 2);
    }

    @Test
    void truncatedTailIsFoundByTheWitnessAlone() throws SQLException {
        UUID workspaceId = sealedWorkspace();
        List<TreeHead.Signed> witnessed = sealedLog.heads(workspaceId);
        long last = witnessed.get(witnessed.size() - 1).head().size();
        long kept = witnessed.get(0).head().size();
        assertThat(kept).isLessThan(last);

        try (Connection administrator = DatabaseRole.ADMINISTRATOR.connect()) {
            administrator.setAutoCommit(false);
            cut(administrator, workspaceId, kept);

            assertThat(sealedLog.findings(administrator, workspaceId, List.of(), List.of()))
                    .isEmpty();
            assertThat(sealedLog.findings(administrator, workspaceId, witnessed, List.of()))
                    .extracting(Finding::kind, Finding::position)
                    .containsExactly(tuple(Finding.Kind.GAP, kept));
            administrator.rollback();
        }
    }

    @Test
    void treeThatWasChangedIsNotSignedAnyFurther() throws SQLException {
        Furniture here = furnished();
        UUID workspaceId = here.place().workspaceId();
        sealedLog.seal(workspaceId);
        try (Connection administrator = DatabaseRole.ADMINISTRATOR.connect()) {
            administrator.setAutoCommit(false);
            WorkspaceDatabase.texts(administrator, "select set_config('session_replication_role', 'replica', true)");
            WorkspaceDatabase.change(
                    administrator,
                    "update frontless.event_leaf set leaf = sha256(leaf) where workspace_id = ? and position = 3",
                    workspaceId);
            administrator.commit();
        }
        bench.run(here.place().owner(), new UpdateRecord("thing", here.free(), Values.of("note", "later")));

        assertThat(catchThrowable(() -> sealedLog.seal(workspaceId)))
                .hasMessageContaining("it was changed in the database");
    }

    private UUID sealedWorkspace() {
        Furniture here = furnished();
        sealedLog.seal(here.place().workspaceId());
        Caller owner = here.place().owner();
        Refusal.refusal(() -> bench.propose(owner, new DeleteEntity("nothing")));
        bench.run(owner, new UpdateRecord("thing", here.free(), Values.of("note", "äöü \"quoted\" \\ \t")));
        bench.run(owner, new UpdateRecord("thing", here.free(), Values.of("note", null)));
        sealedLog.seal(owner.workspaceId());
        database.done(
                owner.workspaceId(),
                connection -> engine.run(
                        owner,
                        Bench.steps(new RedactEvents("thing", here.free(), List.of("note"), "asked for")),
                        new CommandEngine.Cause(null, null)));
        sealedLog.seal(owner.workspaceId());
        return owner.workspaceId();
    }

    private Furniture furnished() {
        Furniture here = Furniture.in(bench, ids);
        Refusal.refusal(() -> bench.propose(here.place().as(Role.VIEWER), new DeleteEntity("thing")));
        return here;
    }

    private static void cut(Connection administrator, UUID workspaceId, long size) throws SQLException {
        WorkspaceDatabase.texts(administrator, "select set_config('session_replication_role', 'replica', true)");
        for (String sql : List.of(
                "delete from frontless.event e using frontless.event_leaf l where l.workspace_id = e.workspace_id and l.log = 'event'"
                        + " and l.seq = e.seq and e.workspace_id = ? and l.position >= ?",
                "delete from frontless.refused_attempt e using frontless.event_leaf l where l.workspace_id = e.workspace_id and"
                        + " l.log = 'refusal' and l.seq = e.seq and e.workspace_id = ? and l.position >= ?",
                "delete from frontless.event_leaf where workspace_id = ? and position >= ?",
                "delete from frontless.tree_head where workspace_id = ? and size > ?")) {
            WorkspaceDatabase.change(administrator, sql, workspaceId, size);
        }
    }

    private static int setting(String name, int otherwise) {
        String value = System.getenv(name);
        return value == null ? otherwise : Integer.parseInt(value);
    }
}
