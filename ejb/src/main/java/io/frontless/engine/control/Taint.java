package io.frontless.engine.control;

import io.frontless.event.control.EventView;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What will not be there any more, or not be as it is, when some events are taken back; and whether a later event builds on that. */
final class Taint {

    private final Map<Subject, Set<String>> changed = new HashMap<>();
    private final Set<Subject> gone = new HashSet<>();
    private final Set<UUID> goneRecords = new HashSet<>();
    private final Set<String> goneIds = new HashSet<>();
    private final Set<String> goneEntities = new HashSet<>();
    private final Map<String, Set<String>> goneFields = new HashMap<>();

    /** Notes that an event is taken back. */
    void take(EventView event) {
        Subject subject = Subject.of(event);
        changed.computeIfAbsent(subject, key -> new HashSet<>()).addAll(Subject.changedNames(event));
        if (event.before() != null || event.after() == null) {
            return;
        }
        gone.add(subject);
        String entity = event.entity();
        if (event.action().startsWith("record.") && event.recordId() != null) {
            goneRecords.add(event.recordId());
            goneIds.add(event.recordId().toString());
        } else if (event.action().startsWith("entity.") && entity != null) {
            goneEntities.add(entity);
        } else if (event.action().startsWith("field.") && entity != null) {
            goneFields
                    .computeIfAbsent(entity, key -> new HashSet<>())
                    .add(String.valueOf(event.after().get("key")));
        }
    }

    /** Whether a later event builds on what was taken. */
    boolean reaches(EventView event) {
        Subject subject = Subject.of(event);
        Set<String> names = Subject.changedNames(event);
        return isWithinGone(event, subject)
                || names.stream().anyMatch(changed.getOrDefault(subject, Set.of())::contains)
                || fillsGoneField(event, names)
                || pointsToGone(event, names);
    }

    private boolean isWithinGone(EventView event, Subject subject) {
        UUID record = event.recordId();
        return gone.contains(subject)
                || goneEntities.contains(String.valueOf(event.entity()))
                || (record != null && goneRecords.contains(record));
    }

    private boolean fillsGoneField(EventView event, Set<String> names) {
        Set<String> fields = goneFields.getOrDefault(String.valueOf(event.entity()), Set.of());
        return event.recordId() != null && names.stream().anyMatch(fields::contains);
    }

    private boolean pointsToGone(EventView event, Set<String> names) {
        Map<String, @Nullable Object> after = event.after();
        return after != null
                && names.stream().map(name -> String.valueOf(after.get(name))).anyMatch(this::isGone);
    }

    private boolean isGone(String text) {
        return goneEntities.contains(text) || goneIds.contains(text);
    }

    /** The records that were changed or created. */
    Set<UUID> records() {
        Set<UUID> records = new HashSet<>();
        changed.keySet().forEach(subject -> {
            if (subject.recordId() != null) {
                records.add(subject.recordId());
            }
        });
        return records;
    }

    /** The records that will not be there. */
    Set<UUID> goneRecords() {
        return Set.copyOf(goneRecords);
    }

    /** The entities whose schema is taken back in some part. */
    Set<String> entities() {
        Set<String> entities = new HashSet<>();
        changed.keySet().forEach(subject -> {
            if (subject.recordId() == null && subject.entity() != null) {
                entities.add(subject.entity());
            }
        });
        return entities;
    }
}
