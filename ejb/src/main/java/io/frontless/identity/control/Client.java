package io.frontless.identity.control;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a request of somebody who signs in comes from.
 *
 * @param network the network address, IPv6 ones cut to their /64, which is what one subscriber has
 * @param agent what the client calls itself; anything, and from a stranger
 * @param device the token of a browser that has signed in before; null where there is none
 */
public record Client(String network, String agent, @Nullable String device) {

    private static final int DEVICE_CHARS_MAX = 100;

    /** What the client seems to be, in a few words, such as {@code Firefox on Linux}; for people, and not to be relied on. */
    String description() {
        String lower = agent.toLowerCase(Locale.ROOT);
        Optional<String> browser =
                first(lower, "edg/", "Edge", "firefox/", "Firefox", "chrome/", "Chrome", "safari/", "Safari");
        Optional<String> system = first(
                lower, "android", "Android", "iphone", "iPhone", "ipad", "iPad", "windows", "Windows", "mac os",
                "macOS", "linux", "Linux");
        if (browser.isPresent()) {
            return browser.get() + system.map(name -> " on " + name).orElse("");
        }
        String plain = agent.replaceAll("[^\\x20-\\x7e]", "").strip();
        return plain.isEmpty() ? "an unnamed client" : plain.substring(0, Math.min(plain.length(), DEVICE_CHARS_MAX));
    }

    /** The name that follows the first mark that occurs. */
    private static Optional<String> first(String text, String... marksAndNames) {
        for (int at = 0; at < marksAndNames.length; at += 2) {
            if (text.contains(marksAndNames[at])) {
                return Optional.of(marksAndNames[at + 1]);
            }
        }
        return Optional.empty();
    }
}
