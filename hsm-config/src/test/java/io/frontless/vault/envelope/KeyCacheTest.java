package io.frontless.vault.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeyCacheTest {
    private static final Duration LIFETIME = Duration.ofMinutes(5);

    private final MovedClock clock = new MovedClock();
    private final List<byte[]> opened = new ArrayList<>();

    /** A clock that a test moves. */
    private static final class MovedClock extends Clock {
        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @Test
    void keyIsOpenedOnceForItsTime() {
        KeyCache<String> cache = new KeyCache<>(clock, LIFETIME, 100, 10);

        use(cache, "a");
        clock.now = clock.now.plus(LIFETIME).minusMillis(1);
        use(cache, "a");
        clock.now = clock.now.plusMillis(1);
        use(cache, "a");

        assertThat(opened).hasSize(2);
    }

    @Test
    void keyIsOpenedAgainAfterItsUses() {
        KeyCache<String> cache = new KeyCache<>(clock, LIFETIME, 3, 10);

        for (int use = 0; use < 7; use++) {
            use(cache, "a");
        }

        assertThat(opened).hasSize(3);
    }

    @Test
    void cacheWithoutTimeOrUsesKeepsNothing() {
        for (KeyCache<String> cache : List.of(
                new KeyCache<String>(clock, Duration.ZERO, 9, 9), new KeyCache<String>(clock, LIFETIME, 0, 9))) {
            opened.clear();

            use(cache, "a");
            use(cache, "a");

            assertThat(opened).hasSize(2);
            assertThat(cache.size()).isZero();
        }
    }

    @Test
    void keyIsZeroedOnceItIsDropped() {
        KeyCache<String> cache = new KeyCache<>(clock, LIFETIME, 100, 10);
        use(cache, "a");
        use(cache, "b");

        cache.drop("a");

        assertThat(opened.get(0)).containsOnly(0);
        assertThat(opened.get(1)).containsOnly(7);
        cache.dropAll();
        assertThat(opened).allMatch(KeyCacheTest::isZero);
    }

    @Test
    void keyThatIsDroppedInUseIsZeroedAfterTheUse() {
        KeyCache<String> cache = new KeyCache<>(clock, LIFETIME, 100, 10);

        cache.with("a", this::open, key -> {
            cache.dropAll();
            assertThat(opened.get(0)).containsOnly(7);
            return 0;
        });

        assertThat(opened).hasSize(1).allMatch(KeyCacheTest::isZero);
    }

    @Test
    void keyThatIsNotKeptIsZeroedAlsoWhereItsUseFails() {
        KeyCache<String> cache = new KeyCache<>(clock, Duration.ZERO, 0, 0);

        assertThatThrownBy(() -> cache.with("a", this::open, key -> {
                    throw new IllegalStateException("use");
                }))
                .hasMessage("use");

        assertThat(opened).allMatch(KeyCacheTest::isZero);
    }

    @Test
    void droppedKeysAreOpenedAnewAndOthersAreNot() {
        KeyCache<String> cache = new KeyCache<>(clock, LIFETIME, 100, 10);
        use(cache, "a");
        use(cache, "b");

        cache.drop("a");
        use(cache, "b");
        use(cache, "a");
        cache.dropAll();

        assertThat(opened).hasSize(3);
        assertThat(cache.size()).isZero();
    }

    @Test
    void sweepDropsWhatNobodyAsksForAnyMore() {
        KeyCache<String> cache = new KeyCache<>(clock, LIFETIME, 100, 10);
        use(cache, "a");
        clock.now = clock.now.plusSeconds(200);
        use(cache, "b");

        clock.now = clock.now.plusSeconds(100);
        cache.dropExpired();

        assertThat(cache.size()).isEqualTo(1);
    }

    @Test
    void atMostSoManyKeysAreOpen() {
        KeyCache<String> cache = new KeyCache<>(clock, LIFETIME, 100, 2);

        List.of("a", "b", "c").forEach(id -> use(cache, id));

        assertThat(cache.size()).isEqualTo(2);
    }

    @Test
    void droppingNeverChangesAKeyInSomebodysHands() {
        KeyCache<Integer> cache = new KeyCache<>(clock, LIFETIME, 5, 4);
        ConcurrentLinkedQueue<Byte> found = new ConcurrentLinkedQueue<>();

        CompletableFuture<?>[] users = IntStream.range(0, 8)
                .mapToObj(user -> CompletableFuture.runAsync(() -> {
                    for (int use = 0; use < 5_000; use++) {
                        int id = use % 6;
                        found.add(cache.with(id, () -> filled(id + 1), key -> {
                            Thread.onSpinWait();
                            return key.read(bytes -> (byte) (same(bytes) ? bytes[0] - id - 1 : 99));
                        }));
                        if (use % 50 == 0) {
                            cache.dropAll();
                        }
                    }
                }))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(users).join();

        assertThat(found).hasSize(40_000).containsOnly((byte) 0);
    }

    private void use(KeyCache<String> cache, String id) {
        byte first = cache.with(id, this::open, key -> key.read(bytes -> bytes[0]));
        assertThat(first).isEqualTo((byte) 7);
    }

    private byte[] open() {
        byte[] key = filled(7);
        opened.add(key);
        return key;
    }

    private static byte[] filled(int value) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) value);
        return key;
    }

    private static boolean isZero(byte[] key) {
        return same(key) && key[0] == 0;
    }

    private static boolean same(byte[] key) {
        for (byte each : key) {
            if (each != key[0]) {
                return false;
            }
        }
        return true;
    }
}
