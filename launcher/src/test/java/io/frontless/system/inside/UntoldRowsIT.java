package io.frontless.system.inside;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * PostgreSQL tries a condition before a policy wherever that is thought to be cheaper, and {@code EXPLAIN ANALYZE} tells what ran. So whatever a policy
 * needs must run whether a foreign row fulfils the condition or not.
 */
class UntoldRowsIT extends InsideApplication {

    /** What makes the planner choose its ways: as it likes, by going through the table, by an index, by a bitmap of one, and where no condition costs anything. */
    private static final List<List<String>> WAYS = List.of(
            List.of(),
            List.of("enable_indexscan = off", "enable_indexonlyscan = off", "enable_bitmapscan = off"),
            List.of("enable_seqscan = off", "enable_bitmapscan = off"),
            List.of("enable_seqscan = off", "enable_indexscan = off", "enable_indexonlyscan = off"),
            List.of(
                    "enable_indexscan = off",
                    "enable_indexonlyscan = off",
                    "enable_bitmapscan = off",
                    "cpu_operator_cost = 0"));

    /** Conditions on a column that cost less than a policy, or as much, and that are the same for all own rows. */
    private static final List<String> EQUAL =
            List.of("%1$s = any (cast(array[%2$s] as %3$s[]))", "not %1$s = any (cast(array[%2$s] as %3$s[]))");

    private static final List<String> ORDERED =
            List.of("%1$s >= any (cast(array[%2$s] as %3$s[]))", "%1$s <= cast(%2$s as %3$s)");

    /** A value of each type that no row has. */
    private static final Map<String, String> NEVER = Map.of(
            "text", "'never-in-any-row'",
            "uuid", "'0000dead-0000-4000-8000-00000000dead'",
            "bytea", "'\\xdeaddeaddeaddeaddeaddead'",
            "bigint", "-77",
            "integer", "-77",
            "timestamp with time zone", "'1970-01-02'",
            "date", "'1970-01-02'");

    private static final String NEVER_RUN = "never executed";
    private static final int AGAIN_MAX = 5;
    private static final int CHOSEN_ALIKE_LEAST = 10;

    /** A line that is there, or says more, only where something ran. */
    private static final Pattern WHAT_RAN = Pattern.compile(" *(Rows Removed by|Heap Fetches|Heap Blocks).*");

    /** A condition that a constraint of the table excludes. */
    private static final String NOTHING_TO_DO = "One-Time Filter: false";

    @Inject
    FullWorkspace fullWorkspace;

    @Inject
    WorkspaceDatabase database;

    /** A column, a value that only rows of others have, and one that no row has. */
    private record Foreign(String table, String column, String type, String value, String never) {}

    @Test
    void noPlanTellsWhetherAForeignRowHasAValue() throws SQLException {
        UUID mine = fullWorkspace.made();
        fullWorkspace.made();
        List<Foreign> foreign = foreign(mine);
        assertThat(foreign).hasSizeGreaterThan(100);
        int compared = 0;
        int chosenOtherwise = 0;

        for (List<String> way : WAYS) {
            for (Foreign of : foreign) {
                for (String condition : EQUAL) {
                    String told = plan(mine, way, of, condition, of.value());
                    String untold = plan(mine, way, of, condition, of.never());
                    // What others write meanwhile changes how many rows there are, but not again and again.
                    for (int again = 0; again < AGAIN_MAX && !told.equals(untold); again++) {
                        told = plan(mine, way, of, condition, of.value());
                        untold = plan(mine, way, of, condition, of.never());
                    }
                    if (!told.equals(untold) && isOwnByNow(mine, of)) {
                        continue;
                    }
                    if (chosen(told).equals(chosen(untold))) {
                        compared++;
                        assertThat(told).as(of + " " + condition + " " + way).isEqualTo(untold);
                    } else {
                        chosenOtherwise++;
                    }
                }
            }
        }
        assertThat(compared)
                .as("compared, beside " + chosenOtherwise)
                .isGreaterThan(CHOSEN_ALIKE_LEAST * chosenOtherwise);
    }

    /** Whether the workspace has come to have the value itself, as when its log is witnessed meanwhile; asked past the policies, which are what is tried. */
    private boolean isOwnByNow(UUID mine, Foreign of) throws SQLException {
        if (!columns(of.table()).contains("workspace_id")) {
            return false;
        }
        try (Connection administrator = DatabaseRole.ADMINISTRATOR.connect()) {
            return !WorkspaceDatabase.texts(
                            administrator,
                            "select 1 from frontless.%s where %s = any (cast(array[%s] as %s[])) and workspace_id = '%s'"
                                    .formatted(of.table(), of.column(), of.value(), of.type(), mine))
                    .isEmpty();
        }
    }

    /**
     * The plan without what ran of it. Which one is chosen may differ by value: PostgreSQL estimates by statistics of all rows ("What remains" in
     * docs/tenancy.md).
     */
    private static String chosen(String plan) {
        return plan.lines()
                .filter(line -> !WHAT_RAN.matcher(line).matches())
                .map(line -> line.replaceAll("\\((actual .*|never executed)\\)", ""))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void whatAPolicyNeedsRunsWhicheverConditionIsTriedBeforeIt() throws SQLException {
        UUID mine = fullWorkspace.made();
        fullWorkspace.made();

        for (List<String> way : WAYS) {
            for (Foreign of : foreign(mine)) {
                for (String condition : ORDERED) {
                    assertThat(plan(mine, way, of, condition, of.value()))
                            .as(of + " " + condition + " " + way)
                            .doesNotContain(NEVER_RUN);
                }
            }
            for (String table : tables()) {
                for (String column : columns(table)) {
                    for (String condition : List.of(column + " is null", column + " is not null")) {
                        String plan = plan(mine, way, table, condition);
                        assertThat(plan.contains(NEVER_RUN) && !plan.contains(NOTHING_TO_DO))
                                .as(table + " where " + condition + " " + way + "\n" + plan)
                                .isFalse();
                    }
                }
            }
        }
    }

    /** What the plan is, with the array of the value taken out. */
    private String plan(UUID workspace, List<String> way, Foreign of, String condition, String value) {
        String sql = condition.formatted(of.column(), value, of.type());
        return plan(workspace, way, of.table(), sql).replaceAll("'\\{.*?}'", "?");
    }

    private String plan(UUID workspace, List<String> way, String table, String condition) {
        return database.tried(workspace, connection -> {
            for (String setting : way) {
                WorkspaceDatabase.change(connection, "set local " + setting);
            }
            return String.join(
                    "\n",
                    WorkspaceDatabase.texts(
                            connection,
                            "explain (analyze, costs off, timing off, summary off) select 1 from frontless." + table
                                    + " where " + condition));
        });
    }

    private List<Foreign> foreign(UUID mine) throws SQLException {
        List<Foreign> all = new ArrayList<>();
        try (Connection administrator = DatabaseRole.ADMINISTRATOR.connect()) {
            for (String table : tables()) {
                for (String column : columns(table)) {
                    String type = type(administrator, table, column);
                    String never = NEVER.get(type);
                    if (never != null) {
                        String values =
                                "select distinct quote_literal(cast(%s as text)) from frontless.%s where %s is not null"
                                        .formatted(column, table, column);
                        TreeSet<String> others = new TreeSet<>(WorkspaceDatabase.texts(administrator, values));
                        others.removeAll(
                                database.<List<String>>tried(mine, own -> WorkspaceDatabase.texts(own, values)));
                        others.stream()
                                .findFirst()
                                .ifPresent(value -> all.add(new Foreign(table, column, type, value, never)));
                    }
                }
            }
        }
        return all;
    }

    private static String type(Connection connection, String table, String column) throws SQLException {
        return WorkspaceDatabase.text(
                connection,
                "select format_type(atttypid, null) from pg_attribute where attrelid = cast(? as regclass) and attname = ?",
                "frontless." + table,
                column);
    }

    /** Those that hold anything; a plan may tell of one that holds nothing. */
    private List<String> tables() throws SQLException {
        List<String> all = new ArrayList<>(database.<List<String>>triedOutside(Tables::ofWorkspaces));
        all.addAll(Tables.OF_ACCOUNTS);
        try (Connection administrator = DatabaseRole.ADMINISTRATOR.connect()) {
            List<String> filled = new ArrayList<>();
            for (String table : all) {
                if (!WorkspaceDatabase.texts(administrator, "select 1 from frontless." + table + " limit 1")
                        .isEmpty()) {
                    filled.add(table);
                }
            }
            return filled;
        }
    }

    private List<String> columns(String table) {
        return database.triedOutside(connection -> Tables.columns(connection, table, "SELECT"));
    }
}
