package io.frontless.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.PGConnection;

/** How fast a sealed log goes out over REST, with its proof, beside a bare COPY of the same columns to the same machine. */
final class LogExport {

    /** Rows asked for at once: the generator holds an answer in memory. */
    private static final int PAGE = 20_000;

    private static final Pattern SIZE = Pattern.compile("\"size\": (\\d+)");

    private static final String COPY = """
            copy (select workspace_id, seq, event_id, occurred_at, actor_kind, actor_id, actor_name, source, behalf_id, behalf_name, action, entity,
              record_id, version, before, after, plan_id, step, conversation_id, undoes, salt, link from frontless.event
              where workspace_id = '%s') to stdout""";

    private LogExport() {}

    /** Both by turns, over a workspace that has so many events. */
    static Measurement measure(Workbench bench, String workspace, int events) throws IOException, SQLException {
        List<Double> product = new ArrayList<>();
        List<Double> limit = new ArrayList<>();
        for (int round = 0; round < bench.options().rounds(); round++) {
            bench.say("export, round " + (round + 1));
            Stopwatch watch = new Stopwatch();
            copy(bench, workspace);
            limit.add(events / watch.lapS());
            export(bench, workspace);
            product.add(events / watch.lapS());
        }
        return new Measurement(
                "export",
                Timing.median(product, Double::doubleValue),
                Timing.median(limit, Double::doubleValue),
                "rows/s",
                1,
                0,
                0);
    }

    private static void copy(Workbench bench, String workspace) throws IOException, SQLException {
        try (Connection connection = bench.database().asAdministrator()) {
            var unused = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut(COPY.formatted(workspace), OutputStream.nullOutputStream());
        }
    }

    private static void export(Workbench bench, String workspace) throws IOException {
        try (var client = bench.person().connect()) {
            long from = 0;
            long end = from;
            do {
                from = end;
                end = size(client.require(
                        "GET", "workspaces/" + workspace + "/seal/export?from=" + from + "&rows=" + PAGE, ""));
            } while (end > from);
        }
    }

    /** Where the next page begins: the size of the head in the last line. */
    private static long size(String page) throws IOException {
        Matcher size = SIZE.matcher(page.substring(page.lastIndexOf('\n', page.length() - 2) + 1));
        if (!size.find()) {
            throw new IOException("an export that ends without a head");
        }
        return Long.parseLong(size.group(1));
    }
}
