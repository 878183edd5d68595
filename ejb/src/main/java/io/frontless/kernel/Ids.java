package io.frontless.kernel;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Makes identifiers: UUID version 7 (RFC 9562 §5.7), each greater than the one before it from the same maker, so that what is made in order is
 * stored and listed in order. Within a millisecond the 12 bits after the version count up (§6.2, method 1).
 */
public final class Ids implements Supplier<UUID> {

    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final int COUNTER_MAX = 0xFFF;

    private final Clock clock;
    private final SecureRandom random;
    private long lastMs;
    private int counter;

    public Ids(Clock clock, SecureRandom random) {
        this.clock = clock;
        this.random = random;
    }

    /** The next identifier: 48 bits of milliseconds, 12 bits of a counter, 62 bits of randomness. */
    @Override
    public synchronized UUID get() {
        advance(clock.instant().toEpochMilli());
        long high = lastMs << 16 | VERSION_7 | counter;
        long low = VARIANT | random.nextLong() >>> 2;
        return new UUID(high, low);
    }

    /** Never goes back, even if the clock does; a full counter borrows the next millisecond. */
    private void advance(long nowMs) {
        if (nowMs > lastMs) {
            lastMs = nowMs;
            counter = 0;
        } else if (counter < COUNTER_MAX) {
            counter++;
        } else {
            lastMs++;
            counter = 0;
        }
    }
}
