package io.frontless.system.inside;

import static io.frontless.system.inside.OperationCase.stale;
import static io.frontless.system.inside.OperationCase.step;

import io.frontless.operation.CloseConnection;
import io.frontless.operation.ConnectionTerms;
import io.frontless.operation.DeclareConnectionProvider;
import io.frontless.operation.LapseConnection;
import io.frontless.operation.OpenConnection;
import io.frontless.operation.Operation;
import io.frontless.operation.ReauthorizeConnection;
import io.frontless.operation.RemoveConnectionProvider;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** The cases of operations on connections, and on those who provide them. */
final class ConnectionCases {
    private static final UUID NEW = new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0040L);

    private ConnectionCases() {}

    static List<OperationCase> all() {
        return List.of(declare(), remove(), connect(), disconnect(), lapse(), reauthorize());
    }

    static ConnectionTerms terms(UUID secret, String label) {
        return new ConnectionTerms(
                label,
                "https://mail.example",
                "frontless",
                secret,
                List.of("mail.read"),
                List.of("mail.organise"),
                List.of());
    }

    /** Makers of random ones; grants come from outside only, so nothing is connected at random. */
    static void makers(Map<Class<? extends Operation>, Function<World, Operation>> makers) {
        makers.put(
                DeclareConnectionProvider.class,
                world -> new DeclareConnectionProvider(
                        world.freshId(), terms(world.living("mail").id(), world.fresh("Mail"))));
        makers.put(
                RemoveConnectionProvider.class,
                world -> new RemoveConnectionProvider(
                        world.living("mail provider").id()));
    }

    private static OperationCase declare() {
        return new OperationCase(
                DeclareConnectionProvider.class,
                here -> new DeclareConnectionProvider(NEW, terms(here.services().secret(), "Second")),
                here -> Map.of(
                        "no such secret", step(new DeclareConnectionProvider(NEW, terms(NEW, "Second"))),
                        "a secret of something else",
                                step(new DeclareConnectionProvider(
                                        NEW, terms(here.ways().secret(), "Second")))));
    }

    private static OperationCase remove() {
        return new OperationCase(
                RemoveConnectionProvider.class,
                here -> new RemoveConnectionProvider(here.services().unused()),
                here -> Map.of(
                        "stale",
                                stale(new RemoveConnectionProvider(
                                        here.services().unused())),
                        "no such provider", step(new RemoveConnectionProvider(NEW)),
                        "one of which something is connected",
                                step(new RemoveConnectionProvider(
                                        here.services().used()))));
    }

    private static OperationCase connect() {
        return new OperationCase(
                OpenConnection.class,
                here -> new OpenConnection(NEW, "Office", here.services().grant()),
                here -> Map.of(
                        "no such grant", step(new OpenConnection(NEW, "Office", NEW)),
                        "a grant that is used",
                                step(new OpenConnection(
                                        NEW, "Office", here.services().taken()))));
    }

    private static OperationCase disconnect() {
        return new OperationCase(
                CloseConnection.class,
                here -> new CloseConnection(here.services().connection()),
                here -> Map.of(
                        "stale", stale(new CloseConnection(here.services().connection())),
                        "no such connection", step(new CloseConnection(NEW))));
    }

    private static OperationCase lapse() {
        return new OperationCase(
                LapseConnection.class,
                here -> new LapseConnection(here.services().connection()),
                here -> Map.of(
                        "stale", stale(new LapseConnection(here.services().connection())),
                        "one that has lapsed",
                                step(new LapseConnection(here.services().lapsed())),
                        "no such connection", step(new LapseConnection(NEW))));
    }

    private static OperationCase reauthorize() {
        return new OperationCase(
                ReauthorizeConnection.class,
                here -> new ReauthorizeConnection(
                        here.services().lapsed(), here.services().grant()),
                here -> Map.of(
                        "stale",
                        stale(new ReauthorizeConnection(
                                here.services().lapsed(), here.services().grant())),
                        "one that is authorized",
                        step(new ReauthorizeConnection(
                                here.services().connection(), here.services().grant())),
                        "a grant of another level",
                        step(new ReauthorizeConnection(
                                here.services().lapsed(), here.services().higher())),
                        "no such grant",
                        step(new ReauthorizeConnection(here.services().lapsed(), NEW))));
    }
}
