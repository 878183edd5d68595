package io.frontless.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The key that new connections are answered with. It follows its files: once they have changed and hold a good key, that one is served; until then the
 * one before stays. Connections that are open keep what they have agreed on.
 */
final class ServedKey implements CertificateStatusMXBean {
    private static final Logger LOG = Logger.getLogger(ServedKey.class.getName());

    private final KeySource source;
    private final String host;
    private final Clock clock;
    private volatile Generation generation;
    private volatile String refusal = "";
    private List<String> seen;

    /** Keys by alias: the one that is served, and the one before it, which a handshake may be in the middle of. */
    private record Generation(int number, Map<String, ServerKey> keys) {
        String alias() {
            return "key-" + number;
        }

        Generation next(ServerKey key) {
            return new Generation(number + 1, Map.of(alias(), current(), "key-" + (number + 1), key));
        }

        ServerKey current() {
            return keys.getOrDefault(alias(), keys.values().iterator().next());
        }
    }

    /** Reads the files for the first time; refuses what cannot be served. */
    ServedKey(KeySource source, String host, Clock clock) throws KeyRefused {
        this.source = source;
        this.host = host;
        this.clock = clock;
        // Before they are read, so that a change in between is seen as one.
        this.seen = stamps(source);
        this.generation = new Generation(0, Map.of("key-0", source.read().checked(host, clock.instant())));
    }

    /** Looks whether the files have changed; tells of it once, whatever comes of it. */
    synchronized void refresh() {
        List<String> now = stamps(source);
        if (now.equals(seen)) {
            return;
        }
        seen = now;
        try {
            ServerKey read = source.read().checked(host, clock.instant());
            if (!read.certificate().equals(generation.current().certificate())) {
                generation = generation.next(read);
            }
            refusal = "";
            LOG.info(() -> "The web server's certificate was replaced; it ends on " + getNotAfter());
        } catch (KeyRefused e) {
            refusal = e.reason();
            LOG.log(
                    Level.SEVERE,
                    e,
                    () -> "The new certificate in " + source.files() + " is not served, the one before" + " stays: "
                            + e.reason());
        }
    }

    /** The name of the key that a new handshake uses. */
    String alias() {
        return generation.alias();
    }

    /** A key by its name; an old one's holder gets the present one, whose handshake then fails and is tried again. */
    ServerKey key(String alias) {
        Generation current = generation;
        ServerKey key = current.keys().get(alias);
        return key == null ? current.current() : key;
    }

    ServerKey current() {
        return generation.current();
    }

    @Override
    public String getNotAfter() {
        return current().certificate().getNotAfter().toInstant().toString();
    }

    @Override
    public String getRefusal() {
        return refusal;
    }

    /** Time and size; a file that is missing for a moment, as when it is being replaced, has neither. */
    private static List<String> stamps(KeySource source) {
        List<String> stamps = new ArrayList<>();
        for (Path file : source.files()) {
            try {
                stamps.add(Files.getLastModifiedTime(file) + " " + Files.size(file));
            } catch (IOException e) {
                stamps.add("missing");
            }
        }
        return stamps;
    }
}
