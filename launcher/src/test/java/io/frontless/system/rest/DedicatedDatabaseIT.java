package io.frontless.system.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.frontless.launcher.SecondPostgres;
import io.frontless.system.Deadline;
import io.frontless.system.Distribution;
import io.frontless.system.ProductDatabase;
import io.frontless.system.RunningProduct;
import io.frontless.system.Workplace;
import io.frontless.system.inside.CatalogueRules;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A workspace is moved to a second PostgreSQL server and back, while things go wrong: it always lives in one database, and nowhere else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DedicatedDatabaseIT {
    private static final Duration SERVED_AGAIN_MAX = Duration.ofSeconds(60);

    /** What copying itself writes: stamps of the schema, and what the log says of the move. */
    private static final String[] TOUCHED = {"entity", "event", "workspace"};

    private SecondPostgres second;
    private RunningProduct product;
    private ProductDatabase shared;
    private ProductDatabase dedicated;

    @BeforeAll
    void start() {
        Path folder = Workplace.create("dedicated");
        second = SecondPostgres.start(Distribution.built().home(), folder.resolve("second"));
        product = RunningProduct.start(Distribution.built(), folder.resolve("data"), second.settings("acme"));
        shared = product.database();
        dedicated = new ProductDatabase(second.folder());
    }

    @AfterAll
    void stop() {
        product.close();
        second.close();
    }

    @Test
    void movedWorkspaceIsTheSameAndNothingOfItReachesTheSharedDatabaseAgain() throws SQLException {
        Client owner = Client.signedIn(product);
        String workspace = furnished(owner, "Moved");
        Operator operator = new Operator(product);
        List<String> before = StoredRows.allBut(shared, workspace, TOUCHED);
        Answer records = owner.get(workspace + "/entities/invoice/records").having(200);

        JsonObject place = operator.moved(workspace, "acme");

        assertThat(place.get("database").getAsString()).isEqualTo("acme");
        assertThat(place.get("copyOn").getAsString()).isEqualTo("shared");
        assertThat(StoredRows.allBut(dedicated, workspace, TOUCHED)).isEqualTo(before);
        assertThat(owner.get(workspace + "/entities/invoice/records").body()).isEqualTo(records.body());
        assertThat(owner.get("workspaces").list("workspaces").toString()).contains("Moved");
        JsonObject event =
                owner.get(workspace + "/events?limit=1").list("events").get(0);
        assertThat(event.get("action").getAsString()).isEqualTo("workspace.move");
        assertThat(event.toString()).contains("OPERATOR", "ada", "acme");

        List<String> copy = StoredRows.allBut(shared, workspace);
        JsonObject undo = owner.post(
                        workspace + "/undo", Client.object("event", event(owner, workspace, "record.update")))
                .having(201)
                .json();
        owner.execute(workspace, undo).having(200);
        owner.run(workspace, "add invoice INV-3 for Globex, 70");
        assertThat(owner.get(workspace + "/entities/invoice/records").body())
                .contains("INV-3", "pending")
                .doesNotContain("paid\"");
        guestJoins(owner, workspace);
        assertThat(StoredRows.allBut(shared, workspace)).as("the copy").isEqualTo(copy);

        operator.confirm(workspace).having(202);
        operator.rested(workspace);
        assertThat(StoredRows.allBut(shared, workspace)).allMatch(state -> state.contains(" 0 "));
        assertThat(owner.get(workspace + "/events?limit=1").body()).contains("workspace.confirm-move");
        owner.run(workspace, "add invoice INV-4 for Globex, 71");
        assertThat(StoredRows.allBut(shared, workspace)).allMatch(state -> state.contains(" 0 "));
    }

    @Test
    void workspaceThatIsMovedBackIsTheSameAndItsCopyIsKeptUntilConfirmed() {
        Client owner = Client.signedIn(product);
        String workspace = furnished(owner, "There and back");
        Operator operator = new Operator(product);
        operator.moved(workspace, "acme");
        owner.run(workspace, "add invoice INV-3 for Globex, 70");
        List<String> there = StoredRows.allBut(dedicated, workspace, TOUCHED);

        JsonObject place = operator.moved(workspace, "shared");

        assertThat(place.get("database").getAsString()).isEqualTo("shared");
        assertThat(StoredRows.allBut(shared, workspace, TOUCHED)).isEqualTo(there);
        owner.run(workspace, "add invoice INV-4 for Globex, 71");
        assertThat(StoredRows.allBut(dedicated, workspace, TOUCHED)).isEqualTo(there);
        operator.confirm(workspace).having(202);
        operator.rested(workspace);
        assertThat(StoredRows.allBut(dedicated, workspace)).allMatch(state -> state.contains(" 0 "));
        assertThat(owner.get(workspace + "/entities/invoice/records").body()).contains("INV-4");
    }

    @Test
    void withItsDatabaseDownOnlyThatWorkspaceFailsAndItComesBackByItself() throws SQLException {
        Client owner = Client.signedIn(product);
        String workspace = furnished(owner, "Alone");
        String other = furnished(owner, "Neighbour");
        Operator operator = new Operator(product);
        operator.moved(workspace, "acme");
        operator.confirm(workspace).having(202);
        operator.rested(workspace);

        second.down();
        try {
            for (String path : List.of("/entities", "/events", "/entities/invoice/records", "/me")) {
                assertThat(owner.get(workspace + path).status()).as(path).isEqualTo(503);
            }
            owner.post(workspace + "/turns", Client.object("text", "show all invoices"))
                    .having(503);
            owner.run(other, "add invoice INV-9 for Globex, 70");
            assertThat(owner.get("workspaces").having(200).body()).contains("Neighbour", "not available");
            Client.signedIn(product).found("New");
            assertThat(StoredRows.allBut(shared, workspace)).allMatch(state -> state.contains(" 0 "));
        } finally {
            second.up();
        }

        Deadline.awaitTrue(
                "the workspace is served again",
                SERVED_AGAIN_MAX,
                () -> owner.get(workspace + "/entities").status() == 200);
        owner.run(workspace, "add invoice INV-3 for Globex, 70");
        assertThat(StoredRows.allBut(shared, workspace)).allMatch(state -> state.contains(" 0 "));
    }

    @Test
    void copyThatDiffersIsNotTakenAndTheWorkspaceGoesOnWhereItWas() throws SQLException {
        Client owner = Client.signedIn(product);
        String workspace = furnished(owner, "Unlike");
        Operator operator = new Operator(product);
        dedicated.change("create function public.alter_label() returns trigger language plpgsql as"
                + " 'begin new.label := new.label || chr(33); return new; end'");
        dedicated.change("create trigger unlike before insert on frontless.field for each row"
                + " execute function public.alter_label()");

        JsonObject place;
        try {
            place = operator.moved(workspace, "acme");
        } finally {
            dedicated.change("drop trigger unlike on frontless.field");
            dedicated.change("drop function public.alter_label()");
        }

        assertThat(place.get("database").getAsString()).isEqualTo("shared");
        assertThat(place.get("failure").getAsString()).contains("copy of field differs");
        assertThat(StoredRows.allBut(dedicated, workspace)).allMatch(state -> state.contains(" 0 "));
        owner.run(workspace, "add invoice INV-3 for Globex, 70");
        assertThat(operator.moved(workspace, "acme").get("database").getAsString())
                .isEqualTo("acme");
    }

    @Test
    void serverThatIsKilledInTheMiddleLeavesTheWorkspaceInOneDatabaseAndGoesOn() throws SQLException {
        Client owner = Client.signedIn(product);
        String workspace = furnished(owner, "Killed");
        Operator operator = new Operator(product);
        List<String> before = StoredRows.allBut(shared, workspace, TOUCHED);

        try (Connection copying = locking(dedicated, "turn")) {
            operator.move(workspace, "acme").having(202);
            awaitWaiting(dedicated, "turn");
            assertThat(operator.phase(workspace)).isEqualTo("COPYING");
            owner.get(workspace + "/entities/invoice/records").having(200);
            Answer refused = owner.post(workspace + "/turns", Client.object("text", "add invoice INV-7 for A, 1"));
            assertThat(refused.status()).as(refused.body()).isEqualTo(503);
            assertThat(refused.body()).contains("being moved");
            assertThat(StoredRows.allBut(shared, workspace, TOUCHED)).isEqualTo(before);
            restartKilled();
            copying.rollback();
        }
        assertThat(new Operator(product).rested(workspace).get("database").getAsString())
                .isEqualTo("acme");
        assertThat(StoredRows.allBut(dedicated, workspace, TOUCHED)).isEqualTo(before);

        try (Connection arrived = locking(shared, "seat")) {
            new Operator(product).move(workspace, "shared").having(202);
            awaitWaiting(shared, "seat");
            assertThat(new Operator(product).phase(workspace)).isEqualTo("ARRIVED");
            restartKilled();
            arrived.abort(Runnable::run);
        }
        assertThat(new Operator(product).rested(workspace).get("database").getAsString())
                .isEqualTo("shared");
        Client again = owner.at(product);
        assertThat(moves(again, workspace)).hasSize(2);
        again.run(workspace, "add invoice INV-5 for Globex, 71");
    }

    @Test
    void dedicatedDatabaseKeepsTheRulesOfTheSharedOneAndBelievesNoContextOfAnother() throws Exception {
        Client owner = Client.signedIn(product);
        String moved = furnished(owner, "Guarded");
        String stayed = furnished(owner, "Stayed");
        new Operator(product).moved(moved, "acme");
        UUID id = UUID.fromString(moved.replace("workspaces/", ""));
        UUID other = UUID.fromString(stayed.replace("workspaces/", ""));
        ContextMaker own = new ContextMaker(product.data().resolve("secrets/databases/acme/context-key"));
        ContextMaker sharedKey = new ContextMaker(product.data().resolve("secrets/context-key"));

        try (Connection administrator = dedicated.asAdministrator()) {
            for (String rule : CatalogueRules.names()) {
                assertThat(CatalogueRules.offenders(rule, administrator))
                        .as(rule)
                        .isEmpty();
            }
        }
        assertThat(told(acmeApplication(), null, "select count(*) from record")).isEqualTo("0");
        assertThat(told(acmeApplication(), own.of(id), "select count(*) from record"))
                .isEqualTo("2");
        assertThat(told(acmeApplication(), own.of(id), "select frontless.enter_residence()"))
                .isEqualTo("t");
        assertThat(told(acmeApplication(), sharedKey.of(id), "select count(*) from record"))
                .isEqualTo("0");
        assertThat(told(acmeApplication(), sharedKey.of(id), "select frontless.enter_residence()"))
                .isEqualTo("42501");
        assertThat(told(acmeApplication(), own.of(other), "select frontless.enter_residence()"))
                .isEqualTo("FL001");
        assertThat(told(acmeApplication(), own.of(id), "delete from event")).isEqualTo("42501");
        assertThat(told(acmeApplication(), own.of(id), "update residence set standing = 'OPEN'"))
                .isEqualTo("42501");
        assertThat(told(acmeApplication(), own.of(id), "select * from placement"))
                .isEqualTo("42501");
        assertThat(told(shared.asApplication(), sharedKey.of(id), "select frontless.enter_residence()"))
                .as("the copy is not served")
                .isEqualTo("FL001");
        assertThat(told(shared.asOwner(), sharedKey.of(id), "delete from event"))
                .as("not leaving")
                .isEqualTo("42501");
        assertThat(told(shared.asApplication(), own.of(id), "select frontless.enter_residence()"))
                .isEqualTo("42501");
    }

    @Test
    void nobodyButTheOperatorMovesAndOnlyToWhatIsConfigured() {
        Client owner = Client.signedIn(product);
        String workspace = furnished(owner, "Mine");
        Operator operator = new Operator(product);
        String path = workspace.replace("workspaces/", "operator/placements/");

        owner.get(path).having(403);
        owner.post(path + "/move", Client.object("database", "acme", "operator", "me"))
                .having(403);
        new Client(product).get(path).having(401);
        operator.move(workspace, "elsewhere").having(400);
        operator.move(workspace, "shared").having(409);
        operator.move("workspaces/" + UUID.randomUUID(), "acme").having(404);
        operator.status("workspaces/" + UUID.randomUUID()).having(404);
        operator.confirm(workspace).having(409);
        owner.post(
                        workspace + "/plans",
                        "{\"operations\": [{\"op\": \"workspace.move\", \"params\": {\"database\": \"acme\"}}]}")
                .having(403);
        assertThat(operator.status(workspace).text("database")).isEqualTo("shared");
    }

    @Test
    void operatorMovesByTheProgramThatStartsTheProductAndIsToldWhatIsWrong() throws Exception {
        String workspace = furnished(Client.signedIn(product), "By command");
        String id = workspace.substring(workspace.indexOf('/') + 1);

        assertThat(command("status", id)).contains("\"database\":\"shared\"");
        assertThat(command("move", id, "elsewhere")).contains("expected one of shared, acme");
        assertThat(command("move", id)).contains("Something is missing", "Usage: workspace status ID");
        assertThat(command("move", id, "acme")).contains("\"movingTo\":\"acme\"");
        assertThat(new Operator(product).rested(workspace).get("database").getAsString())
                .isEqualTo("acme");
        assertThat(command("confirm", id)).contains("\"phase\":\"CONFIRMED\"");
        new Operator(product).rested(workspace);
        assertThat(command("status", id)).contains("\"copyOn\":null");
    }

    private String command(String... words) throws IOException {
        List<String> command =
                new ArrayList<>(List.of(Distribution.built().program().toString(), "workspace"));
        command.addAll(List.of(words));
        command.addAll(List.of("--data", product.data().toString(), "--port", String.valueOf(product.port())));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return new String(builder.start().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private void guestJoins(Client owner, String workspace) {
        String email = "guest-" + UUID.randomUUID() + "@works.example";
        JsonObject plan = owner.post(
                        workspace + "/plans",
                        "{\"operations\": [{\"op\": \"member.invite\", \"params\": {\"email\": \"" + email
                                + "\", \"role\": \"MEMBER\"}}]}")
                .having(201)
                .json();
        owner.execute(workspace, plan).having(200);
        Client guest = new Client(product);
        String token = guest.mailedToken(email, "invitation");
        guest.register(email).having(202);
        guest.confirm(email).having(204);
        guest.signIn(email).having(201);

        guest.accept(token).having(201);

        guest.get(workspace + "/entities").having(200);
        assertThat(guest.get("workspaces").body()).contains(workspace.replace("workspaces/", ""));
        assertThat(owner.get(workspace + "/members").having(200).body()).contains(email);
        guest.patch("account", Client.object("name", "Grace Renamed").toString(), Map.of())
                .having(204);
        Deadline.awaitTrue(
                "the new name is known where the workspace lives",
                SERVED_AGAIN_MAX,
                () -> owner.get(workspace + "/members").body().contains("Grace Renamed"));
    }

    private void restartKilled() {
        product.process().kill();
        product.process().awaitExit();
        product = RunningProduct.start(Distribution.built(), product.data(), second.settings("acme"));
    }

    private static Connection locking(ProductDatabase database, String table) throws SQLException {
        Connection connection = database.asAdministrator();
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("lock table frontless." + table + " in access exclusive mode");
        }
        return connection;
    }

    private static void awaitWaiting(ProductDatabase database, String table) {
        Deadline.awaitTrue("somebody waits for " + table, SERVED_AGAIN_MAX, () -> !database.texts(
                        "select 1 from pg_locks where not granted and relation = 'frontless." + table + "'::regclass")
                .isEmpty());
    }

    private Connection acmeApplication() throws SQLException {
        return dedicated.asApplication(product.data().resolve("secrets/databases/acme/app-password"));
    }

    /** The first value, or the SQLSTATE of the refusal. */
    private static String told(Connection connection, @Nullable String context, String sql) throws SQLException {
        try (connection;
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            if (context != null) {
                statement.execute("select set_config('frontless.workspace', '" + context + "', true)");
            }
            try (var rows = statement.executeQuery(sql)) {
                rows.next();
                return rows.getString(1);
            }
        } catch (SQLException e) {
            return e.getSQLState();
        }
    }

    private static String event(Client owner, String workspace, String action) {
        return events(owner, workspace, action).get(0).get("event_id").getAsString();
    }

    private static List<JsonObject> moves(Client owner, String workspace) {
        return events(owner, workspace, "workspace.move");
    }

    private static List<JsonObject> events(Client owner, String workspace, String action) {
        return owner.get(workspace + "/events?limit=100").list("events").stream()
                .filter(event -> event.get("action").getAsString().equals(action))
                .toList();
    }

    private static String furnished(Client owner, String label) {
        String workspace = owner.found(label);
        owner.run(workspace, "create a table Invoice with number, client, amount and status (pending, paid)");
        owner.run(workspace, "add invoice INV-1 for Acme, 1200, pending");
        owner.run(workspace, "add invoice INV-2 for Acme, 300, pending");
        owner.run(workspace, "mark invoice INV-1 as paid");
        return workspace;
    }
}
