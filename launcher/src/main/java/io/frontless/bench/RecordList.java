package io.frontless.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Filter, sort and the first 20 of a million records, which a view asks for, against the same query on an ordinary table with an index made for it: over REST,
 * and the product's statement alone.
 */
final class RecordList implements Benchmark {
    private static final int RECORDS = 1_000_000;
    private static final String QUERY = """
            {"entity": "invoice", "filter": {"field": "status", "op": "eq", "value": "pending"},
             "sort": [{"field": "amount", "descending": true}], "limit": 20}
            """;
    /** What an index is to the ordinary table. */
    private static final String VIEW = """
            [{"op": "view.create", "params": {"entity": "invoice", "view": {"label": "Open ones, the largest first",
              "filter": {"field": "status", "op": "eq", "value": "pending"}, "sort": [{"field": "amount", "descending": true}]}}}]
            """;

    private static final String WITH_TOTAL = "?status=pending&sort=-amount&limit=20";

    private static final String ORDINARY_TABLE = """
            create table bench.invoice as
            select r.record_id, r.version, r.data->>'number' as number, r.data->>'client' as client,
              (r.data->>'amount')::numeric as amount, r.data->>'status' as status, (r.data->>'due_date')::date as due_date
            from frontless.record r where r.workspace_id = '$workspace'
            """;
    private static final String ORDINARY_QUERY = "select record_id, version, number, client, amount, status, due_date"
            + " from bench.invoice where status = 'pending' order by amount desc, record_id limit 20";

    private static final String ORDINARY_COUNT = "select count(*) from bench.invoice where status = 'pending'";

    @Override
    public String name() {
        return "list";
    }

    @Override
    public List<Measurement> measure(Workbench bench) throws IOException, SQLException {
        bench.settle();
        Invoices invoices = Invoices.in(bench, bench.size(RECORDS));
        bench.database()
                .fill(
                        "drop schema if exists bench cascade",
                        "create schema bench",
                        ORDINARY_TABLE.replace("$workspace", invoices.workspaceId()),
                        "alter table bench.invoice add primary key (record_id)",
                        "create index on bench.invoice (status, amount desc, record_id)",
                        "grant usage on schema bench to frontless_app",
                        "grant select on bench.invoice to frontless_app");
        bench.person().run(invoices.workspaceId(), VIEW);
        bench.database().settle("bench.invoice", "frontless.ordered_value");
        bench.say(name() + " of " + invoices.count() + " records");
        Duel.Outcome statement = bench.duel()
                .fight(
                        1,
                        number -> new BareSearch(bench.database(), invoices.workspaceId()),
                        number -> new BareRead(bench.database(), ORDINARY_QUERY));
        Duel.Outcome page = bench.duel()
                .fight(
                        1,
                        number ->
                                new RestRead(bench.person(), "workspaces/" + invoices.workspaceId() + "/query", QUERY),
                        number -> new BareRead(bench.database(), ORDINARY_QUERY));
        Duel.Outcome withTotal = bench.duel()
                .fight(
                        1,
                        number -> new RestRead(bench.person(), () -> invoices.path() + WITH_TOTAL),
                        number -> new BareRead(bench.database(), ORDINARY_QUERY, ORDINARY_COUNT));
        return List.of(
                line(name() + "-query", statement, "ms (p50)", Timing::p50Ms),
                line(name(), page, "ms (p50)", Timing::p50Ms),
                line(name() + "-p95", page, "ms (p95)", Timing::p95Ms),
                line(name() + "-with-total", withTotal, "ms (p50)", Timing::p50Ms));
    }

    private static Measurement line(
            String name, Duel.Outcome outcome, String unit, ToDoubleFunction<Timing> percentile) {
        Timing product = outcome.product();
        return new Measurement(
                name,
                percentile.applyAsDouble(product),
                percentile.applyAsDouble(outcome.limit()),
                unit,
                1,
                product.p50Ms(),
                product.p99Ms());
    }
}
