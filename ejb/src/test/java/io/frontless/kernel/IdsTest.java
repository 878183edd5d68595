package io.frontless.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Identifiers as RFC 9562 §5.7 has them. */
class IdsTest {
    private static final Instant NOW = Instant.parse("2026-12-15T09:30:00.123Z");

    @Test
    void idIsOfVersion7AndTheStandardsVariant() {
        UUID id = at(NOW).get();

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
    }

    @Test
    void idBeginsWithItsMillisecond() {
        assertThat(at(NOW).get().getMostSignificantBits() >>> 16).isEqualTo(NOW.toEpochMilli());
    }

    @Test
    void idsOfLaterMillisecondsSortLater() {
        String earlier = at(NOW).get().toString();
        String later = at(NOW.plusMillis(1)).get().toString();

        assertThat(earlier).isLessThan(later);
    }

    @Test
    void idsOfOneMillisecondDiffer() {
        Ids ids = at(NOW);
        Set<UUID> made = new HashSet<>();

        for (int index = 0; index < 10_000; index++) {
            made.add(ids.get());
        }

        assertThat(made).hasSize(10_000);
    }

    @Test
    void idsOfOneMillisecondSortAsTheyWereMadeEvenWhenItsCounterIsFull() {
        Ids ids = at(NOW);
        String last = ids.get().toString();

        for (int index = 0; index < 10_000; index++) {
            String next = ids.get().toString();
            assertThat(next).isGreaterThan(last);
            last = next;
        }
    }

    @Test
    void idsDoNotGoBackWhenTheClockDoes() {
        Instant[] now = {NOW};
        Ids ids = new Ids(
                new Clock() {
                    @Override
                    public ZoneOffset getZone() {
                        return ZoneOffset.UTC;
                    }

                    @Override
                    public Clock withZone(ZoneId zone) {
                        return this;
                    }

                    @Override
                    public Instant instant() {
                        return now[0];
                    }
                },
                new SecureRandom());
        String before = ids.get().toString();

        now[0] = NOW.minusSeconds(60);

        assertThat(ids.get().toString()).isGreaterThan(before);
    }

    @Test
    void everyBitThatIsNotFixedIsUsed() {
        Ids ids = at(NOW);
        long high = 0;
        long low = 0;

        for (int index = 0; index < 4_096; index++) {
            UUID id = ids.get();
            high |= id.getMostSignificantBits();
            low |= id.getLeastSignificantBits();
        }

        assertThat(high & 0xFFFFL).isEqualTo(0x7FFFL);
        assertThat(low).isEqualTo(0xBFFF_FFFF_FFFF_FFFFL);
    }

    private static Ids at(Instant instant) {
        return new Ids(Clock.fixed(instant, ZoneOffset.UTC), new SecureRandom());
    }
}
