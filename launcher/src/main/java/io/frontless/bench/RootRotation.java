package io.frontless.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Keys of workspaces that are wrapped by the next root key, in the running product with all that belongs to it, beside as many bare wraps by the token.
 * The promise is given as the product itself gives it, in the outbox.
 */
final class RootRotation implements Benchmark {
    private static final int KEYS = 1_000;
    private static final long LOOK_AGAIN_MS = 2;
    private static final double NS_PER_S = 1e9;
    private static final double MS_PER_S = 1e3;

    private static final String PROMISE = "insert into frontless.outbox (kind, payload) values ('installation-key',"
            + " '{\"key\": \"root\", \"version\": %d, \"destroy\": false}')";

    private static final String DONE =
            "select count(*) from frontless.workspace_key where wrapped_key is not null and root_version = %d";

    @Override
    public String name() {
        return "root-rotation";
    }

    @Override
    public List<Measurement> measure(Workbench bench) throws IOException, SQLException {
        bench.say(name());
        int keys = bench.size(KEYS);
        for (int count = 0; count < keys; count++) {
            var unused = bench.person().found("Rotated " + count);
        }
        Measurement wraps = VaultOpen.require(VaultProcess.measure(bench), "token-wrap");
        List<Double> rates = new ArrayList<>();
        for (int round = 0; round < bench.options().rounds(); round++) {
            rates.add(rotate(bench));
        }
        double product = Timing.median(rates, Double::doubleValue);
        return List.of(
                new Measurement(name(), product, wraps.product(), "keys/s", 1, MS_PER_S / product, MS_PER_S / product));
    }

    /** Keys in a second, from the first batch that is seen to be done to the last. */
    private static double rotate(Workbench bench) throws IOException, SQLException {
        int next = 1
                + Integer.parseInt(bench.database()
                        .text("select max(root_version) from frontless.workspace_key where wrapped_key is not null"));
        long all = Long.parseLong(
                bench.database().text("select count(*) from frontless.workspace_key where wrapped_key is not null"));
        try (var connection = bench.database().asAdministrator();
                var statement = connection.createStatement()) {
            statement.execute(PROMISE.formatted(next));
            long firstNs = 0;
            long first = 0;
            while (true) {
                long done;
                try (var rows = statement.executeQuery(DONE.formatted(next))) {
                    rows.next();
                    done = rows.getLong(1);
                }
                if (first == 0 && done > 0) {
                    first = done;
                    firstNs = System.nanoTime();
                }
                if (done >= all) {
                    return (all - first) * NS_PER_S / (System.nanoTime() - firstNs);
                }
                Thread.sleep(LOOK_AGAIN_MS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
