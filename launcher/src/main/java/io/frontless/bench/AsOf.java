package io.frontless.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/**
 * Questions about the past of a workspace with many events, spread over a year in which every record was changed again and again: records as they were at any
 * moment, and the log of any day. The limit is what was promised for the 95th of a hundred.
 */
final class AsOf implements Benchmark {
    private static final int EVENTS = 5_000_000;
    private static final int EVENTS_OF_A_RECORD = 50;
    private static final double PROMISED_MS = 200;
    private static final Duration YEAR = Duration.ofDays(365);

    /** About a kilobyte an event; the first of each record creates it. */
    private static final String FILL = """
            insert into frontless.event (workspace_id, event_id, occurred_at, actor_kind, actor_id, actor_name, action, entity, record_id, before,
              after, version)
            select '$workspace', cast('01910000-0000-7000-8000-' || lpad(to_hex(n), 12, '0') as uuid), timestamptz '$from' + n * interval '$step',
              'PERSON', '$account', 'Ada Bench', case when n < $records then 'record.create' else 'record.update' end, 'invoice',
              cast('01900000-0000-7000-8000-' || lpad(to_hex(n % $records + 1), 12, '0') as uuid),
              case when n >= $records then jsonb_build_object('number', 'INV-' || n % $records + 1, 'client', 'Client ' || n % 1000,
                'amount', n % 9973, 'status', 'pending', 'due_date', '2026-01-01', 'note', repeat(md5(n::text), 9)) end,
              jsonb_build_object('number', 'INV-' || n % $records + 1, 'client', 'Client ' || n % 1000, 'amount', n % 9941, 'status', 'paid',
                'due_date', '2026-01-01', 'note', repeat(md5(n::text), 9)),
              n / $records + 1
            from generate_series(0, $events - 1) n
            """;

    /** The table is as old as its records. */
    private static final String AGED = """
            insert into frontless.event (workspace_id, event_id, occurred_at, actor_kind, actor_id, actor_name, action, entity, before, after, version)
            select e.workspace_id, gen_random_uuid(), timestamptz '$from', e.actor_kind, e.actor_id, e.actor_name, e.action, e.entity, e.before,
              e.after, e.version
            from frontless.event e where e.workspace_id = '$workspace' and e.action = 'entity.create'
            """;

    private static final String CREATED = """
            update frontless.record r set created_at = e.occurred_at from frontless.event e
            where e.workspace_id = '$workspace' and e.action = 'record.create' and r.workspace_id = e.workspace_id and r.record_id = e.record_id
            """;

    @Override
    public String name() {
        return "as-of";
    }

    @Override
    public List<Measurement> measure(Workbench bench) throws IOException, SQLException {
        int events = bench.size(EVENTS);
        bench.settle();
        Invoices invoices = Invoices.in(bench, events / EVENTS_OF_A_RECORD);
        Instant from = Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(YEAR);
        fill(bench, invoices, from, events);
        String history = "workspaces/" + invoices.workspaceId() + "/history/entities/invoice/records";
        String log = "workspaces/" + invoices.workspaceId() + "/events?limit=20&entity=invoice&action=record.update";
        return List.of(
                line(bench, "", () -> history + "?limit=20&at=" + any(from)),
                line(bench, "-record", () -> history + "/" + invoices.any() + "?at=" + any(from)),
                line(bench, "-day", () -> {
                    Instant day = any(from);
                    return log + "&from=" + day + "&until=" + day.plus(Duration.ofDays(1));
                }));
    }

    /** A moment at which every record was there. */
    private static Instant any(Instant from) {
        long seconds = ThreadLocalRandom.current().nextLong(YEAR.toSeconds() / 10, YEAR.toSeconds());
        return from.plusSeconds(seconds);
    }

    private Measurement line(Workbench bench, String part, Supplier<String> path) throws IOException, SQLException {
        Timing timing = bench.duel().alone(number -> new RestRead(bench.person(), path));
        return new Measurement(
                name() + part, timing.p95Ms(), PROMISED_MS, "ms (p95)", 1, timing.p50Ms(), timing.p99Ms());
    }

    private void fill(Workbench bench, Invoices invoices, Instant from, int events) throws IOException, SQLException {
        bench.say(String.format(Locale.ROOT, "filling the log with %,d events", events));
        long stepMs = YEAR.toMillis() / (events + 1);
        for (String sql : List.of(FILL, AGED, CREATED, LogGrowth.SEALED)) {
            bench.database()
                    .fill(sql.replace("$workspace", invoices.workspaceId())
                            .replace("$account", bench.person().accountId())
                            .replace("$records", Integer.toString(invoices.count()))
                            .replace("$events", Integer.toString(events))
                            .replace("$from", from.toString())
                            .replace("$step", stepMs + " milliseconds"));
        }
        bench.database().settle("frontless.event", "frontless.record");
    }
}
