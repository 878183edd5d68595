package io.frontless.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** PostgreSQL's own load generator with an audited update's statements, where it is installed. */
final class Pgbench {
    private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+)");

    private static final String SCRIPT = """
            \\set n random(1, %2$d)
            \\set amount random(1, 1000000000)
            begin;
            select frontless.require_untouched(true), set_config('frontless.workspace', :context, true), frontless.enter_residence();
            select stamp from frontless.entity where workspace_id = '%1$s' and entity = 'invoice' and deleted_at is null for share;
            select r.version as version, r.data::text as data, r.record_id as id from frontless.record r where r.workspace_id = '%1$s'
              and r.record_id = ('01900000-0000-7000-8000-' || lpad(to_hex(:n::bigint), 12, '0'))::uuid for update \\gset
            \\startpipeline
            update frontless.record set data = data || jsonb_build_object('amount', :amount::bigint), version = version + 1,
              updated_at = clock_timestamp() where workspace_id = '%1$s' and record_id = :id::uuid;
            insert into frontless.field_value (workspace_id, entity, field, record_id, number_value)
              values ('%1$s', 'invoice', 'amount', :id::uuid, :amount::bigint * 10000)
              on conflict (workspace_id, record_id, field) do update set number_value = excluded.number_value;
            insert into frontless.event (workspace_id, event_id, actor_kind, actor_id, actor_name, action, version, entity, record_id,
              before, after, plan_id, step, link)
              select '%1$s', n.event_id, 'PERSON', '%1$s', 'Ada Bench', 'record.update', :version::bigint + 1, 'invoice', :id::uuid,
                :data::jsonb, :data::jsonb, gen_random_uuid(), 's1', sha256(coalesce(p.link, '') || sha256(convert_to(
                  jsonb_build_array('frontless.content.1', n.event_id, :data::jsonb, :data::jsonb)::text, 'UTF8')))
              from (select gen_random_uuid() as event_id) n left join lateral (select l.link from frontless.event l
                where l.workspace_id = '%1$s' and l.record_id = :id::uuid order by l.seq desc limit 1) p on true;
            \\endpipeline
            commit;
            """;

    private Pgbench() {}

    /** How many audited updates it makes in a second; empty where it is not installed or fails. */
    static Optional<String> updatesPerSecond(Workbench bench, Invoices invoices, int clients) throws IOException {
        Path script = Files.createTempFile("frontless", ".pgbench");
        try {
            String context = bench.database().context(invoices.workspaceId());
            Files.writeString(script, SCRIPT.formatted(invoices.workspaceId(), invoices.count()));
            var builder = new ProcessBuilder(
                            "pgbench",
                            "--no-vacuum",
                            "--protocol=extended",
                            "--client=" + clients,
                            "--jobs=2",
                            // As a variable: within the script its colon would begin the name of one.
                            "--define=context=" + context,
                            "--time=" + bench.options().seconds(),
                            "--file=" + script)
                    .redirectErrorStream(true);
            builder.environment().putAll(bench.database().environment());
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Matcher tps = TPS.matcher(output);
            if (tps.find()) {
                return Optional.of(tps.group(1));
            }
            bench.say("pgbench failed: " + output.lines().skip(1).limit(2).collect(Collectors.joining(" ")));
            return Optional.empty();
        } catch (IOException | java.sql.SQLException e) {
            // Not installed: it only is information.
            return Optional.empty();
        } finally {
            Files.deleteIfExists(script);
        }
    }
}
