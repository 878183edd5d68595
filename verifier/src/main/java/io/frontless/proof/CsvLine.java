package io.frontless.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lines of an export as comma-separated values: what people look for in columns, and the proof in the last. */
final class CsvLine {

    static final String HEADER =
            "position,kind,id,time,actor_kind,actor_id,actor,source,on_behalf_of,action,entity,record,version,"
                    + "before,after,plan,step,conversation,undoes,reason,message,proof";

    private static final List<String> ACTOR = List.of("kind", "id", "name");
    private static final List<String> WHAT = List.of("source", "behalfName", "action", "entity", "record", "version");
    private static final List<String> WHY = List.of("plan", "step", "conversation", "undoes", "reason", "message");

    /** What a spreadsheet takes for a formula, also in the full-width forms that some turn into the plain ones. */
    private static final Pattern FORMULA = Pattern.compile("(?s)\\s*[=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20].*");

    /** Every row is a line; what stands between them in a text is in the proof. */
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private CsvLine() {}

    static String of(ExportLine line) {
        ExportLine.Told told = line.told();
        List<@Nullable String> cells = new ArrayList<>();
        cells.add(line.isPlace() ? String.valueOf(line.values().get("position")) : null);
        cells.add(line.kind());
        cells.add(told.text("event"));
        cells.add(told.time());
        ACTOR.forEach(name -> cells.add(told.actor(name)));
        WHAT.forEach(name -> cells.add(told.text(name)));
        cells.add(told.json("before"));
        cells.add(told.json("after"));
        WHY.forEach(name -> cells.add(told.text(name)));
        cells.add(line.text());
        return cells.stream().map(CsvLine::cell).collect(Collectors.joining(","));
    }

    private static String cell(@Nullable String value) {
        if (value == null) {
            return "";
        }
        String line = CONTROL.matcher(value).replaceAll(" ");
        String safe = FORMULA.matcher(line).matches() ? "'" + line : line;
        return "\"" + safe.replace("\"", "\"\"") + "\"";
    }

    /** The last cell of a line. */
    static String proof(String line) {
        int at = 0;
        while (true) {
            int end = end(line, at);
            if (end == line.length()) {
                return unquoted(line.substring(at));
            }
            at = end + 1;
        }
    }

    /** Where a cell ends: at a comma, or at the end of the line. */
    private static int end(String line, int from) {
        boolean quoted = false;
        for (int at = from; at < line.length(); at++) {
            if (line.charAt(at) == '"') {
                quoted = !quoted;
            } else if (line.charAt(at) == ',' && !quoted) {
                return at;
            }
        }
        return line.length();
    }

    private static String unquoted(String cell) {
        if (cell.length() < 2 || !cell.startsWith("\"") || !cell.endsWith("\"")) {
            throw new IllegalArgumentException("expected a line of CSV that ends with its proof");
        }
        return cell.substring(1, cell.length() - 1).replace("\"\"", "\"");
    }
}
