package io.frontless.kernel;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;

/** Makes identifiers: UUID version 7 (RFC 9562 §5.7), so that keys made in order are stored in order. */
public final class Ids implements Supplier<UUID> {

    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final Clock clock;
    private final SecureRandom random;

    public Ids(Clock clock, SecureRandom random) {
        this.clock = clock;
        this.random = random;
    }

    /** The next identifier: 48 bits of milliseconds, 74 bits of randomness. */
    @Override
    public UUID get() {
        long millis = clock.millis() << 16;
        long high = millis | VERSION_7 | (random.nextInt() & 0xFFFL);
        long low = VARIANT | (random.nextLong() >>> 2);
        return new UUID(high, low);
    }
}
