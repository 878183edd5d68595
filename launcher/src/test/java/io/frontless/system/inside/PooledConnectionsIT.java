package io.frontless.system.inside;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontless.kernel.Ids;
import io.frontless.workspace.control.Workspaces;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * Requests of many workspaces share the pool's connections, while transactions fail, time out and lose their connection: none ever sees a row of
 * another workspace. {@code FRONTLESS_POOLED} says how many requests, {@code FRONTLESS_POOLED_SEED} what they are; who comes first is chance.
 */
class PooledConnectionsIT extends InsideApplication {
    private static final int WORKSPACES = 12;
    private static final int THREADS = 12;

    @Inject
    Bench bench;

    @Inject
    Ids ids;

    @Inject
    WorkspaceDatabase database;

    @EJB
    Workspaces workspaces;

    @Test
    void noRequestSeesARowOfAnotherWorkspaceWhateverHappenedOnItsConnection() throws Exception {
        int requests = setting("FRONTLESS_POOLED", 5_000);
        int seed = setting("FRONTLESS_POOLED_SEED", 1);
        List<Place> places = new ArrayList<>();
        for (int workspace = 0; workspace < WORKSPACES; workspace++) {
            Crowd crowd = Crowd.in(bench);
            crowd.things(bench, ids, "Thing");
            places.add(crowd.place());
        }
        PooledRequests worker = new PooledRequests(places, database, workspaces);

        run(worker, requests, seed);

        System.getLogger(getClass().getName()).log(System.Logger.Level.INFO, "seed " + seed + ": " + worker);
        assertThat(worker.foreign()).as("seed " + seed).isEmpty();
        assertThat(worker.unexpected()).as("seed " + seed).isEmpty();
        assertThat(worker.requests()).isEqualTo(requests);
        assertThat(worker.done()).as(worker.toString()).isGreaterThan(requests / 2L);
        assertThat(worker.mishaps())
                .as(worker.toString())
                .allSatisfy((kind, count) -> assertThat(count).as(kind).isPositive());
    }

    private static void run(PooledRequests worker, int requests, int seed) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                int share = requests / THREADS + (thread < requests % THREADS ? 1 : 0);
                long its = seed * 1_000L + thread;
                running.add(threads.submit(() -> worker.work(share, its)));
            }
            for (Future<?> one : running) {
                requireEnded(one);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static void requireEnded(Future<?> one) throws InterruptedException {
        try {
            one.get();
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        }
    }

    private static int setting(String name, int otherwise) {
        String value = System.getenv(name);
        return value == null ? otherwise : Integer.parseInt(value);
    }
}
