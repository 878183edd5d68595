package io.frontless.record.boundary;

import io.frontless.boundary.Requires;
import io.frontless.event.control.EventQueries;
import io.frontless.event.control.EventSlice;
import io.frontless.identity.boundary.CurrentWorkspace;
import io.frontless.identity.boundary.Notice;
import io.frontless.identity.boundary.RequestParameter;
import io.frontless.kernel.Rejection;
import io.frontless.operation.FieldSpec;
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
import java.util.UUID;

/** Shows the workspace's events, newest first, of those that are asked for (see {@link HistoryFilter}). */
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

    @Inject
    Notice notice;

    private List<Day> days = List.of();
    private List<Choice> actors = List.of();
    private String older = "";

    /** The events of one day. */
    public record Day(String label, List<EventLine> events) {}

    /** Reads the events and who has ever done something. */
    public void load() {
        HistoryFilter filter = filter();
        UUID record = RequestParameter.uuid(request, "r").orElse(null);
        UUID actor = RequestParameter.uuid(request, "who").orElse(null);
        actors = events.actors(workspace.caller()).stream()
                .map(one -> new Choice(one.id().toString(), EventLine.who(one)))
                .toList();
        try {
            EventSlice slice = events.page(workspace.caller(), filter.events(record, actor, EVENTS));
            Map<String, List<EventLine>> byDay = new LinkedHashMap<>();
            for (EventLine line : titles.lines(slice.events())) {
                byDay.computeIfAbsent(line.longDay(), day -> new ArrayList<>()).add(line);
            }
            days = byDay.entrySet().stream()
                    .map(day -> new Day(day.getKey(), day.getValue()))
                    .toList();
            Long next = slice.nextBefore();
            older = next == null
                    ? ""
                    : filter.link(workspace.getId()).with("before", next).address();
        } catch (Rejection rejection) {
            notice.refused(rejection);
        }
    }

    /** The events, by day. */
    public List<Day> getDays() {
        return days;
    }

    /** The tables to choose from. */
    public List<Choice> getTables() {
        return schema.get().entities().stream()
                .map(table -> new Choice(table.key(), table.label()))
                .toList();
    }

    /** Those who have done something, to choose from. */
    public List<Choice> getActors() {
        return actors;
    }

    /** What can be done, to choose from. */
    public List<Choice> getActions() {
        return ActionWords.asked().stream()
                .map(action -> new Choice(action.getKey(), action.getValue()))
                .toList();
    }

    /** The fields of the chosen table, to choose from. */
    public List<Choice> getFields() {
        return schema.get().entity(asked("t")).map(EntityView::fields).orElse(List.of()).stream()
                .map((FieldSpec field) -> new Choice(field.key(), field.label()))
                .toList();
    }

    /** What is asked for by a parameter, or nothing. */
    public String asked(String name) {
        return filter().get(name);
    }

    /** Whether anything is asked for but what is newest. */
    public boolean isFiltered() {
        return filter().isAsked();
    }

    /** What people call the record that is asked for; nothing where none is. */
    public String getRecord() {
        if (RequestParameter.text(request, "r").isEmpty()) {
            return "";
        }
        return days.stream()
                .flatMap(day -> day.events().stream())
                .map(EventLine::title)
                .findFirst()
                .orElse("one record");
    }

    /** Whether this is not the first page. */
    public boolean isPaged() {
        return filter().isPaged();
    }

    /** The address of the newest events that are asked for. */
    public String getNewest() {
        return filter().link(workspace.getId()).address();
    }

    /** The address of the next older events; nothing where there are none. */
    public String getOlder() {
        return older;
    }

    private HistoryFilter filter() {
        return new HistoryFilter(request);
    }
}
