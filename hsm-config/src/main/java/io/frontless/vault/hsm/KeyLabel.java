package io.frontless.vault.hsm;

import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a key is for: the name under which the token holds its versions is {@code frontless-<purpose>-N}. */
enum KeyLabel {
    /** Wraps workspace keys: AES-256. */
    ROOT("root"),
    /** Authenticates what a root key of mechanism aes-cbc-hmac has encrypted: HMAC-SHA-256. */
    ROOT_MAC("rootmac"),
    /** Makes the context key: HMAC-SHA-256. */
    MAC("mac"),
    /** Signs API tokens: ECDSA P-256. */
    TOKEN("token"),
    /** Signs what auditors check: ECDSA P-256. */
    AUDIT("audit"),
    /** Wraps workspace keys that never leave the token: AES key wrap (RFC 3394). */
    WRAP("wrap"),
    /** Binds what {@link #WRAP} has wrapped to its place: HMAC-SHA-256. */
    WRAP_MAC("wrapmac");

    /** What fits into two bytes with room to spare; a key a day lasts for 27 years. */
    static final int VERSION_MAX = 9999;

    private final String prefix;
    private final Pattern pattern;

    KeyLabel(String purpose) {
        this.prefix = "frontless-" + purpose + "-";
        this.pattern = Pattern.compile(Pattern.quote(prefix) + "([1-9][0-9]{0,3})");
    }

    String of(int version) {
        return prefix + version;
    }

    /** The versions among these labels, the newest first. */
    List<Integer> versionsIn(Collection<String> labels) {
        return labels.stream()
                .map(pattern::matcher)
                .filter(Matcher::matches)
                .map(label -> Integer.parseInt(label.group(1)))
                .sorted((a, b) -> b - a)
                .toList();
    }
}
