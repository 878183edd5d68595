package io.frontless.record.control;

import io.frontless.kernel.Json;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes JSON Lines: a record in each, references as ids with their titles beside. */
final class JsonExport implements ExportWriter {

    private final Writer writer;

    JsonExport(OutputStream out) {
        this.writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }

    @Override
    public void write(RecordView record) throws IOException {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("id", record.id());
        line.put("version", record.version());
        line.put("values", record.values().byField());
        Map<String, @Nullable Object> titles = new LinkedHashMap<>();
        record.values().byField().values().forEach(value -> {
            String title = record.referenceTitles().get(String.valueOf(value));
            if (title != null) {
                titles.put(String.valueOf(value), title);
            }
        });
        line.put("titles", titles);
        writer.write(Json.write(line));
        writer.write('\n');
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
