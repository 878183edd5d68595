package io.frontless.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What it costs that the database verifies the workspace's MAC in every statement. The limit is the same command on the same database with the function that
 * verifies replaced by one that believes: a change of this benchmark's own database, for which the product has no switch.
 */
final class TenantContext implements Benchmark {
    private static final int RECORDS = 10_000;
    private static final int CLIENTS = 16;
    private static final String SIGNATURE = "frontless.verified_context(text)";

    private static final String BELIEVES = """
            create or replace function frontless.verified_context(setting text) returns uuid
            language plpgsql stable security definer set search_path = frontless, pg_temp
            as $$
            declare
              context text := nullif(current_setting('frontless.' || setting, true), '');
            begin
              if context is null then
                return null;
              end if;
              return split_part(context, ':', 1)::uuid;
            end
            $$
            """;

    @Override
    public String name() {
        return "tenant-context";
    }

    @Override
    public List<Measurement> measure(Workbench bench) throws IOException, SQLException {
        bench.settle();
        Invoices invoices = Invoices.in(bench, RECORDS);
        bench.say(name());
        return List.of(
                line(bench, name(), number -> new RestUpdate(bench, invoices)),
                line(bench, name() + "-statements", number -> new BareUpdate(bench, invoices)));
    }

    private static Measurement line(Workbench bench, String name, Worker.Maker command)
            throws IOException, SQLException {
        String verifies = bench.database().text("select pg_get_functiondef('" + SIGNATURE + "'::regprocedure)");
        List<Timing> with = new ArrayList<>();
        List<Timing> without = new ArrayList<>();
        Duel duel = bench.duel();
        try (Crew crew = new Crew(CLIENTS, command)) {
            var unused = crew.work(duel.warmUp());
            for (int turn = 0; turn < duel.rounds(); turn++) {
                without.add(round(bench, crew, BELIEVES));
                with.add(round(bench, crew, verifies));
            }
        } finally {
            bench.database().fill(verifies);
        }
        Timing product = Timing.median(with);
        return new Measurement(
                name,
                product.perSecond(),
                Timing.median(without).perSecond(),
                "updates/s",
                CLIENTS,
                product.p50Ms(),
                product.p99Ms());
    }

    /** After a little work, since every connection plans anew what calls the function. */
    private static Timing round(Workbench bench, Crew crew, String function) throws IOException, SQLException {
        bench.database().fill(function);
        var unused = crew.work(bench.duel().warmUp().dividedBy(3));
        return crew.work(bench.duel().round());
    }
}
