package io.frontless.record.boundary;

import io.frontless.boundary.Requires;
import io.frontless.event.control.EventFilter;
import io.frontless.event.control.EventQueries;
import io.frontless.event.control.EventView;
import io.frontless.identity.boundary.CurrentWorkspace;
import io.frontless.identity.boundary.PageLink;
import io.frontless.identity.boundary.RequestParameter;
import io.frontless.operation.Permission;
import io.frontless.schema.control.EntityView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows the workspace's events, newest first. Parameters: {@code t} only this table's; {@code before} only those before this sequence. */
@Named
@RequestScoped
@Requires(Permission.READ)
public class HistoryPage {

    private static final int EVENTS = 50;

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentWorkspace workspace;

    @Inject
    CurrentSchema schema;

    @Inject
    EventQueries events;

    @Inject
    EventTitles titles;

    private List<Day> days = List.of();
    private @Nullable Long older;

    /** The events of one day. */
    public record Day(String label, List<EventLine> events) {}

    /** Reads one event more than is shown, to know whether there are older ones. */
    public void load() {
        int before = RequestParameter.number(request, "before");
        EventFilter filter = new EventFilter(
                RequestParameter.text(request, "t").orElse(null),
                null,
                null,
                null,
                null,
                before == 0 ? null : (long) before,
                EventFilter.Detail.NONE,
                EVENTS + 1);
        List<EventView> found = events.find(workspace.caller(), filter);
        List<EventView> shown = found.subList(0, Math.min(EVENTS, found.size()));
        older = found.size() > EVENTS ? shown.get(EVENTS - 1).seq() : null;
        Map<String, List<EventLine>> byDay = new LinkedHashMap<>();
        for (EventLine line : titles.lines(shown)) {
            byDay.computeIfAbsent(line.longDay(), day -> new ArrayList<>()).add(line);
        }
        days = byDay.entrySet().stream()
                .map(day -> new Day(day.getKey(), day.getValue()))
                .toList();
    }

    /** The events, by day. */
    public List<Day> getDays() {
        return days;
    }

    /** The tables to choose from. */
    public List<EntityView> getTables() {
        return schema.get().entities();
    }

    /** The chosen table, or nothing for all. */
    public String getTable() {
        return RequestParameter.text(request, "t").orElse("");
    }

    /** Whether this is not the first page. */
    public boolean isPaged() {
        return RequestParameter.number(request, "before") > 0;
    }

    /** The address of the newest events. */
    public String getNewest() {
        PageLink link = PageLink.to("/history").with("w", workspace.getId());
        return (getTable().isEmpty() ? link : link.with("t", getTable())).address();
    }

    /** The address of the next older events; nothing where there are none. */
    public String getOlder() {
        return older == null
                ? ""
                : new PageLink(getNewest()).with("before", older).address();
    }
}
