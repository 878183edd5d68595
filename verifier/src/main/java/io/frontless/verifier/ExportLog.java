package io.frontless.verifier;

import io.frontless.proof.CanonicalJson;
import io.frontless.proof.EventJson;
import io.frontless.proof.ExportFormat;
import io.frontless.proof.ExportLine;
import io.frontless.proof.GrowingTree;
import io.frontless.proof.LoggedEvent;
import io.frontless.proof.LoggedRefusal;
import io.frontless.proof.TreeHead;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A log in an export (docs/event-format.md §6): a first line with the tree before, the last line with the head, and between them every row from there
 * to it, in any of the formats. A row may lack values that its reader was not to see, or that were redacted; its digests stand for them.
 */
public final class ExportLog implements LogSource {

    private static final String FORMAT = "frontless.export.1";
    private static final int ROWS = 4_000;
    private static final HexFormat HEX = HexFormat.of();

    private final Path file;
    private final ExportFormat format;

    public ExportLog(Path file, ExportFormat format) {
        this.file = file;
        this.format = format;
    }

    /** A line as it stands in the file, and the one that it was made of. */
    private record Shown(String text, ExportLine line) {}

    /** The tree before the first row. */
    private record Beginning(String workspace, long position, List<byte[]> peaks) {}

    @Override
    public List<String> workspaces() throws SourceException {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            return List.of(beginning(lines).workspace());
        } catch (IOException | RuntimeException e) {
            throw failed(e);
        }
    }

    @Override
    public void read(String workspace, Reader reader) throws SourceException {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            Beginning beginning = beginning(lines);
            if (!beginning.workspace().equals(workspace)) {
                reader.begin(new GrowingTree());
                return;
            }
            reader.begin(new GrowingTree(beginning.position(), beginning.peaks()));
            List<String> some = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                some.add(line);
                if (some.size() == ROWS) {
                    read(some, workspace, reader);
                    some = new ArrayList<>();
                }
            }
            read(some, workspace, reader);
        } catch (IOException | RuntimeException e) {
            throw failed(e);
        }
    }

    private void read(List<String> lines, String workspace, Reader reader) {
        List<Shown> all = lines.parallelStream()
                .map(this::shown)
                .flatMap(Optional::stream)
                .toList();
        List<Shown> altered = all.parallelStream()
                .filter(each -> !format.shows(each.text(), each.line(), workspace))
                .toList();
        altered.forEach(each -> reader.altered(each.line().text()));
        List<Entry> entries = new ArrayList<>();
        for (Shown each : all) {
            if (each.line().isPlace()) {
                entries.add(entry(each.line().values()));
            } else {
                reader.entries(List.copyOf(entries));
                entries.clear();
                reader.head(TreeHead.Signed.read(each.line().text()));
            }
        }
        reader.entries(entries);
    }

    private Optional<Shown> shown(String text) {
        return format.undress(text).map(line -> new Shown(text, ExportLine.read(line)));
    }

    private Beginning beginning(BufferedReader lines) throws IOException {
        Optional<Shown> first = Optional.empty();
        for (String text = lines.readLine(); text != null && first.isEmpty(); ) {
            first = shown(text);
            text = first.isEmpty() ? lines.readLine() : null;
        }
        SortedMap<String, @Nullable Object> line =
                first.map(shown -> shown.line().values()).orElseGet(CanonicalJson::object);
        if (!FORMAT.equals(line.get("format"))
                || !(line.get("workspace") instanceof String workspace)
                || !(line.get("from") instanceof Number from)
                || !(line.get("peaks") instanceof List<?> peaks)) {
            throw new IllegalArgumentException("expected a first line of format " + FORMAT);
        }
        return new Beginning(
                workspace,
                from.longValue(),
                peaks.stream().map(peak -> HEX.parseHex(String.valueOf(peak))).toList());
    }

    @SuppressWarnings("unchecked")
    private static Entry entry(SortedMap<String, @Nullable Object> line) {
        long position = line.get("position") instanceof Number number ? number.longValue() : -1;
        LoggedEvent event = null;
        LoggedRefusal refusal = null;
        if (line.get("event") instanceof SortedMap<?, ?> json) {
            event = EventJson.event((SortedMap<String, @Nullable Object>) json);
        } else if (line.get("refusal") instanceof SortedMap<?, ?> json) {
            refusal = EventJson.refusal((SortedMap<String, @Nullable Object>) json);
        }
        String leaf = line.get("leaf") instanceof String text ? text : null;
        if (event == null && refusal == null && leaf == null) {
            throw new IllegalArgumentException("expected an event, a refusal or a leaf at position " + position);
        }
        String row =
                event != null ? "event " + event.seq() : refusal != null ? "refusal " + refusal.seq() : Entry.HIDDEN;
        return new Entry(position, row, leaf, event, refusal);
    }

    private static SourceException failed(Exception e) {
        return new SourceException("the export cannot be read: " + e.getMessage(), e);
    }
}
