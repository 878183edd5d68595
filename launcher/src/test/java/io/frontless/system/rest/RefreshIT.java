package io.frontless.system.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontless.system.Deadline;
import io.frontless.system.Distribution;
import io.frontless.system.Neighbours;
import io.frontless.system.RunningProduct;
import io.frontless.system.Workplace;
import io.frontless.system.keycloak.KeycloakExtension;
import io.frontless.system.keycloak.RunningKeycloak;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Two nodes on one database, many who use the same connections at the same time, tokens that expire again and again, and refresh tokens that are good once: there is one renewal for each
 * expiry, and no grant is lost, also when a node is killed. {@code FRONTLESS_EXPIRIES} says how often each of the connections expires.
 */
@ExtendWith(KeycloakExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefreshIT {
    private static final int CONNECTIONS = 3;
    private static final int WORKERS = 6;

    private static final Duration LOOK_MAX = Duration.ofSeconds(2);
    private static final Duration WAIT_MAX = Duration.ofSeconds(30);

    /** The lock of a grant's renewal, as the database lists it. */
    private static final String RENEWALS = """
            select 1 from pg_locks l join frontless.connection_grant g
              on (cast(l.classid as bigint) << 32 | cast(l.objid as bigint)) = hashtextextended(g.workspace_id::text || g.secret_id::text, 400)
            where l.locktype = 'advisory' and l.granted and g.workspace_id = '%s'""";

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final RunningKeycloak keycloak;
    private final Map<String, String> environment;
    private final RunningProduct first;

    RefreshIT(RunningKeycloak keycloak, Neighbours neighbours) {
        this.keycloak = keycloak;
        environment = neighbours.environment();
        first = RunningProduct.start(
                Distribution.built(), Workplace.create("refresh").resolve("data"), environment);
    }

    @AfterAll
    void stop() {
        threads.shutdownNow();
        first.close();
    }

    @Test
    void eachExpiryIsRenewedOnceAndAKilledNodeLosesNothing() throws Exception {
        int expiries = setting("FRONTLESS_EXPIRIES", 30);
        Service service = Service.of(first, keycloak, 0);
        List<String> connections = connected(service);
        RunningProduct second = first.beside(Distribution.built(), environment);
        List<Client> nodes =
                List.of(service.company().owner, service.company().owner.at(second));

        for (int expiry = 1; expiry <= expiries; expiry++) {
            expire(service);
            if (expiry == expiries / 2) {
                CompletableFuture<Void> work = work(service, connections, nodes, true);
                killOutsideOfAnExchange(second, service);
                work.get(1, TimeUnit.MINUTES);
                nodes = List.of(service.company().owner);
            }
            work(service, connections, nodes, false).get(1, TimeUnit.MINUTES);
            assertThat(renewals(service)).as("after expiry %d", expiry).containsOnly(Integer.toString(expiry));
        }

        assertThat(service.seen("REFRESH_TOKEN")).isEqualTo(expiries * CONNECTIONS);
        assertThat(service.seen("REFRESH_TOKEN_ERROR")).isZero();
        assertThat(service.list()).allMatch(one -> one.get("authorized").getAsBoolean());
    }

    /** The provider has renewed the token and nobody could keep the new one: a provider that takes the old one once more loses nothing by it. */
    @Test
    void nodeThatIsKilledInTheMiddleOfAnExchangeLosesNothingWhereTheOldTokenIsGoodOnceMore() throws Exception {
        Service service = Service.of(first, keycloak, 1);
        String connection = killInTheMiddle(service);

        check(service.company().owner, service, connection).having(200);

        assertThat(service.connection(connection).get("authorized").getAsBoolean())
                .isTrue();
        assertThat(service.seen("REFRESH_TOKEN"))
                .as("the lost one, and the one after it")
                .isGreaterThanOrEqualTo(2);
    }

    /** And one that does not is asked once, and then a person. */
    @Test
    void nodeThatIsKilledInTheMiddleOfAnExchangeLeavesAtMostOneToBeAuthorizedAnew() throws Exception {
        Service service = Service.of(first, keycloak, 0);
        String connection = killInTheMiddle(service);

        check(service.company().owner, service, connection).having(409);
        check(service.company().owner, service, connection).having(409);

        assertThat(service.seen("REFRESH_TOKEN_ERROR")).isEqualTo(1);
        assertThat(service.back(service.company().owner, service.agree(service.beginAgain(connection), "person0")))
                .doesNotContain("problem");
        check(service.company().owner, service, connection).having(200);
    }

    /** Answers the connection whose renewal the killed node has begun, and the provider has finished. */
    private String killInTheMiddle(Service service) throws Exception {
        String connection = connected(service).get(0);
        RunningProduct second = first.beside(Distribution.built(), environment);
        Client there = service.company().owner.at(second);
        expire(service);
        CompletableFuture<Void> cut;
        // Nothing of what the provider answers can be kept while somebody else holds the row.
        try (Connection holder = first.database().asAdministrator();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("select from frontless.connection_grant where workspace_id = '"
                    + service.company().id() + "' for update");
            cut = CompletableFuture.runAsync(() -> use(there, service, connection), threads);
            Deadline.awaitTrue(
                    "the provider has renewed what nobody keeps", WAIT_MAX, () -> service.seen("REFRESH_TOKEN") == 1);
            second.process().kill();
            second.process().awaitExit();
        }
        cut.exceptionally(gone -> null).get(1, TimeUnit.MINUTES);
        Deadline.awaitTrue("the lock ends with its node", WAIT_MAX, () -> !isRenewing(service));
        return connection;
    }

    private static List<String> connected(Service service) {
        String provider = service.declare();
        List<String> connections = new ArrayList<>();
        for (int number = 0; number < CONNECTIONS; number++) {
            service.person("person" + number);
            connections.add(service.connect(provider, 1, "person" + number));
        }
        return connections;
    }

    /** Many use all connections by all nodes; where one may be killed meanwhile, what it does not answer is no failure. */
    private CompletableFuture<Void> work(
            Service service, List<String> connections, List<Client> nodes, boolean mayBeKilled) {
        List<CompletableFuture<Void>> work = new ArrayList<>();
        for (int worker = 0; worker < WORKERS; worker++) {
            Client node = nodes.get(worker % nodes.size());
            boolean fragile = mayBeKilled && worker % nodes.size() > 0;
            work.add(CompletableFuture.runAsync(
                    () -> {
                        for (String connection : connections) {
                            if (fragile) {
                                use(node, service, connection);
                            } else {
                                check(node, service, connection).having(200);
                            }
                        }
                    },
                    threads));
        }
        return CompletableFuture.allOf(work.toArray(CompletableFuture[]::new));
    }

    /** Uses a connection at a node that may be killed. */
    private static void use(Client node, Service service, String connection) {
        try {
            check(node, service, connection).having(200);
        } catch (UncheckedIOException killed) {
            assertThat(killed).hasMessageNotContaining("certificate");
        }
    }

    /** Stops it, looks whether it is between the provider and the database, and kills it at a moment when it is not. */
    private void killOutsideOfAnExchange(RunningProduct node, Service service) {
        Deadline.awaitTrue("a moment outside of an exchange", WAIT_MAX, () -> {
            node.process().pause();
            if (endsWithin(LOOK_MAX, service)) {
                node.process().kill();
                return true;
            }
            node.process().goOn();
            return false;
        });
        node.process().awaitExit();
    }

    /** Whether no renewal is under way any more: those of the other node end by themselves. */
    private boolean endsWithin(Duration limit, Service service) throws SQLException {
        long end = System.nanoTime() + limit.toNanos();
        while (isRenewing(service)) {
            if (System.nanoTime() > end) {
                return false;
            }
        }
        return true;
    }

    private boolean isRenewing(Service service) throws SQLException {
        return !first.database()
                .texts(RENEWALS.formatted(service.company().id()))
                .isEmpty();
    }

    private List<String> renewals(Service service) throws SQLException {
        return first.database()
                .texts("select renewals from frontless.connection_grant where workspace_id = '"
                        + service.company().id() + "'");
    }

    private void expire(Service service) throws SQLException {
        first.database()
                .change(
                        "update frontless.connection_grant set renew_at = clock_timestamp(), expires_at = clock_timestamp()"
                                + " where workspace_id = '" + service.company().id() + "'");
    }

    private static Answer check(Client client, Service service, String connection) {
        return client.post(service.path() + "/" + connection + "/check", "{}");
    }

    private static int setting(String name, int otherwise) {
        String value = System.getenv(name);
        return value == null ? otherwise : Integer.parseInt(value);
    }
}
