package io.frontless.schema.control;

import io.frontless.event.control.EventView;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.Params;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What an entity has been, one state after the other, as its events tell. A deleted field keeps its place among the others, as it does in the schema, so that
 * it comes back to where it was.
 */
public final class EntityPast {

    private final String key;
    private final List<State> states = new ArrayList<>();
    private final List<Slot> slots = new ArrayList<>();
    private String label = "";
    private long version;
    private boolean living;

    private EntityPast(String key) {
        this.key = key;
    }

    /** From an event on; without an entity where it was deleted. */
    private record State(long seq, Instant since, Optional<EntityView> entity) {}

    /** A field in its place. */
    private record Slot(FieldSpec field, boolean living) {}

    /** Follows the events about an entity, which are in their order. */
    static EntityPast of(String key, List<EventView> events) {
        EntityPast past = new EntityPast(key);
        for (EventView event : events) {
            past.follow(event);
            past.states.add(new State(event.seq(), event.timestamp(), past.entity()));
        }
        return past;
    }

    /** The entity at a time; nothing where there was none. */
    public Optional<EntityView> at(Instant time) {
        return last(state -> !state.since().isAfter(time));
    }

    /** The entity when an event was written. */
    public Optional<EntityView> at(long seq) {
        return last(state -> state.seq() <= seq);
    }

    private Optional<EntityView> last(Predicate<State> until) {
        for (int at = states.size() - 1; at >= 0; at--) {
            if (until.test(states.get(at))) {
                return states.get(at).entity();
            }
        }
        return Optional.empty();
    }

    private Optional<EntityView> entity() {
        List<FieldSpec> fields =
                slots.stream().filter(Slot::living).map(Slot::field).toList();
        return living ? Optional.of(new EntityView(key, label, version, fields)) : Optional.empty();
    }

    private void follow(EventView event) {
        Map<String, @Nullable Object> after = event.after();
        switch (event.action()) {
            case "entity.create", "entity.update", "entity.restore" -> change(event, Objects.requireNonNull(after));
            case "entity.delete" -> {
                living = false;
                version = event.version();
            }
            case "field.create", "field.update", "field.convert", "field.restore" -> put(field(after));
            case "field.delete" -> hide(field(event.before()).key());
            case "field.move" -> move(event, params(after).texts("order"));
            default -> {
                // Views and constraints say nothing of fields.
            }
        }
    }

    private void change(EventView event, Map<String, @Nullable Object> after) {
        living = true;
        version = event.version();
        label = params(after).text("label");
        params(after).objects("fields").forEach(field -> put(FieldSpec.from(field)));
    }

    private void put(FieldSpec field) {
        int place = place(field.key());
        if (place < 0) {
            slots.add(new Slot(field, true));
        } else {
            slots.set(place, new Slot(field, true));
        }
    }

    private void hide(String field) {
        int place = place(field);
        slots.set(place, new Slot(slots.get(place).field(), false));
    }

    /** The living fields share the places that they had. */
    private void move(EventView event, List<String> order) {
        version = event.version();
        List<Slot> moved = order.stream().map(field -> slots.get(place(field))).toList();
        int next = 0;
        for (int place = 0; place < slots.size(); place++) {
            if (slots.get(place).living()) {
                slots.set(place, moved.get(next++));
            }
        }
    }

    private int place(String field) {
        for (int place = 0; place < slots.size(); place++) {
            if (slots.get(place).field().key().equals(field)) {
                return place;
            }
        }
        return -1;
    }

    private static FieldSpec field(@Nullable Map<String, @Nullable Object> state) {
        return FieldSpec.from(params(state));
    }

    private static Params params(@Nullable Map<String, @Nullable Object> state) {
        return new Params("event", Objects.requireNonNull(state));
    }
}
