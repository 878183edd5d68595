package io.frontless.assistant.offline;

import io.frontless.operation.FieldSpec;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/** What becomes of a number or a day that is there: more or less of it, or another day of the week. */
interface ToldMeasure {

    /** Its new value in a record. */
    Object of(Found record, FieldSpec field);

    /** “Twice as long”. */
    static ToldMeasure times(int percent) {
        AdjustReading.By by = new AdjustReading.By(BigDecimal.valueOf(percent), null, "");
        return (record, field) -> AdjustReading.adjusted(record, field, by, true);
    }

    static ToldMeasure by(AdjustReading.By by, boolean up) {
        return (record, field) -> AdjustReading.adjusted(record, field, inUnit(by, field), up);
    }

    /** “The Wednesday of the same week”, “the Monday after”. */
    record Weekday(DayOfWeek day, boolean sameWeek) implements ToldMeasure {

        @Override
        public Object of(Found record, FieldSpec field) {
            if (!(record.values().get(field.key()) instanceof String now)) {
                throw Unclear.say("%s of %s is empty.".formatted(field.label(), record.title()));
            }
            LocalDate date = LocalDate.parse(now.substring(0, 10));
            LocalDate next = sameWeek
                    ? date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                            .with(TemporalAdjusters.nextOrSame(day))
                    : date.with(TemporalAdjusters.next(day));
            return next + now.substring(10);
        }
    }

    /** “Lasts 50 minutes”: so many in the unit of the field; null where it is no number. */
    @Nullable
    static BigDecimal whole(AdjustReading.By by, FieldSpec field) {
        return ToldNumbers.MINUTES.containsKey(by.unit()) && Roles.isNumber(field)
                ? inUnit(by, field).amount()
                : null;
    }

    /** Half an hour is 30 of what is counted in minutes. */
    private static AdjustReading.By inUnit(AdjustReading.By by, FieldSpec field) {
        Integer minutes = ToldNumbers.MINUTES.get(by.unit());
        BigDecimal count = by.amount();
        if (minutes == null || count == null) {
            return by;
        }
        int unit = Names.stems(field.label()).contains("hour") ? 60 : 1;
        BigDecimal amount =
                count.multiply(BigDecimal.valueOf(minutes)).divide(BigDecimal.valueOf(unit), 6, RoundingMode.HALF_EVEN);
        return new AdjustReading.By(null, amount.stripTrailingZeros(), "");
    }
}
