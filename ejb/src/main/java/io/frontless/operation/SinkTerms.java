package io.frontless.operation;

import io.frontless.kernel.Rejection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the log is exported to as it grows, and how.
 *
 * @param label what people call it
 * @param kind what takes it
 * @param target the name of a folder; an address that takes it by HTTPS, without any secret in it; or {@code host:port} of a syslog server
 * @param format how it is written, by the name that exports have for it
 * @param paused whether it is told nothing for now, and goes on later where it is
 */
public record SinkTerms(String label, Kind kind, String target, String format, boolean paused) {

    private static final List<String> FORMATS = List.of("jsonl", "csv", "ocsf", "cef", "cloudevents", "syslog");

    /** What takes an export. */
    public enum Kind {
        /** A folder of the server, below the one that its operator has set up. */
        FILE("[a-z0-9][a-z0-9-]{0,62}", "a folder’s name in small letters, digits and dashes"),
        /** An address that takes POST. */
        WEBHOOK("https://[A-Za-z0-9.:\\[\\]-]{1,255}(/[\\x21-\\x7e&&[^#]]{0,1000})?", "an address https://host/path"),
        /** A syslog server under TLS (RFC 5425). */
        SYSLOG("[A-Za-z0-9.-]{1,253}:[0-9]{1,5}", "host:port");

        private final Pattern target;
        private final String expected;

        Kind(String target, String expected) {
            this.target = Pattern.compile(target);
            this.expected = expected;
        }

        /** The name in plans and events. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public SinkTerms {
        PersonNames.require("label", label);
        if (!kind.target.matcher(target).matches()) {
            throw Rejection.invalid("target", kind.expected, target);
        }
        if (!FORMATS.contains(format) || (kind == Kind.SYSLOG && !format.equals("syslog"))) {
            throw Rejection.invalid("format", kind == Kind.SYSLOG ? "syslog" : "one of " + FORMATS, format);
        }
    }

    static SinkTerms from(Params params) {
        return new SinkTerms(
                params.text("label"),
                params.choice("kind", Kind.class),
                params.text("target"),
                params.text("format"),
                params.flag("paused"));
    }

    /** The terms that an event tells of. */
    public static SinkTerms ofState(Map<String, @Nullable Object> state) {
        return from(new Params("state", state));
    }

    /** The same, paused or not. */
    public SinkTerms pausing(boolean pause) {
        return new SinkTerms(label, kind, target, format, pause);
    }

    /** As plans write them, and events too: what goes on says nothing of a pause. */
    public Map<String, @Nullable Object> params() {
        Map<String, @Nullable Object> params = new LinkedHashMap<>();
        params.put("label", label);
        params.put("kind", kind.wireName());
        params.put("target", target);
        params.put("format", format);
        if (paused) {
            params.put("paused", true);
        }
        return params;
    }
}
