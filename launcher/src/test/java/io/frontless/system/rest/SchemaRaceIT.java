package io.frontless.system.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontless.system.Deadline;
import io.frontless.system.RunningProduct;
import io.frontless.system.SystemTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What happens when a schema and the records it rules are changed at the same time. */
@SystemTest
class SchemaRaceIT {
    private static final Duration WAIT_MAX = Duration.ofSeconds(8);
    private static final String RECORD =
            "{\"operations\": [{\"op\": \"record.create\", \"params\": {\"entity\": \"task\", \"values\": {\"number\": \"T-1\"}}}]}";

    private final RunningProduct product;

    SchemaRaceIT(RunningProduct product) {
        this.product = product;
    }

    @Test
    void recordDoesNotSlipPastARuleThatIsBeingMade() throws SQLException {
        Client client = Client.signedIn(product);
        String workspace = client.found("Race");
        client.run(workspace, "create a table Task with number and due date");
        String id = workspace.substring(workspace.lastIndexOf('/') + 1);

        try (Connection maker = product.database().asAdministrator();
                Connection watcher = product.database().asAdministrator()) {
            maker.setAutoCommit(false);
            change(maker, "select 1 from frontless.entity where workspace_id = ? and entity = 'task' for update", id);
            CompletableFuture<Answer> creation =
                    CompletableFuture.supplyAsync(() -> client.post(workspace + "/plans", RECORD));
            Deadline.awaitTrue("the creation waits for the rule", WAIT_MAX, () -> waiting(watcher));
            change(
                    maker,
                    "update frontless.field set required = true where workspace_id = ? and field = 'due_date' returning 1",
                    id);
            maker.commit();

            Answer refused = creation.join().having(400);
            assertThat(refused.text("detail")).contains("due_date");
        }
    }

    private static void change(Connection connection, String sql, String workspace) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, UUID.fromString(workspace));
            statement.executeQuery();
        }
    }

    private static boolean waiting(Connection watcher) throws SQLException {
        try (Statement statement = watcher.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select 1 from pg_stat_activity where wait_event_type = 'Lock' and query like '%frontless.entity%'")) {
            return rows.next();
        }
    }
}
