package io.frontless.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/**
 * What depends on the log, with few events and with a hundred times as many in the same workspace; the limit is the time with few. Every record
 * has as many events in both, so that its history is as long.
 */
final class LogGrowth implements Benchmark {
    private static final int EVENTS = 5_000_000;
    private static final int GROWTH = 100;
    private static final int EVENTS_OF_A_RECORD = 50;

    /** About a kilobyte an event. */
    private static final String FILL = """
            insert into frontless.event (workspace_id, event_id, actor_kind, actor_id, actor_name, action, entity, record_id, before, after,
              version)
            select '$workspace', cast('01910000-0000-7000-8000-' || lpad(to_hex(n), 12, '0') as uuid), 'PERSON', '$account', 'Ada Bench',
              'record.update', 'invoice', cast('01900000-0000-7000-8000-' || lpad(to_hex(n / $each + 1), 12, '0') as uuid),
              jsonb_build_object('number', 'INV-' || n / $each + 1, 'client', 'Client ' || n % 1000, 'amount', n % 9973, 'status', 'pending',
                'due_date', '2026-01-01', 'note', repeat(md5(n::text), 9)),
              jsonb_build_object('number', 'INV-' || n / $each + 1, 'client', 'Client ' || n % 1000, 'amount', n % 9941, 'status', 'paid',
                'due_date', '2026-01-01', 'note', repeat(md5(n::text), 9)),
              n % $each + 2
            from generate_series($from, $to - 1) n
            """;

    /** Has the sealer pass over what was filled, which it would else be busy with for minutes. */
    static final String SEALED = """
            insert into frontless.sealing (workspace_id, sealed_before) values ('$workspace', pg_snapshot_xmax(pg_current_snapshot()))
            on conflict (workspace_id) do update set sealed_before = excluded.sealed_before
            """;

    @Override
    public String name() {
        return "log-growth";
    }

    /** The times at one size. */
    private record Times(Timing last, Timing history, Timing update) {}

    @Override
    public List<Measurement> measure(Workbench bench) throws IOException, SQLException {
        int many = bench.size(EVENTS);
        int few = many / GROWTH;
        bench.settle();
        Invoices invoices = Invoices.in(bench, many / EVENTS_OF_A_RECORD);
        fill(bench, invoices, 0, few);
        Times before = times(bench, invoices, few);
        fill(bench, invoices, few, many);
        Times after = times(bench, invoices, many);
        return List.of(
                line("last-20", after.last(), before.last()),
                line("history", after.history(), before.history()),
                line("update", after.update(), before.update()));
    }

    private Measurement line(String part, Timing many, Timing few) {
        return new Measurement(
                name() + "-" + part, many.p50Ms(), few.p50Ms(), "ms (p50)", 1, many.p50Ms(), many.p99Ms());
    }

    private void fill(Workbench bench, Invoices invoices, int from, int to) throws IOException, SQLException {
        bench.say(String.format(Locale.ROOT, "filling the log up to %,d events", to));
        bench.database()
                .fill(FILL.replace("$workspace", invoices.workspaceId())
                        .replace("$account", bench.person().accountId())
                        .replace("$each", Integer.toString(EVENTS_OF_A_RECORD))
                        .replace("$from", Integer.toString(from))
                        .replace("$to", Integer.toString(to)));
        bench.database().fill(SEALED.replace("$workspace", invoices.workspaceId()));
        bench.database().settle("frontless.event");
    }

    private Times times(Workbench bench, Invoices invoices, int events) throws IOException, SQLException {
        bench.say(String.format(Locale.ROOT, "%s with %,d events", name(), events));
        String log = "workspaces/" + invoices.workspaceId() + "/events?limit=20";
        Invoices active = new Invoices(invoices.workspaceId(), events / EVENTS_OF_A_RECORD);
        return new Times(
                bench.duel().alone(number -> new RestRead(bench.person(), () -> log)),
                bench.duel().alone(number -> new RestRead(bench.person(), () -> log + "&record=" + active.any())),
                bench.duel().alone(number -> new RestUpdate(bench, active)));
    }
}
