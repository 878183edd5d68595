package io.frontless.system.inside;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Row-level security as the application's own connection meets it, in every table that holds workspaces' data. */
class TenancyIT extends InsideApplication {
    /** SQLSTATE of a missing privilege, and of a row that a policy refuses. */
    private static final String DENIED = "42501";

    private static final String DONE = "done";

    @Inject
    Bench bench;

    @Inject
    WorkspaceDatabase database;

    @Inject
    OwnerDatabase ownerDatabase;

    @Inject
    FullWorkspace fullWorkspace;

    @Test
    void withoutAContextEveryTableIsEmptyForTheApplicationAndForTheOwner() {
        UUID workspace = fullWorkspace.made();

        for (String table : tables()) {
            String count = "select count(*) from frontless." + table;
            assertThat(own(workspace, count))
                    .as(table + " of a workspace that has everything")
                    .isNotEqualTo("0");
            assertThat(database.<String>triedOutside(connection -> WorkspaceDatabase.text(connection, count)))
                    .as(table + ", application")
                    .isEqualTo("0");
            assertThat(ownerDatabase.<String>outside(connection -> WorkspaceDatabase.text(connection, count)))
                    .as(table + ", owner")
                    .isEqualTo("0");
        }
    }

    @Test
    void forgedContextShowsNothingAndIsRefusedWhereItIsEntered() {
        UUID workspace = fullWorkspace.made();
        List<String> forged = List.of(
                workspace.toString(),
                workspace + ":",
                workspace + ":" + "0".repeat(64),
                workspace + ":"
                        + own(workspace, "select split_part(current_setting('frontless.workspace'), ':', 2)")
                                .replaceFirst("^.", "x"),
                "nonsense");

        for (String context : forged) {
            String outcome = database.triedOutside(connection -> {
                WorkspaceDatabase.texts(connection, "select set_config('frontless.workspace', ?, true)", context);
                assertThat(WorkspaceDatabase.text(connection, "select count(*) from record"))
                        .as(context)
                        .isEqualTo("0");
                return outcome(connection, "select frontless.enter_residence()");
            });
            assertThat(outcome).as(context).isEqualTo(DENIED);
        }
    }

    /** PostgreSQL tries a condition on a label before the policies of these tables, so what a policy does must not be seen. */
    @Test
    void forgedContextDoesNotTellWhetherAForeignRowFulfilsACondition() {
        UUID workspace = fullWorkspace.made();

        for (String table : List.of("workspace", "role", "api_key")) {
            String label = own(workspace, "select min(label) from frontless." + table);
            for (String setting : List.of("workspace", "account", "key")) {
                String count = database.triedOutside(connection -> {
                    WorkspaceDatabase.texts(
                            connection, "select set_config('frontless." + setting + "', ?, true)", workspace + ":0");
                    return WorkspaceDatabase.text(
                            connection, "select count(*) from frontless." + table + " where label = ?", label);
                });
                assertThat(count).as(table + " by " + setting).isEqualTo("0");
            }
        }
    }

    @Test
    void contextOfAnAccountIsNoContextOfAWorkspace() {
        Place place = bench.found();
        String mac = database.tried(
                place.workspaceId(),
                connection -> WorkspaceDatabase.text(connection, "select current_setting('frontless.workspace')"));

        String outcome = database.triedOutside(connection -> {
            WorkspaceDatabase.texts(connection, "select set_config('frontless.account', ?, true)", mac);
            assertThat(WorkspaceDatabase.text(connection, "select count(*) from member"))
                    .isEqualTo("0");
            return outcome(connection, "select frontless.require_context('account')");
        });

        assertThat(outcome).isEqualTo(DENIED);
    }

    @Test
    void contextEndsWithItsTransaction() {
        UUID workspace = fullWorkspace.made();
        assertThat(own(workspace, "select count(*) from record")).isNotEqualTo("0");

        String left = database.triedOutside(connection -> WorkspaceDatabase.text(
                connection, "select coalesce(current_setting('frontless.workspace', true), '')"));

        assertThat(left).isEmpty();
    }

    @Test
    void noRowOfAnotherWorkspaceCanBeRead() {
        UUID mine = fullWorkspace.made();
        UUID other = fullWorkspace.made();

        for (String table : tables()) {
            String count = "select count(*) from frontless." + table + " where workspace_id = ?";
            assertThat(own(other, count, other))
                    .as(table + " in its own workspace")
                    .isNotEqualTo("0");
            assertThat(own(mine, count, other)).as(table).isEqualTo("0");
            assertThat(own(mine, count.replace("= ?", "<> ?"), mine)).as(table).isEqualTo("0");
        }
    }

    @Test
    void noRowOfAnotherWorkspaceCanBeChangedOrDeleted() {
        UUID mine = fullWorkspace.made();
        UUID other = fullWorkspace.made();
        List<String> before = rows(other);

        for (String table : tables()) {
            for (String column : columns(table, "UPDATE")) {
                String update =
                        "update frontless.%s set %s = %s where workspace_id = ?".formatted(table, column, column);
                int changed = database.tried(mine, connection -> WorkspaceDatabase.change(connection, update, other));
                assertThat(changed).as(table + "." + column).isZero();
            }
            String delete = "delete from frontless." + table + " where workspace_id = ?";
            assertThat(changes(mine, delete, other)).as(table).isIn("0", DENIED);
        }
        assertThat(rows(other)).isEqualTo(before);
    }

    @Test
    void noRowOfTheOwnWorkspaceCanBeMovedToAnother() {
        UUID mine = fullWorkspace.made();
        UUID other = fullWorkspace.made();

        for (String table : tables()) {
            String move = "update frontless." + table + " set workspace_id = ? where workspace_id = ?";
            assertThat(changes(mine, move, other, mine)).as(table).isEqualTo(DENIED);
        }
    }

    @Test
    void noRowCanBeInsertedIntoAnotherWorkspace() {
        UUID mine = fullWorkspace.made();
        UUID other = fullWorkspace.made();

        for (String table : tables()) {
            String columns = String.join(", ", columns(table, "INSERT"));
            String insert = "insert into frontless.%s (%s) select %s from jsonb_populate_record(null::frontless.%s, ?)"
                    .formatted(table, columns, columns, table);
            String row = own(other, "select to_jsonb(t)::text from frontless." + table + " t limit 1");

            assertThat(changes(mine, insert, row)).as(table).isEqualTo(DENIED);
            assertThat(changes(other, insert, row).equals(DENIED))
                    .as(table + " in its own workspace is refused")
                    .isEqualTo(Tables.OF_THE_WORKER.contains(table));
        }
    }

    @Test
    void personSeesTheirOwnMembershipsAndNobodyElses() {
        Place mine = bench.found();
        Place other = bench.found();

        String seen = database.tried(
                mine.workspaceId(),
                connection -> WorkspaceDatabase.text(
                        connection,
                        "select count(*) from member where account_id = ?",
                        other.founder().accountId()));

        assertThat(seen).isEqualTo("0");
    }

    private List<String> tables() {
        return database.triedOutside(Tables::ofWorkspaces);
    }

    private List<String> columns(String table, String privilege) {
        return database.triedOutside(connection -> Tables.columns(connection, table, privilege));
    }

    /** All but what the worker adds meanwhile. */
    private List<String> rows(UUID workspace) {
        return tables().stream()
                .filter(table -> !Tables.OF_THE_WORKER.contains(table))
                .map(table -> own(
                        workspace,
                        "select coalesce(string_agg(to_jsonb(t)::text, ';' order by to_jsonb(t)::text), '') from frontless."
                                + table + " t"))
                .toList();
    }

    private String own(UUID workspace, String sql, Object... parameters) {
        return database.tried(workspace, connection -> WorkspaceDatabase.text(connection, sql, parameters));
    }

    /** The number of rows changed, or the SQLSTATE of the refusal. */
    private String changes(UUID workspace, String sql, Object... parameters) {
        return database.tried(workspace, connection -> {
            try {
                return String.valueOf(WorkspaceDatabase.change(connection, sql, parameters));
            } catch (SQLException e) {
                return String.valueOf(e.getSQLState());
            }
        });
    }

    private static String outcome(Connection connection, String sql) {
        try {
            WorkspaceDatabase.texts(connection, sql);
            return DONE;
        } catch (SQLException e) {
            return String.valueOf(e.getSQLState());
        }
    }
}
