package io.frontless.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * What sealing costs and how far it is behind: updates with it against updates while it is held up; the time from an event to its signed head under that
 * load; how long the verifier, a program of its own, needs for a million events in the database; and how fast they go out as an export.
 */
final class SealedLog implements Benchmark {
    private static final int EVENTS = 1_000_000;
    private static final int EVENTS_OF_A_FILL = 100_000;
    private static final int RECORDS = 10_000;
    private static final int CLIENTS = 4;
    private static final double LAG_MS_MAX = 3_000;
    private static final double VERIFY_S_MAX = 60;
    private static final long LOOK_AGAIN_MS = 200;
    private static final long LOOKS_MAX = 5 * 60 * 30;

    /** As the application writes them, each of a record of its own. */
    private static final String FILL = """
            insert into frontless.event (workspace_id, event_id, actor_kind, actor_id, actor_name, action, entity, record_id, before, after,
              version, salt, link)
            select cast(w as uuid), i, 'PERSON', cast(a as uuid), 'Ada Bench', 'record.update', 'invoice', r, b, n, 2, s,
              sha256(sha256(convert_to(cast(jsonb_build_array('frontless.content.1', s, w, i, 'PERSON', a, 'Ada Bench', null, null, null,
                'record.update', 'invoice', r, 2, null, null, null, null, b, n) as text), 'UTF8')))
            from (select '$workspace' as w, '$account' as a, gen_random_uuid() as s, gen_random_uuid() as i, gen_random_uuid() as r,
              jsonb_build_object('number', 'INV-' || g, 'client', 'Client ' || g % 1000, 'amount', g % 9973, 'status', 'pending',
                'due_date', '2026-01-01') as b,
              jsonb_build_object('number', 'INV-' || g, 'client', 'Client ' || g % 1000, 'amount', g % 9941, 'status', 'paid',
                'due_date', '2026-01-01') as n
              from generate_series(1, $events) g) x
            """;

    private static final String LAG = """
            select percentile_cont(array[0.5, 0.95, 0.99]) within group (order by 1000 * extract(epoch from h.signed_at - e.occurred_at))
            from frontless.event e
              join frontless.event_leaf l on l.workspace_id = e.workspace_id and l.log = 'event' and l.seq = e.seq
              cross join lateral (select h.signed_at from frontless.tree_head h where h.workspace_id = e.workspace_id and h.size > l.position
                order by h.size limit 1) h
            where e.workspace_id = cast(? as uuid) and e.action = 'record.update'
            """;

    @Override
    public String name() {
        return "sealed-log";
    }

    @Override
    public List<Measurement> measure(Workbench bench) throws IOException, SQLException {
        List<Measurement> lines = new ArrayList<>(updates(bench));
        int events = bench.size(EVENTS);
        String workspace = filled(bench, events);
        lines.add(verify(bench, workspace, events));
        lines.add(LogExport.measure(bench, workspace, events));
        return lines;
    }

    private List<Measurement> updates(Workbench bench) throws IOException, SQLException {
        bench.settle();
        Invoices invoices = Invoices.in(bench, RECORDS);
        awaitSealed(bench, invoices.workspaceId());
        List<Double> with = new ArrayList<>();
        List<Double> without = new ArrayList<>();
        for (int round = 0; round < bench.options().rounds(); round++) {
            bench.say("sealing, round " + (round + 1));
            with.add(alone(bench, invoices));
            awaitSealed(bench, invoices.workspaceId());
            try (Connection held = bench.database().asAdministrator()) {
                held.setAutoCommit(false);
                try (var statement = held.createStatement()) {
                    statement.execute("select from frontless.sealing where workspace_id = '" + invoices.workspaceId()
                            + "' for update");
                }
                without.add(alone(bench, invoices));
                held.rollback();
            }
            // What was held up would count as lag.
            awaitSealed(bench, invoices.workspaceId());
        }
        Invoices watched = Invoices.in(bench, RECORDS);
        var unused = alone(bench, watched);
        awaitSealed(bench, watched.workspaceId());
        String[] lag = bench.database()
                .text(LAG, watched.workspaceId())
                .replaceAll("[{}]", "")
                .split(",", -1);
        return List.of(
                new Measurement(
                        "sealing",
                        Timing.median(with, Double::doubleValue),
                        Timing.median(without, Double::doubleValue),
                        "updates/s",
                        CLIENTS,
                        0,
                        0),
                new Measurement(
                        "seal-lag",
                        Double.parseDouble(lag[1]),
                        LAG_MS_MAX,
                        "ms (p95)",
                        CLIENTS,
                        Double.parseDouble(lag[0]),
                        Double.parseDouble(lag[2])));
    }

    private static double alone(Workbench bench, Invoices invoices) throws IOException, SQLException {
        try (Crew crew = new Crew(CLIENTS, number -> new RestUpdate(bench, invoices))) {
            return crew.work(bench.options().round()).perSecond();
        }
    }

    /** A workspace with so many sealed events. */
    private static String filled(Workbench bench, int events) throws IOException, SQLException {
        String workspace = bench.person().found("Verified");
        String fill = FILL.replace("$workspace", workspace)
                .replace("$account", bench.person().accountId())
                .replace("$events", Integer.toString(EVENTS_OF_A_FILL));
        for (int filled = 0; filled < events; filled += EVENTS_OF_A_FILL) {
            bench.database().fill(fill);
        }
        Stopwatch watch = new Stopwatch();
        // An event through the product makes it look.
        bench.person().run(workspace, "[{\"op\": \"savepoint.create\", \"params\": {\"savepoint\": \"filled\"}}]");
        awaitSealed(bench, workspace);
        bench.say(String.format(Locale.ROOT, "%,d events sealed in %.1f s", events, watch.lapS()));
        bench.database().settle("frontless.event", "frontless.event_leaf");
        return workspace;
    }

    private static Measurement verify(Workbench bench, String workspace, int events) throws IOException {
        Stopwatch watch = new Stopwatch();
        String said = verifier(bench, workspace);
        double verifiedS = watch.lapS();
        bench.say(String.format(Locale.ROOT, "verified in %.1f s: %s", verifiedS, said));
        double perMillion = verifiedS * EVENTS / events;
        return new Measurement(
                "verify", perMillion, VERIFY_S_MAX, "s a million", 1, verifiedS * 1_000, verifiedS * 1_000);
    }

    private static void awaitSealed(Workbench bench, String workspace) throws IOException, SQLException {
        String unsealed =
                "select exists (select from frontless.event e where e.workspace_id = cast(? as uuid) and not exists ("
                        + "select from frontless.event_leaf l where l.workspace_id = e.workspace_id and l.log = 'event' and l.seq = e.seq))";
        for (long look = 0; look < LOOKS_MAX; look++) {
            if (bench.database().text(unsealed, workspace).equals("f")) {
                return;
            }
            pause();
        }
        throw new IOException("the log of workspace " + workspace + " was not sealed");
    }

    private static void pause() throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("broken off", e);
        }
    }

    /** Runs it as an auditor does, and answers what it says at last. */
    private static String verifier(Workbench bench, String workspace) throws IOException {
        Path key = Files.createTempFile("frontless-audit", ".pem");
        try (var client = bench.person().connect()) {
            Files.writeString(key, client.require("GET", "audit-keys", ""));
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin/java").toString(),
                            "-jar",
                            Path.of(System.getProperty("frontless.home", "."), "lib/frontless-verifier.jar")
                                    .toString(),
                            "--key",
                            key.toString(),
                            "--workspace",
                            workspace,
                            "--database",
                            bench.database().url(),
                            "--user",
                            "postgres",
                            "--password-file",
                            bench.database()
                                    .data()
                                    .resolve("secrets/admin-password")
                                    .toString())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IOException("the verifier says: " + said);
            }
            return said.strip();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("broken off", e);
        } finally {
            Files.deleteIfExists(key);
        }
    }
}
