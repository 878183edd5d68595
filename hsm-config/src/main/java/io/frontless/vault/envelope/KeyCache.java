package io.frontless.vault.envelope;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps opened keys for a time and a number of uses, then zeroes them. A key that is dropped while somebody uses it is zeroed when the last of them is done.
 *
 * @param <K> what names a key; it has to name the version, too
 */
public final class KeyCache<K> {

    private final Clock clock;
    private final Duration lifetime;
    private final int usesMax;
    private final int keysMax;
    private final Map<K, Entry> entries = new LinkedHashMap<>();

    /** One opened key, with those who use it now; the cache itself is one of them until it drops it. */
    private static final class Entry {
        private final OpenKey key;
        private final Instant until;
        private int usesLeft;
        private int users = 1;

        Entry(OpenKey key, Instant until, int usesLeft) {
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
    public <T> T with(K id, Supplier<byte[]> unwrap, Function<OpenKey, T> use) {
        Entry known = taken(id);
        Entry entry = known == null ? remembered(id, unwrap.get()) : known;
        try {
            return use.apply(entry.key);
        } finally {
            release(entry);
        }
    }

    /** Zeroes what has outlived its time; to be called from time to time, since a key that nobody asks for would stay. */
    public synchronized void dropExpired() {
        Instant now = clock.instant();
        entries.values().removeIf(entry -> {
            boolean expired = !now.isBefore(entry.until);
            if (expired) {
                release(entry);
            }
            return expired;
        });
    }

    /** Zeroes one key. */
    public synchronized void drop(K id) {
        Entry entry = entries.remove(id);
        if (entry != null) {
            release(entry);
        }
    }

    /** Zeroes all keys. */
    public synchronized void dropAll() {
        entries.values().forEach(this::release);
        entries.clear();
    }

    /** How many keys are open. */
    public synchronized int size() {
        return entries.size();
    }

    private synchronized @Nullable Entry taken(K id) {
        Entry entry = entries.get(id);
        if (entry == null) {
            return null;
        }
        if (!clock.instant().isBefore(entry.until)) {
            drop(id);
            return null;
        }
        entry.users++;
        if (--entry.usesLeft == 0) {
            drop(id);
        }
        return entry;
    }

    /** The use that opened a key is the first of those it is kept for. */
    private synchronized Entry remembered(K id, byte[] key) {
        Entry entry = new Entry(new OpenKey(key), clock.instant().plus(lifetime), usesMax - 1);
        if (lifetime.isZero() || usesMax <= 1) {
            return entry;
        }
        drop(id);
        if (entries.size() >= keysMax) {
            drop(entries.keySet().iterator().next());
        }
        entry.users++;
        entries.put(id, entry);
        return entry;
    }

    private synchronized void release(Entry entry) {
        if (--entry.users == 0) {
            entry.key.close();
        }
    }
}
