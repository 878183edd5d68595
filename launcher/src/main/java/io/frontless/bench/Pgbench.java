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
            select set_config('frontless.workspace', '%3$s', true);
            select 1 from frontless.entity where workspace_id = '%1$s' and entity = 'invoice' for share;
            select entity, deleted_at, label, version from frontless.entity where entity = 'invoice' and workspace_id = '%1$s';
            select * from frontless.field where workspace_id = '%1$s' and entity = 'invoice' order by position;
            select r.version as version, r.data::text as data, r.record_id as id from frontless.record r where r.workspace_id = '%1$s'
              and r.record_id = ('01900000-0000-7000-8000-' || lpad(to_hex(:n::bigint), 12, '0'))::uuid for update \\gset
            update frontless.record set data = data || jsonb_build_object('amount', :amount::bigint), version = version + 1,
              updated_at = clock_timestamp() where workspace_id = '%1$s' and record_id = :id::uuid;
            delete from frontless.field_value where workspace_id = '%1$s' and record_id = :id::uuid and field = 'amount';
            insert into frontless.field_value (workspace_id, entity, field, record_id, number_value)
              values ('%1$s', 'invoice', 'amount', :id::uuid, :amount::bigint * 10000);
            insert into frontless.event (workspace_id, event_id, actor_kind, actor_id, actor_name, action, version, entity, record_id,
              before, after) values ('%1$s', gen_random_uuid(), 'PERSON', '%1$s', 'Ada Bench', 'record.update', :version::bigint + 1, 'invoice',
              :id::uuid, :data::jsonb, :data::jsonb);
            commit;
            """;

    private Pgbench() {}

    /** How many audited updates it makes in a second; empty where it is not installed or fails. */
    static Optional<String> updatesPerSecond(Workbench bench, Invoices invoices, int clients) throws IOException {
        Path script = Files.createTempFile("frontless", ".pgbench");
        try {
            String context = bench.database().context(invoices.workspaceId());
            Files.writeString(script, SCRIPT.formatted(invoices.workspaceId(), invoices.count(), context));
            var builder = new ProcessBuilder(
                            "pgbench",
                            "--no-vacuum",
                            "--protocol=extended",
                            "--client=" + clients,
                            "--jobs=2",
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
