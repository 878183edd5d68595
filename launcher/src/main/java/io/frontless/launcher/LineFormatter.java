package io.frontless.launcher;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.temporal.ChronoUnit;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/** A log record as one line, in UTC, followed by its stack trace if it has one. */
final class LineFormatter extends Formatter {
    @Override
    public String format(LogRecord line) {
        var text = new StringWriter();
        var out = new PrintWriter(text);
        out.println(line.getInstant().truncatedTo(ChronoUnit.MILLIS) + " "
                + line.getLevel().getName() + " " + line.getLoggerName() + " " + formatMessage(line));
        if (line.getThrown() != null) {
            line.getThrown().printStackTrace(out);
        }
        out.flush();
        return text.toString();
    }
}
