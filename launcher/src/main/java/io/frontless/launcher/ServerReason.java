package io.frontless.launcher;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds in the server's long report of a command that failed the one reason that a person can use. */
final class ServerReason {
    /** What comes before the reason: the reporter, and the head of a list of which the first entry is enough. */
    private static final List<Pattern> HEADS = List.of(
            Pattern.compile("^PlainTextActionReporterFAILURE(Description: (\\S+ AdminCommand)?)?"),
            Pattern.compile("Exception List with \\d+ exceptions:\\s+Exception 0 :\\s+[\\w.$]+: "));

    /** How the second line begins that says where in the application it is. */
    private static final String PLACE = "at injection point";

    private ServerReason() {}

    /** The reason in one line; empty when the server gave none. */
    static String of(String report) {
        String text = report;
        for (Pattern head : HEADS) {
            text = head.matcher(text).replaceFirst("");
        }
        List<String> lines = text.lines().limit(2).map(String::strip).toList();
        return lines.stream()
                .filter(line -> line.equals(lines.get(0)) || line.startsWith(PLACE))
                .collect(Collectors.joining(" "));
    }
}
