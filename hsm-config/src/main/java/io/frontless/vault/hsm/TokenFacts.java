package io.frontless.vault.hsm;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a token tells about itself without a login, as SunPKCS11 prints it: who made it, its serial number, what it can do, and how it stands with
 * its PIN.
 *
 * @param flags those of CK_TOKEN_INFO that are set, such as CKF_LOGIN_REQUIRED
 * @param mechanisms each with what it may be used for, such as CKF_ENCRYPT
 */
public record TokenFacts(
        String label,
        String manufacturer,
        String model,
        String serial,
        String firmware,
        Set<String> flags,
        Map<String, Set<String>> mechanisms) {

    private static final Pattern TOKEN = Pattern.compile("(?ms)^Token info for token in slot .*?$(.*?)(?=^\\S|\\z)");
    /** The number may be anything, negative too: SoftHSM before 2.7 sets the bits it means in memory that nobody has cleared. */
    private static final Pattern MECHANISM =
            Pattern.compile("(?m)^Mechanism (\\S+):\\R(?: .*\\R)*? *flags: (?:-?\\d+ = )?(.*)$");

    static TokenFacts in(String printed) {
        Matcher token = TOKEN.matcher(printed);
        String text = token.find() ? token.group(1) : "";
        Map<String, Set<String>> mechanisms = new TreeMap<>();
        Matcher mechanism = MECHANISM.matcher(printed);
        while (mechanism.find()) {
            mechanisms.put(mechanism.group(1), names(mechanism.group(2)));
        }
        return new TokenFacts(
                value(text, "label"),
                value(text, "manufacturerID"),
                value(text, "model"),
                value(text, "serialNumber"),
                value(text, "firmwareVersion"),
                names(value(text, "flags")),
                Map.copyOf(mechanisms));
    }

    /** Whether the token can do this, and for this use. */
    public boolean can(String mechanism, String use) {
        return mechanisms.getOrDefault(mechanism, Set.of()).contains(use);
    }

    boolean has(String flag) {
        return flags.contains(flag);
    }

    private static String value(String text, String name) {
        Matcher value =
                Pattern.compile("(?m)^ *" + Pattern.quote(name) + ": (.*)$").matcher(text);
        return value.find() ? value.group(1).strip() : "";
    }

    private static Set<String> names(String flags) {
        return Arrays.stream(flags.split("\\|", -1)).map(String::strip).collect(Collectors.toUnmodifiableSet());
    }
}
