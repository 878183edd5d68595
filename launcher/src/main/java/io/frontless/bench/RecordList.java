package io.frontless.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/** Filter, sort and the first 20 of a million records, against the same query on an ordinary table that was made for it. */
final class RecordList implements Benchmark {
    private static final int RECORDS = 1_000_000;
    private static final String FILTER_SORT = "?status=pending&sort=-amount&limit=20";

    private static final String ORDINARY_TABLE = """
            create table bench.invoice as
            select r.record_id, r.version, r.data->>'number' as number, r.data->>'client' as client,
              (r.data->>'amount')::numeric as amount, r.data->>'status' as status, (r.data->>'due_date')::date as due_date
            from frontless.record r where r.workspace_id = '$workspace'
            """;
    private static final String ORDINARY_QUERY = "select record_id, version, number, client, amount, status, due_date"
            + " from bench.invoice where status = 'pending' order by amount desc, record_id limit 20";

    @Override
    public String name() {
        return "list";
    }

    @Override
    public List<Measurement> measure(Workbench bench) throws IOException, SQLException {
        Invoices invoices = Invoices.in(bench, bench.size(RECORDS));
        bench.database()
                .fill(
                        "drop schema if exists bench cascade",
                        "create schema bench",
                        ORDINARY_TABLE.replace("$workspace", invoices.workspaceId()),
                        "alter table bench.invoice add primary key (record_id)",
                        "create index on bench.invoice (status, amount desc, record_id)",
                        "vacuum (analyze) bench.invoice",
                        "grant usage on schema bench to frontless_app",
                        "grant select on bench.invoice to frontless_app");
        bench.say(name() + " of " + invoices.count() + " records");
        Duel.Outcome outcome = bench.duel()
                .fight(
                        1,
                        number -> new RestRead(bench.person(), () -> invoices.path() + FILTER_SORT),
                        number -> new BareRead(bench.database(), ORDINARY_QUERY));
        Timing product = outcome.product();
        Timing limit = outcome.limit();
        return List.of(
                new Measurement(
                        name(), product.p50Ms(), limit.p50Ms(), "ms (p50)", 1, product.p50Ms(), product.p99Ms()),
                new Measurement(
                        name() + "-p95",
                        product.p95Ms(),
                        limit.p95Ms(),
                        "ms (p95)",
                        1,
                        product.p50Ms(),
                        product.p99Ms()));
    }
}
