package io.frontless.assistant.boundary;

import io.frontless.assistant.control.TurnView.Reply;
import io.frontless.record.boundary.ValueText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The number of each group as a bar. The server draws it, so a page needs no script and no style of its own for it; the table beside it says the same.
 *
 * @param label what it shows, such as “Number by Status”
 * @param height in CSS pixels; the width is that of the page
 */
public record BarChart(String label, int height, List<Bar> bars) {

    /** A bar is looked at beside others, and a page holds about so many. */
    private static final int BARS_MIN = 2;

    private static final int BARS_MAX = 25;
    private static final int ROW_PX = 44;
    private static final int TEXT_PX = 14;
    private static final int BAR_PX = 20;
    private static final int VALUE_PX = 32;

    /** Of the width; the rest is for the number behind the bar. */
    private static final BigDecimal LONGEST_PERCENT = BigDecimal.valueOf(78);

    /**
     * One group.
     *
     * @param percent how long it is, of the width
     */
    public record Bar(String group, String value, String percent, int textY, int barY, int valueY) {}

    /** The chart of a summary; none where it has not one group and number a row, or a number that is no length. */
    static Optional<BarChart> of(Reply.Summary summary) {
        int count = summary.rows().size();
        if (summary.groupedBy() != 1 || summary.columns().size() < 2 || count < BARS_MIN || count > BARS_MAX) {
            return Optional.empty();
        }
        List<BigDecimal> numbers = new ArrayList<>();
        for (List<@Nullable Object> row : summary.rows()) {
            if (!(row.get(1) instanceof Number number) || new BigDecimal(number.toString()).signum() < 0) {
                return Optional.empty();
            }
            numbers.add(new BigDecimal(number.toString()));
        }
        BigDecimal longest = numbers.stream().reduce(BigDecimal.ONE, BigDecimal::max);
        List<Bar> bars = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            bars.add(bar(summary.rows().get(index), index * ROW_PX, percent(numbers.get(index), longest)));
        }
        String label = summary.columns().get(1) + " by " + summary.columns().get(0);
        return Optional.of(new BarChart(label, count * ROW_PX, bars));
    }

    private static Bar bar(List<@Nullable Object> row, int y, String percent) {
        String group = ValueText.of(row.get(0));
        return new Bar(
                group.isEmpty() ? "none" : group,
                ValueText.of(row.get(1)),
                percent,
                y + TEXT_PX,
                y + BAR_PX,
                y + VALUE_PX);
    }

    private static String percent(BigDecimal number, BigDecimal longest) {
        return number.multiply(LONGEST_PERCENT)
                        .divide(longest, 2, RoundingMode.HALF_UP)
                        .toPlainString() + "%";
    }
}
