package io.frontless.assistant.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontless.assistant.control.TurnView.Reply;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Summaries are drawn where a bar says something. */
class BarChartTest {

    @Test
    void longestBarIsAsLongAsABarMayBeAndOthersInProportion() {
        BarChart chart = BarChart.of(summary(1, List.of(row("paid", 4), row(null, 1), row("open", 0))))
                .orElseThrow();

        assertThat(chart.label()).isEqualTo("Number by Status");
        assertThat(chart.bars()).extracting(BarChart.Bar::group).containsExactly("paid", "none", "open");
        assertThat(chart.bars()).extracting(BarChart.Bar::percent).containsExactly("78.00%", "19.50%", "0.00%");
        assertThat(chart.bars()).extracting(BarChart.Bar::value).containsExactly("4", "1", "0");
        assertThat(chart.height()).isGreaterThan(chart.bars().get(2).valueY());
    }

    @Test
    void whatIsNoLengthIsNotDrawn() {
        assertThat(BarChart.of(summary(1, List.of(row("paid", 4)))))
                .as("one bar")
                .isEmpty();
        assertThat(BarChart.of(summary(0, List.of(row("paid", 4), row("open", 1)))))
                .as("no groups")
                .isEmpty();
        assertThat(BarChart.of(summary(1, List.of(row("paid", 4), row("open", -1)))))
                .as("a negative number")
                .isEmpty();
        assertThat(BarChart.of(summary(1, List.of(row("paid", 4), row("open", "2026-01-01")))))
                .as("a date")
                .isEmpty();
    }

    private static List<@Nullable Object> row(@Nullable String group, Object value) {
        return new ArrayList<>(
                Arrays.asList(group, value instanceof Integer number ? BigDecimal.valueOf(number) : value));
    }

    private static Reply.Summary summary(int groupedBy, List<List<@Nullable Object>> rows) {
        return new Reply.Summary("Invoices", List.of("Status", "Number"), groupedBy, rows);
    }
}
