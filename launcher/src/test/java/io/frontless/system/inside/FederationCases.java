package io.frontless.system.inside;

import static io.frontless.system.inside.OperationCase.stale;
import static io.frontless.system.inside.OperationCase.step;

import io.frontless.operation.AddDirectoryUser;
import io.frontless.operation.ConnectProvider;
import io.frontless.operation.DirectoryEntry;
import io.frontless.operation.DisconnectProvider;
import io.frontless.operation.Operation;
import io.frontless.operation.ProviderTerms;
import io.frontless.operation.RemoveDirectoryUser;
import io.frontless.operation.UpdateDirectoryUser;
import io.frontless.operation.UpdateProvider;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** The cases of operations on providers and on the directory. What only a provider's connection does is in {@code OidcIT}. */
final class FederationCases {
    private static final UUID NEW = new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0011L);

    private FederationCases() {}

    static List<OperationCase> all() {
        return List.of(connect(), updateProvider(), disconnect(), add(), updateUser(), remove());
    }

    static ProviderTerms terms(UUID secret, String domain, String role) {
        return new ProviderTerms(
                "Keycloak",
                "https://login." + domain + "/realms/works",
                "frontless",
                secret,
                List.of(domain),
                role,
                true,
                false,
                480);
    }

    static DirectoryEntry entry(String name, String role) {
        return new DirectoryEntry(name, null, name + "@directory.example", "Ms " + name, true, role);
    }

    /** Makers of random ones. */
    static void makers(Map<Class<? extends Operation>, Function<World, Operation>> makers) {
        makers.put(ConnectProvider.class, world -> new ConnectProvider(world.freshId(), random(world)));
        makers.put(
                UpdateProvider.class,
                world -> new UpdateProvider(world.living("provider").id(), random(world)));
        makers.put(
                DisconnectProvider.class,
                world -> new DisconnectProvider(world.living("provider").id()));
        makers.put(AddDirectoryUser.class, world -> new AddDirectoryUser(world.freshId(), somebody(world)));
        makers.put(
                UpdateDirectoryUser.class,
                world -> new UpdateDirectoryUser(world.living("person").id(), somebody(world)));
        makers.put(
                RemoveDirectoryUser.class,
                world -> new RemoveDirectoryUser(world.living("person").id()));
    }

    private static ProviderTerms random(World world) {
        String domain = world.fresh("d").replace('_', '-') + ".example";
        return terms(world.living("secret").id(), domain, world.one("MEMBER", "VIEWER"));
    }

    private static DirectoryEntry somebody(World world) {
        return entry(
                world.fresh("person"), world.one("MEMBER", world.living("role").key()));
    }

    private static OperationCase connect() {
        return new OperationCase(
                ConnectProvider.class,
                here -> new ConnectProvider(NEW, terms(here.ways().secret(), "second.example", "clerk")),
                here -> Map.of(
                        "role deleted",
                        step(new ConnectProvider(NEW, terms(here.ways().secret(), "second.example", "former"))),
                        "the owner's role",
                        step(new ConnectProvider(NEW, terms(here.ways().secret(), "second.example", "OWNER"))),
                        "no such secret",
                        step(new ConnectProvider(NEW, terms(NEW, "second.example", "clerk"))),
                        "domain of another",
                        step(new ConnectProvider(NEW, terms(here.ways().secret(), "first.example", "clerk")))));
    }

    private static OperationCase updateProvider() {
        return new OperationCase(
                UpdateProvider.class,
                here -> new UpdateProvider(
                        here.ways().provider(), terms(here.ways().secret(), "moved.example", "VIEWER")),
                here -> Map.of(
                        "stale",
                        stale(new UpdateProvider(
                                here.ways().provider(), terms(here.ways().secret(), "moved.example", "VIEWER"))),
                        "nothing to change",
                        step(new UpdateProvider(
                                here.ways().provider(), terms(here.ways().secret(), "first.example", "MEMBER"))),
                        "no such provider",
                        step(new UpdateProvider(NEW, terms(here.ways().secret(), "moved.example", "VIEWER")))));
    }

    private static OperationCase disconnect() {
        return new OperationCase(
                DisconnectProvider.class,
                here -> new DisconnectProvider(here.ways().provider()),
                here -> Map.of(
                        "stale", stale(new DisconnectProvider(here.ways().provider())),
                        "no such provider", step(new DisconnectProvider(NEW))));
    }

    private static OperationCase add() {
        return new OperationCase(
                AddDirectoryUser.class,
                here -> new AddDirectoryUser(NEW, entry("newcomer", "clerk")),
                here -> Map.of(
                        "role deleted", step(new AddDirectoryUser(NEW, entry("newcomer", "former"))),
                        "name taken, in capitals", step(new AddDirectoryUser(NEW, entry("CLERK1", "clerk"))),
                        "id of another", step(new AddDirectoryUser(here.ways().user(), entry("newcomer", "clerk")))));
    }

    private static OperationCase updateUser() {
        return new OperationCase(
                UpdateDirectoryUser.class,
                here -> new UpdateDirectoryUser(here.ways().user(), entry("renamed", "VIEWER")),
                here -> Map.of(
                        "stale", stale(new UpdateDirectoryUser(here.ways().user(), entry("renamed", "VIEWER"))),
                        "no such person", step(new UpdateDirectoryUser(NEW, entry("renamed", "VIEWER")))));
    }

    private static OperationCase remove() {
        return new OperationCase(
                RemoveDirectoryUser.class,
                here -> new RemoveDirectoryUser(here.ways().user()),
                here -> Map.of(
                        "stale", stale(new RemoveDirectoryUser(here.ways().user())),
                        "no such person", step(new RemoveDirectoryUser(NEW))));
    }
}
