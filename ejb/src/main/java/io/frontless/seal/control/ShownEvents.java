package io.frontless.seal.control;

import io.frontless.event.control.EventView;
import io.frontless.event.control.EventVisibility;
import io.frontless.event.control.Redacted;
import io.frontless.kernel.Actor;
import io.frontless.operation.Permission;
import io.frontless.proof.CanonicalJson;
import io.frontless.proof.EventFormat;
import io.frontless.proof.LoggedEvent;
import io.frontless.workspace.control.Caller;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Events as their proofs see them, and no more of them than the caller may see: of a value that they may not, its digest; of an event that they may not,
 * nothing. From which address somebody came is told to those who decide about people.
 */
@Dependent
public class ShownEvents {

    private final EventVisibility visibility;

    @Inject
    public ShownEvents(EventVisibility visibility) {
        this.visibility = visibility;
    }

    /** Those of the events that the caller may see, by their sequence. */
    Map<Long, LoggedEvent> shown(Caller caller, List<LoggedEvent> events) {
        Map<UUID, EventView> visible = new HashMap<>();
        visibility
                .visible(caller, events.stream().map(ShownEvents::view).toList())
                .forEach(view -> visible.put(view.eventId(), view));
        boolean addresses = caller.access().allows(Permission.MANAGE_ROLES, null);
        Map<Long, LoggedEvent> shown = new HashMap<>();
        for (LoggedEvent event : events) {
            EventView view = visible.get(UUID.fromString(event.event()));
            if (view != null) {
                shown.put(event.seq(), shown(event, view, addresses));
            }
        }
        return shown;
    }

    private static LoggedEvent shown(LoggedEvent event, EventView view, boolean addresses) {
        LoggedEvent.What what = event.what();
        SortedMap<String, @Nullable Object> before = same(what.before(), view.before());
        SortedMap<String, @Nullable Object> after = same(what.after(), view.after());
        boolean whole = Objects.equals(before, what.before()) && Objects.equals(after, what.after());
        boolean source = addresses || event.who().source() == null;
        if (whole && source) {
            return event;
        }
        LoggedEvent.Who who = event.who();
        return new LoggedEvent(
                event.workspace(),
                event.seq(),
                event.event(),
                event.occurredAt(),
                new LoggedEvent.Who(
                        who.kind(),
                        who.id(),
                        who.name(),
                        addresses ? who.source() : null,
                        who.behalfId(),
                        who.behalfName()),
                new LoggedEvent.What(what.action(), what.entity(), what.record(), what.version(), before, after),
                event.why(),
                null,
                new EventFormat().withhold(event, path -> isShown(path, addresses, before, after)),
                event.link());
    }

    private static boolean isShown(
            String path,
            boolean addresses,
            @Nullable SortedMap<String, @Nullable Object> before,
            @Nullable SortedMap<String, @Nullable Object> after) {
        if (path.startsWith("before/")) {
            return before != null && before.containsKey(path.substring("before/".length()));
        }
        if (path.startsWith("after/")) {
            return after != null && after.containsKey(path.substring("after/".length()));
        }
        return addresses || !path.equals(EventFormat.SOURCE);
    }

    /** Those of the values that are shown as they are. */
    private static @Nullable SortedMap<String, @Nullable Object> same(
            @Nullable SortedMap<String, @Nullable Object> values, @Nullable Map<String, @Nullable Object> shown) {
        if (values == null || values == shown) {
            return values;
        }
        if (shown == null) {
            return CanonicalJson.object();
        }
        SortedMap<String, @Nullable Object> same = CanonicalJson.object();
        values.forEach((name, value) -> {
            if (shown.containsKey(name) && isSame(shown.get(name), value)) {
                same.put(name, value);
            }
        });
        return same;
    }

    private static boolean isSame(@Nullable Object shown, @Nullable Object value) {
        return Objects.equals(shown, value) || CanonicalJson.write(shown).equals(CanonicalJson.write(value));
    }

    private static EventView view(LoggedEvent event) {
        LoggedEvent.Who who = event.who();
        LoggedEvent.What what = event.what();
        Set<String> redacted =
                event.withheld() == null ? Set.of() : event.withheld().digests().keySet();
        return new EventView(
                UUID.fromString(event.workspace()),
                UUID.fromString(event.event()),
                event.seq(),
                new Actor(
                        Actor.Kind.valueOf(who.kind()),
                        UUID.fromString(who.id()),
                        who.name() == null ? "-" : who.name()),
                what.action(),
                what.entity(),
                id(what.record()),
                Redacted.marked(what.before(), "before/", redacted),
                Redacted.marked(what.after(), "after/", redacted),
                Instant.parse(event.occurredAt()),
                what.version(),
                id(event.why().plan()),
                event.why().step(),
                id(event.why().conversation()),
                id(event.why().undoes()),
                who.source(),
                true);
    }

    private static @Nullable UUID id(@Nullable String text) {
        return text == null ? null : UUID.fromString(text);
    }
}
