package io.frontless.system.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontless.system.Distribution;
import io.frontless.system.RunningProduct;
import io.frontless.system.Workplace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/**
 * The server's JVM is killed while commands run, again and again on the same data: what was acknowledged is there, nothing is half there, and what was
 * cut off can be sent again. {@code FRONTLESS_KILLS} says how often; each kill leaves a line in {@code kill/rounds.txt} of the {@link Workplace}.
 */
class KillIT {
    private static final int WORKERS = 4;
    private static final int BUSY_MS_MIN = 500;
    private static final int BUSY_MS_MAX = 2_500;
    private static final String TABLE = "create a table Invoice with number, client, amount and status (pending, paid)";

    @Test
    void nothingAcknowledgedIsLostAndNothingIsHalfDone() throws Exception {
        int kills = setting("FRONTLESS_KILLS", 2);
        int seed = setting("FRONTLESS_KILLS_SEED", 1);
        Path folder = Workplace.create("kill");
        RunningProduct product = RunningProduct.start(Distribution.built(), folder.resolve("data"));
        Client client = Client.signedIn(product);
        String workspace = client.found("Killed");
        client.run(workspace, TABLE);

        for (int round = 0; round < kills; round++) {
            Random random = new Random(seed + round);
            List<KillWorker> workers = new ArrayList<>();
            for (int worker = 0; worker < WORKERS; worker++) {
                workers.add(new KillWorker(client, workspace, random.nextLong()));
            }
            killAtWork(product, workers, random);
            product = RunningProduct.start(Distribution.built(), product.data());
            client = client.at(product);
            String line = "kill " + (round + 1) + ", seed " + (seed + round) + ": " + proof(product, client, workers);
            Files.writeString(
                    folder.resolve("rounds.txt"), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
        product.close();
    }

    private static void killAtWork(RunningProduct product, List<KillWorker> workers, Random random) {
        ExecutorService threads = Executors.newFixedThreadPool(WORKERS);
        try {
            CompletableFuture<?>[] busy = workers.stream()
                    .map(worker -> CompletableFuture.runAsync(worker, threads))
                    .toArray(CompletableFuture[]::new);
            // Nothing is waited for here: the moment of the kill is what chance decides.
            int pauseMs = BUSY_MS_MIN + random.nextInt(BUSY_MS_MAX - BUSY_MS_MIN);
            long end = System.nanoTime() + Duration.ofMillis(pauseMs).toNanos();
            while (System.nanoTime() < end) {
                LockSupport.parkNanos(end - System.nanoTime());
            }
            product.process().kill();
            product.process().awaitExit();
            CompletableFuture.allOf(busy).join();
        } finally {
            threads.shutdownNow();
        }
    }

    /** Checks everything and tells the figures. */
    private static String proof(RunningProduct product, Client client, List<KillWorker> workers) throws SQLException {
        KilledRows rows = new KilledRows(product.database(), workers.get(0).workspaceId());
        int acknowledged = 0;
        int doneUnheard = 0;
        for (KillWorker worker : workers) {
            for (KillWorker.Acknowledged one : worker.acknowledged()) {
                rows.requireDone(one);
            }
            acknowledged += worker.acknowledged().size();
            doneUnheard += rows.ofKey(worker.lastKey()) == 1 ? 1 : 0;
        }
        assertThat(rows.contradictions()).isEmpty();
        assertThat(rows.plansHalfDone()).isEmpty();
        for (KillWorker worker : workers) {
            Answer again = worker.repeatLast(client);
            assertThat(again.status()).as(again.body()).isBetween(200, 201);
            assertThat(rows.ofKey(worker.lastKey())).as("one effect of one key").isEqualTo(1);
        }
        assertThat(acknowledged).as("commands acknowledged before the kill").isPositive();
        assertThat(rows.contradictions()).isEmpty();
        return acknowledged + " acknowledged, all there; of " + workers.size() + " cut off, " + doneUnheard
                + " were done";
    }

    private static int setting(String name, int otherwise) {
        String value = System.getenv(name);
        return value == null ? otherwise : Integer.parseInt(value);
    }
}
