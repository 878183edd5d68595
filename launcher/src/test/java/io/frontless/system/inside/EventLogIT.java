package io.frontless.system.inside;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontless.kernel.Ids;
import io.frontless.kernel.Reason;
import io.frontless.operation.DeleteEntity;
import io.frontless.operation.UpdateRecord;
import io.frontless.operation.Values;
import io.frontless.workspace.control.Caller;
import io.frontless.workspace.control.Role;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What was done, and what was refused, stays as it was written, whoever wishes otherwise. */
class EventLogIT extends InsideApplication {
    private static final String DENIED = "42501";

    /** Without it an insert that names an identity column fails before anybody asks for a privilege. */
    private static final String OVERRIDING = " overriding system value";

    private static final List<String> LOGS = List.of("event", "refused_attempt");

    @Inject
    Bench bench;

    @Inject
    WorkspaceDatabase database;

    @Inject
    OwnerDatabase ownerDatabase;

    @Inject
    Ids ids;

    @Test
    void neitherApplicationNorOwnerCanChangeDeleteOrTruncate() {
        Caller owner = withBoth();
        UUID workspace = owner.workspaceId();
        List<String> before = rows(workspace);

        for (String table : LOGS) {
            for (String change : List.of(
                    "update " + table + " set actor_id = actor_id",
                    "delete from " + table,
                    "truncate " + table,
                    "truncate " + table + " cascade")) {
                assertThat(database.<String>tried(workspace, connection -> outcome(connection, change)))
                        .as("application: " + change)
                        .isEqualTo(DENIED);
                assertThat(ownerDatabase.<String>in(workspace, connection -> refused(connection, change)))
                        .as("owner: " + change)
                        .isEqualTo(DENIED);
            }
        }
        assertThat(rows(workspace)).isEqualTo(before);
    }

    @Test
    void applicationCannotChooseSequenceOrTime() {
        Caller owner = withBoth();
        UUID workspace = owner.workspaceId();
        String event =
                "insert into event (workspace_id, event_id, actor_kind, actor_id, actor_name, action, version%s)%s"
                        + " select workspace_id, gen_random_uuid(), actor_kind, actor_id, actor_name, action, version%s"
                        + " from event limit 1";
        String attempt = "insert into refused_attempt (workspace_id, actor_kind, actor_id, action, reason, message%s)%s"
                + " select workspace_id, actor_kind, actor_id, action, reason, message%s from refused_attempt limit 1";

        assertThat(insert(workspace, event, "", "")).isEqualTo("1");
        assertThat(insert(workspace, event, ", seq", ", 1")).isEqualTo(DENIED);
        assertThat(insert(workspace, event, ", occurred_at", ", now()")).isEqualTo(DENIED);
        assertThat(insert(workspace, attempt, "", "")).isEqualTo("1");
        assertThat(insert(workspace, attempt, ", seq", ", 1")).isEqualTo(DENIED);
        assertThat(insert(workspace, attempt, ", attempted_at", ", now()")).isEqualTo(DENIED);
    }

    @Test
    void refusedAttemptIsWrittenThoughItsTransactionIsRolledBack() {
        Furniture here = Furniture.in(bench, ids);
        Caller viewer = here.place().as(Role.VIEWER);
        List<String> log = bench.log(viewer);

        Refusal.refusal(() -> bench.propose(viewer, new UpdateRecord("thing", here.free(), Values.of("note", "no"))));

        assertThat(attempts(viewer.workspaceId()))
                .containsExactly("plan.propose DENIED " + viewer.actor().id()
                        + " your role in this workspace does not allow this (UPDATE)");
        assertThat(bench.log(viewer)).isEqualTo(log);
    }

    @Test
    void everyWayToBeRefusedIsWrittenWithItsReason() {
        Furniture here = Furniture.in(bench, ids);
        Caller owner = here.place().owner();
        var plan = bench.propose(owner, new UpdateRecord("thing", here.free(), Values.of("note", "mine")));
        bench.run(owner, new UpdateRecord("thing", here.free(), Values.of("note", "hers")));

        Refusal.refusal(() -> bench.execute(owner, plan));
        Refusal.refusal(() -> bench.propose(owner, new DeleteEntity("nothing")));
        Refusal.refusal(() -> bench.undo(here.place().as(Role.VIEWER), plan));

        assertThat(attempts(owner.workspaceId()))
                .extracting(attempt -> attempt.split(" ", -1)[0] + " " + attempt.split(" ", -1)[1])
                .containsExactly(
                        "plan.execute " + Reason.CONFLICT,
                        "plan.propose " + Reason.NOT_FOUND,
                        "undo.propose " + Reason.NOT_FOUND);
    }

    private Caller withBoth() {
        Caller owner = bench.found().owner();
        Refusal.refusal(() -> bench.propose(owner, new DeleteEntity("nothing")));
        return owner;
    }

    private List<String> attempts(UUID workspace) {
        return database.tried(
                workspace,
                connection -> WorkspaceDatabase.texts(
                        connection,
                        "select concat_ws(' ', action, reason, actor_id, message) from refused_attempt order by seq"));
    }

    private List<String> rows(UUID workspace) {
        return LOGS.stream()
                .flatMap(table -> database
                        .<List<String>>tried(
                                workspace,
                                connection -> WorkspaceDatabase.texts(
                                        connection, "select to_jsonb(t)::text from " + table + " t order by seq"))
                        .stream())
                .toList();
    }

    private String insert(UUID workspace, String sql, String columns, String values) {
        return database.tried(workspace, connection -> outcome(connection, sql.formatted(columns, OVERRIDING, values)));
    }

    /** As {@link #outcome}, in a transaction that is to go on. */
    private static String refused(Connection connection, String sql) throws SQLException {
        String outcome = outcome(connection, sql);
        connection.rollback();
        return outcome;
    }

    private static String outcome(Connection connection, String sql) {
        try {
            return String.valueOf(WorkspaceDatabase.change(connection, sql));
        } catch (SQLException e) {
            return String.valueOf(e.getSQLState());
        }
    }
}
