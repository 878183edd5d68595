package io.frontless.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Stopping, starting again and coming back after a crash. */
class LifecycleIT {
    private static final Duration END_MAX = Duration.ofSeconds(30);

    @Test
    void stopsCleanlyAndKeepsItsDataThroughStopAndCrash() throws Exception {
        Path data = Workplace.create("lifecycle").resolve("data");

        RunningProduct first = RunningProduct.start(Distribution.built(), data);
        register(first, "first@customer.example");
        first.process().terminate();
        int exit = first.process().awaitExit();

        assertThat(exit).as("as the shell reports SIGTERM").isEqualTo(143);
        assertThat(first.process().output()).contains("Stopped").doesNotContain("Exception");
        assertThat(processesIn(data)).isEmpty();

        RunningProduct second = RunningProduct.start(Distribution.built(), data);
        register(second, "second@customer.example");
        second.process().kill();
        second.process().awaitExit();

        assertThat(processesIn(data)).as("PostgreSQL outlives the JVM").isNotEmpty();

        try (RunningProduct third = RunningProduct.start(Distribution.built(), data)) {
            assertThat(accounts(third)).isEqualTo(2);
        }
        Deadline.awaitTrue("nothing runs in the data directory", END_MAX, () -> processesIn(data)
                .isEmpty());
    }

    private static void register(RunningProduct product, String email) throws Exception {
        String body = "{\"email\":\"%s\",\"name\":\"Somebody\",\"password\":\"correct horse battery staple\"}";
        var request = HttpRequest.newBuilder(product.baseUrl().resolve("api/v1/registrations"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.formatted(email)))
                .build();

        var answer = product.client().send(request, BodyHandlers.ofString());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    }

    private static int accounts(RunningProduct product) throws SQLException {
        try (var connection = product.database().asAdministrator();
                var statement = connection.createStatement();
                var result = statement.executeQuery("select count(*) from mailed_link")) {
            result.next();
            return result.getInt(1);
        }
    }

    private static List<String> processesIn(Path data) {
        return ProcessHandle.allProcesses()
                .flatMap(process -> process.info().commandLine().stream())
                .filter(line -> line.contains(data.toString()))
                .toList();
    }
}
