package io.frontless.vault.envelope;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps opened keys for a time and a number of uses, then zeroes them. Whoever uses a key works with a copy, zeroed after the use, so that dropping
 * a key never changes it under somebody's hands.
 *
 * @param <K> what names a key; it has to name the version, too
 */
public final class KeyCache<K> {

    private final Clock clock;
    private final Duration lifetime;
    private final int usesMax;
    private final int keysMax;
    private final Map<K, Entry> entries = new LinkedHashMap<>();

    /** One opened key. */
    private static final class Entry {
        private final byte[] key;
        private final Instant until;
        private int usesLeft;

        Entry(byte[] key, Instant until, int usesLeft) {
            this.key = key;
            this.until = until;
            this.usesLeft = usesLeft;
        }
    }

    /** A cache that keeps a key for {@code lifetime} and {@code usesMax} uses, and {@code keysMax} keys; zero of either keeps nothing. */
    public KeyCache(Clock clock, Duration lifetime, int usesMax, int keysMax) {
        this.clock = clock;
        this.lifetime = lifetime;
        this.usesMax = usesMax;
        this.keysMax = keysMax;
    }

    /** Uses a key that is kept, or opens it. Two who open the same one at a time both do; that costs less than to have one wait for the token. */
    public <T> T with(K id, Supplier<byte[]> unwrap, Function<byte[], T> use) {
        byte[] known = taken(id);
        byte[] key = known == null ? unwrap.get() : known;
        try {
            if (known == null) {
                remember(id, key);
            }
            return use.apply(key);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /** Zeroes what has outlived its time; to be called from time to time, since a key that nobody asks for would stay. */
    public synchronized void dropExpired() {
        Instant now = clock.instant();
        entries.values().removeIf(entry -> {
            boolean expired = !now.isBefore(entry.until);
            if (expired) {
                Arrays.fill(entry.key, (byte) 0);
            }
            return expired;
        });
    }

    /** Zeroes one key. */
    public synchronized void drop(K id) {
        Entry entry = entries.remove(id);
        if (entry != null) {
            Arrays.fill(entry.key, (byte) 0);
        }
    }

    /** Zeroes all keys. */
    public synchronized void dropAll() {
        entries.values().forEach(entry -> Arrays.fill(entry.key, (byte) 0));
        entries.clear();
    }

    /** How many keys are open. */
    public synchronized int size() {
        return entries.size();
    }

    private synchronized byte @Nullable [] taken(K id) {
        Entry entry = entries.get(id);
        if (entry == null) {
            return null;
        }
        if (!clock.instant().isBefore(entry.until)) {
            drop(id);
            return null;
        }
        byte[] copy = entry.key.clone();
        if (--entry.usesLeft == 0) {
            drop(id);
        }
        return copy;
    }

    /** The use that opened a key is the first of those it is kept for. */
    private synchronized void remember(K id, byte[] key) {
        if (lifetime.isZero() || usesMax <= 1) {
            return;
        }
        drop(id);
        if (entries.size() >= keysMax) {
            drop(entries.keySet().iterator().next());
        }
        entries.put(id, new Entry(key.clone(), clock.instant().plus(lifetime), usesMax - 1));
    }
}
