package io.frontless.record.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomentsTest {

    /** A Thursday, the last hour of a month in most of Europe. */
    private static final Instant NOW = Instant.parse("2026-04-30T23:15:30.123456789Z");

    @ParameterizedTest
    @CsvSource({
        "now,2026-04-30T23:15:30.123456Z",
        "now-36h,2026-04-29T11:15:30.123456Z",
        "today,2026-04-30T00:00:00Z",
        "yesterday,2026-04-29T00:00:00Z",
        "tomorrow,2026-05-01T00:00:00Z",
        "today-3w,2026-04-09T00:00:00Z",
        "today+1m,2026-05-30T00:00:00Z",
        "start_of_day,2026-04-30T00:00:00Z",
        "start_of_week,2026-04-27T00:00:00Z",
        "start_of_month,2026-04-01T00:00:00Z",
        "start_of_month-1m,2026-03-01T00:00:00Z",
        "start_of_quarter,2026-04-01T00:00:00Z",
        "start_of_quarter+1q,2026-07-01T00:00:00Z",
        "start_of_year-1y,2025-01-01T00:00:00Z",
        "end_of_day,2026-04-30T23:59:59.999999Z",
        "end_of_week,2026-05-03T23:59:59.999999Z",
        "end_of_month,2026-04-30T23:59:59.999999Z",
        "end_of_month+1m,2026-05-31T23:59:59.999999Z",
        "end_of_month-2m,2026-02-28T23:59:59.999999Z",
        "end_of_month+40d,2026-06-09T23:59:59.999999Z",
        "end_of_quarter,2026-06-30T23:59:59.999999Z",
        "end_of_year,2026-12-31T23:59:59.999999Z"
    })
    void momentIsCountedFromNow(String text, Instant expected) {
        assertThat(Moments.read(text, NOW)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Now",
                "today+",
                "today-3",
                "today-3x",
                "today -3d",
                "start_of_hour",
                "now-10000d",
                "now-1d-1d"
            })
    void anythingElseIsNone(String text) {
        assertThat(Moments.read(text, NOW)).isEmpty();
    }

    @Test
    void quarterBeginsWithItsFirstMonth() {
        assertThat(Moments.read("start_of_quarter", Instant.parse("2026-12-31T00:00:00Z")))
                .contains(Instant.parse("2026-10-01T00:00:00Z"));
    }
}
