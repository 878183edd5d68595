package io.frontless.record.control;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.jspecify.annotations.Nullable;

/** A workbook's cell as the text that a CSV file would have: numbers as people typed them, dates by their format, formulas by their value. */
final class XlsxCell {

    /** A workbook's numbers are binary; this many digits of them are what somebody meant. */
    private static final MathContext DIGITS = new MathContext(15);

    private static final int SCALE_MAX = 40;
    private static final BigDecimal DAYS_MAX = new BigDecimal("2958466");
    private static final BigDecimal DAY_SECONDS = BigDecimal.valueOf(86_400);
    private static final BigDecimal FALSE_LEAP_DAY = BigDecimal.valueOf(60);

    /** Formats that have a number and no pattern (ECMA-376 Part 1 §18.8.30). */
    private static final Set<Integer> DATES =
            Set.of(14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58);

    private static final int DATE_TIME = 22;
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*]|\\\\.|_.|\\*.");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private final LocalDateTime epoch;
    private final boolean falseLeapDay;

    XlsxCell(boolean from1904) {
        this.epoch = from1904 ? LocalDateTime.of(1904, 1, 1, 0, 0) : LocalDateTime.of(1899, 12, 30, 0, 0);
        this.falseLeapDay = !from1904;
    }

    @Nullable
    String text(Cell cell) {
        Object value = cell.getValue();
        if (value instanceof BigDecimal number) {
            return number(number, cell);
        }
        return value == null ? cell.getRawValue() : value.toString();
    }

    private String number(BigDecimal number, Cell cell) {
        if (Math.abs((long) number.scale()) > SCALE_MAX || number.precision() > SCALE_MAX) {
            return number.toString();
        }
        String pattern = pattern(cell);
        boolean day = isDay(cell.getDataFormatId(), pattern);
        if (day && number.signum() >= 0 && number.compareTo(DAYS_MAX) < 0) {
            return moment(number).format(hasTime(cell.getDataFormatId(), pattern) ? MOMENT : DAY);
        }
        BigDecimal meant = number.round(DIGITS).stripTrailingZeros();
        return meant.toPlainString();
    }

    /** A day that never was, 29 February 1900, is counted in this form. */
    private LocalDateTime moment(BigDecimal days) {
        BigDecimal counted = falseLeapDay && days.compareTo(FALSE_LEAP_DAY) < 0 ? days.add(BigDecimal.ONE) : days;
        return epoch.plusSeconds(
                counted.multiply(DAY_SECONDS).setScale(0, RoundingMode.HALF_UP).longValueExact());
    }

    private static boolean isDay(@Nullable Integer id, String pattern) {
        return (id != null && (DATES.contains(id) || id == DATE_TIME)) || pattern.matches(".*[yd].*");
    }

    private static boolean hasTime(@Nullable Integer id, String pattern) {
        return (id != null && id == DATE_TIME) || pattern.matches(".*[hs].*");
    }

    private static String pattern(Cell cell) {
        String pattern = cell.getDataFormatString();
        if (pattern == null || pattern.equalsIgnoreCase("general")) {
            return "";
        }
        return LITERAL.matcher(pattern).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
