package io.frontless.proof;

/** Lines of an export as syslog messages (RFC 5424 §6): facility 13 (log audit), severity 6, or 4 for what was refused. The message is the line. */
final class SyslogLine {

    private static final int AUDIT = 13 * 8;
    private static final int INFORMATIONAL = 6;
    private static final int WARNING = 4;

    private SyslogLine() {}

    static String of(ExportLine line) {
        String time = line.told().time();
        boolean refusal = line.kind().equals("refusal");
        return "<" + (AUDIT + (refusal ? WARNING : INFORMATIONAL)) + ">1 " + (time == null ? "-" : time)
                + " - frontless - " + line.kind() + " - " + line.text();
    }

    /** What follows the head, which has no brace. */
    static String proof(String message) {
        int at = message.indexOf('{');
        if (at < 0) {
            throw new IllegalArgumentException("expected a syslog message that is a line of JSON");
        }
        return message.substring(at);
    }
}
