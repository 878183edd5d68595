package io.frontless.proof;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Lines of an export in the Common Event Format, version 0. The last key is {@code rawEvent}, the proof. */
final class CefLine {

    private static final String PROOF = " rawEvent=";
    private static final int REFUSED = 5;
    private static final int DONE = 3;

    private CefLine() {}

    static String of(ExportLine line) {
        ExportLine.Told told = line.told();
        boolean refusal = line.kind().equals("refusal");
        String action = told.text("action");
        StringBuilder text = new StringBuilder("CEF:0|Frontless|Frontless|1|")
                .append(header(action == null ? line.kind() : action))
                .append('|')
                .append(header(refusal ? "refused: " + action : action == null ? "log " + line.kind() : action))
                .append('|')
                .append(refusal ? REFUSED : action == null ? 0 : DONE)
                .append("|cat=")
                .append(line.kind());
        String time = told.time();
        put(text, "rt", time == null ? null : String.valueOf(Instant.parse(time).toEpochMilli()));
        put(text, "externalId", told.text("event"));
        put(text, "suid", told.actor("id"));
        put(text, "suser", told.actor("name"));
        String source = told.text("source");
        boolean long6 = source != null && source.indexOf(':') >= 0;
        put(text, "src", long6 ? null : source);
        labelled(text, "c6a2", "Source IPv6 Address", long6 ? source : null);
        put(text, "act", action);
        put(text, "outcome", action == null ? null : refusal ? "failure" : "success");
        put(text, "reason", told.text("reason"));
        put(text, "msg", told.text("message"));
        labelled(text, "cs1", "entity", told.text("entity"));
        labelled(text, "cs2", "record", told.text("record"));
        labelled(text, "cs3", "plan", told.text("plan"));
        labelled(
                text,
                "cn1",
                "position",
                line.isPlace() ? String.valueOf(line.values().get("position")) : null);
        return text.append(PROOF).append(value(line.text())).toString();
    }

    /** The value of the last key; in all others an equals sign has a backslash before it, so none contains it. */
    static String proof(String line) {
        int at = line.indexOf(PROOF);
        if (at < 0) {
            throw new IllegalArgumentException("expected a line of CEF with" + PROOF);
        }
        StringBuilder text = new StringBuilder();
        for (int each = at + PROOF.length(); each < line.length(); each++) {
            char character = line.charAt(each);
            text.append(character == '\\' && ++each < line.length() ? line.charAt(each) : character);
        }
        return text.toString();
    }

    private static void labelled(StringBuilder text, String key, String label, @Nullable String value) {
        if (value != null) {
            put(text, key + "Label", label);
            put(text, key, value);
        }
    }

    private static void put(StringBuilder text, String key, @Nullable String value) {
        if (value != null) {
            text.append(' ').append(key).append('=').append(value(value));
        }
    }

    private static String header(String value) {
        return oneLine(value).replace("\\", "\\\\").replace("|", "\\|");
    }

    private static String value(String value) {
        return oneLine(value).replace("\\", "\\\\").replace("=", "\\=");
    }

    private static String oneLine(String value) {
        return value.replaceAll("\\p{Cntrl}", " ");
    }
}
