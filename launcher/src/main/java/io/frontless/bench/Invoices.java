package io.frontless.bench;

import java.io.IOException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** A workspace with many invoices, filled in the product's own tables as the product itself would have. */
record Invoices(String workspaceId, int count) {
    private static final String ENTITY = """
            [{"op": "entity.create", "params": {"entity": "invoice", "label": "Invoice", "fields": [
              {"key": "number", "label": "Number", "type": "text", "required": true, "unique": true},
              {"key": "client", "label": "Client", "type": "text"},
              {"key": "amount", "label": "Amount", "type": "money"},
              {"key": "status", "label": "Status", "type": "choice", "options": ["pending", "paid"]},
              {"key": "due_date", "label": "Due date", "type": "date"}]}}]
            """;

    private static final String ID = "cast('01900000-0000-7000-8000-' || lpad(to_hex(n), 12, '0') as uuid)";

    private static final String RECORDS = """
            insert into frontless.record (workspace_id, entity, record_id, version, data)
            select '$workspace', 'invoice', $id, 1, jsonb_build_object('number', 'INV-' || lpad(n::text, 7, '0'),
              'client', 'Client ' || n % 1000, 'amount', n % 9973, 'status', case n % 10 when 0 then 'pending' else 'paid' end,
              'due_date', to_char(date '2026-01-01' + n % 365, 'YYYY-MM-DD'))
            from generate_series(1, $count) n
            """;

    private static final String VALUES = """
            insert into frontless.field_value
              (workspace_id, entity, field, record_id, text_value, number_value, time_value, unique_key)
            select '$workspace', 'invoice', v.field, $id, v.text_value, v.number_value, v.time_value, v.unique_key
            from generate_series(1, $count) n, lateral (values
              ('number', 'inv-' || lpad(n::text, 7, '0'), null::bigint, null::timestamptz, 'inv-' || lpad(n::text, 7, '0')),
              ('client', 'client ' || n % 1000, null, null, null),
              ('amount', null, n % 9973 * 10000::bigint, null, null),
              ('status', case n % 10 when 0 then 'pending' else 'paid' end, null, null, null),
              ('due_date', null, null, timestamptz '2026-01-01 00:00:00Z' + n % 365 * interval '1 day', null))
              as v(field, text_value, number_value, time_value, unique_key)
            """;

    /** Founds the workspace and fills it. */
    static Invoices in(Workbench bench, int count) throws IOException, SQLException {
        String workspaceId = bench.person().found("Bench " + count);
        bench.person().run(workspaceId, ENTITY);
        bench.say(String.format(Locale.ROOT, "filling a workspace with %,d records", count));
        bench.database().fill(filled(RECORDS, workspaceId, count), filled(VALUES, workspaceId, count));
        bench.database().settle("frontless.record", "frontless.field_value");
        return new Invoices(workspaceId, count);
    }

    private static String filled(String sql, String workspaceId, int count) {
        return sql.replace("$workspace", workspaceId).replace("$id", ID).replace("$count", Integer.toString(count));
    }

    /** One of their ids, any. */
    UUID any() {
        return UUID.fromString(String.format(
                Locale.ROOT,
                "01900000-0000-7000-8000-%012x",
                ThreadLocalRandom.current().nextInt(count) + 1));
    }

    /** An amount that the invoice hardly has already. */
    static BigDecimal newAmount() {
        return BigDecimal.valueOf(ThreadLocalRandom.current().nextLong(1_000_000_000L), 2);
    }

    String path() {
        return "workspaces/" + workspaceId + "/entities/invoice/records";
    }
}
