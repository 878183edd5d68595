package io.frontless.record.boundary;

import io.frontless.event.control.EventFilter;
import io.frontless.identity.boundary.PageLink;
import io.frontless.identity.boundary.RequestParameter;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the page “History” is asked for, by its parameters: {@code t} a table, {@code r} a record of it, {@code who} an actor, {@code action}, {@code field},
 * {@code from} and {@code to} days in UTC, {@code before} a sequence.
 */
final class HistoryFilter {

    private final HttpServletRequest request;

    HistoryFilter(HttpServletRequest request) {
        this.request = request;
    }

    /** A parameter, or nothing. */
    String get(String name) {
        return RequestParameter.text(request, name).orElse("");
    }

    /** Whether anything is asked for but what is newest. */
    boolean isAsked() {
        return !parameters().isEmpty();
    }

    /** Whether this is not the first page. */
    boolean isPaged() {
        return sequence() != null;
    }

    /** As the log is asked, of a record or an actor where one is given. */
    EventFilter events(@Nullable UUID record, @Nullable UUID actor, int limit) {
        String table = text("t");
        return new EventFilter(
                table,
                record,
                null,
                actor,
                null,
                sequence(),
                new EventFilter.Detail(
                        text("action"),
                        table == null ? null : text("field"),
                        day("from").map(HistoryFilter::start).orElse(null),
                        day("to").map(to -> start(to.plusDays(1))).orElse(null),
                        null),
                limit);
    }

    /** The page's address with what is asked for, without its place. */
    PageLink link(UUID workspace) {
        PageLink link = PageLink.to("/history").with("w", workspace);
        for (Map.Entry<String, String> parameter : parameters().entrySet()) {
            link = link.with(parameter.getKey(), parameter.getValue());
        }
        return link;
    }

    private Map<String, String> parameters() {
        Map<String, String> parameters = new TreeMap<>();
        for (String name : new String[] {"t", "r", "who", "action", "field", "from", "to"}) {
            RequestParameter.text(request, name).ifPresent(value -> parameters.put(name, value));
        }
        return parameters;
    }

    private @Nullable String text(String name) {
        return RequestParameter.text(request, name).orElse(null);
    }

    private @Nullable Long sequence() {
        return RequestParameter.text(request, "before")
                .filter(value -> value.matches("[0-9]{1,18}"))
                .map(Long::valueOf)
                .orElse(null);
    }

    /** A day that is none is not asked for. */
    private Optional<LocalDate> day(String name) {
        try {
            return RequestParameter.text(request, name)
                    .filter(value -> value.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}"))
                    .map(LocalDate::parse);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
