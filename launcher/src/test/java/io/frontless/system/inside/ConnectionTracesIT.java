package io.frontless.system.inside;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontless.identity.control.Links;
import io.frontless.workspace.control.Membership;
import io.frontless.workspace.control.Workspaces;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What SQL that got into one transaction leaves on its pooled connection does nothing to the next transaction, which may be another workspace's. */
class ConnectionTracesIT extends InsideApplication {
    /** More than the pool has connections, so that each of them is met. */
    private static final int TRANSACTIONS = 60;

    /** The pool asks a connection once a second at most whether it is still open. */
    private static final Duration RECOVERY_MAX = Duration.ofSeconds(20);

    @Inject
    Bench bench;

    @Inject
    WorkspaceDatabase database;

    @EJB
    Workspaces workspaces;

    @EJB
    Links links;

    @Test
    void nextTransactionWorksOnNoConnectionOnWhichSomethingWasLeft() {
        Place victim = bench.found();
        Place attacker = bench.found();

        for (String trace : List.of(
                "prepare mine as select 1",
                "declare mine cursor with hold for select 1",
                "set search_path = public",
                "set standard_conforming_strings = off",
                "set default_transaction_read_only = on",
                "set transform_null_equals = on",
                "set synchronous_commit = off",
                "select set_config('frontless.workspace', current_setting('frontless.workspace'), false)")) {
            requireRecovered(victim);

            database.done(attacker.workspaceId(), connection -> executed(connection, trace));

            int refused = 0;
            for (int run = 0; run < TRANSACTIONS; run++) {
                refused += label(victim).isEmpty() ? 1 : 0;
            }
            assertThat(refused).as(trace).isPositive();
        }
        requireRecovered(victim);
    }

    /** The driver prepares what is run often under names that can be guessed, and SQL can give such a name to another statement. */
    @Test
    void statementThatWasExchangedOnAConnectionIsRunForNobody() {
        Place attacker = bench.found();
        Place victim = bench.found();
        requireRecovered(victim);
        List<Membership> before = workspaces.of(victim.founder().accountId());
        for (int run = 0; run < TRANSACTIONS; run++) {
            workspaces.of(victim.founder().accountId());
            workspaces.enter(victim.founder().actor(), victim.workspaceId());
        }

        int exchanged = database.done(attacker.workspaceId(), ConnectionTracesIT::exchange);

        int refused = 0;
        for (int run = 0; run < TRANSACTIONS; run++) {
            answered(() -> workspaces.enter(victim.founder().actor(), victim.workspaceId()))
                    .ifPresent(caller -> assertThat(caller.access().role()).isEqualTo("OWNER"));
            Optional<List<Membership>> memberships =
                    answered(() -> workspaces.of(victim.founder().accountId()));
            memberships.ifPresent(found -> assertThat(found).isEqualTo(before));
            refused += memberships.isEmpty() ? 1 : 0;
        }
        assertThat(exchanged).isPositive();
        assertThat(refused).isPositive();
        requireRecovered(victim);
    }

    @Test
    void whoHasNotSignedInIsServedOnNoConnectionOnWhichSomethingWasLeft() {
        Place attacker = bench.found();
        requireRecovered(attacker);

        database.done(attacker.workspaceId(), connection -> executed(connection, "prepare mine as select 1"));

        int refused = 0;
        for (int run = 0; run < TRANSACTIONS; run++) {
            refused += answered(this::told).isEmpty() ? 1 : 0;
        }
        assertThat(refused).isPositive();
        requireRecovered(attacker);
    }

    private boolean told() {
        links.tell("somebody@bench.example", new Links.Letter("Subject", "Text"));
        return true;
    }

    /** Gives the name of every statement that the driver has prepared to one that answers nothing. */
    private static int exchange(Connection connection) throws SQLException {
        String prepared = "select name from pg_prepared_statements where not from_sql";
        // What the driver has dropped, it closes with its next statement: only the second answer holds no such names.
        WorkspaceDatabase.texts(connection, prepared);
        List<String> names = WorkspaceDatabase.texts(connection, prepared);
        for (String name : names) {
            executed(connection, "deallocate \"" + name + "\"; prepare \"" + name + "\" as select null where false");
        }
        return names.size();
    }

    /** The workspace's own label; nothing if the transaction failed. */
    private Optional<String> label(Place place) {
        Optional<String> seen = answered(() -> database.tried(
                place.workspaceId(),
                connection -> WorkspaceDatabase.text(connection, "select string_agg(label, '') from workspace")));
        seen.ifPresent(label -> assertThat(label).isEqualTo("Bench"));
        return seen;
    }

    private static <T> Optional<T> answered(Supplier<T> question) {
        try {
            return Optional.of(question.get());
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    /** Soon every transaction is done again, on connections that are whole. */
    private void requireRecovered(Place place) {
        long begun = System.nanoTime();
        int inARow = 0;
        while (inARow < TRANSACTIONS) {
            inARow = label(place).isPresent() ? inARow + 1 : 0;
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(RECOVERY_MAX);
        }
    }

    private static boolean executed(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            return statement.execute(sql);
        }
    }
}
