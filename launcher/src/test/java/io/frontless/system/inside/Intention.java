package io.frontless.system.inside;

import io.frontless.event.control.EventView;
import io.frontless.operation.DeleteRecord;
import io.frontless.operation.MergeRecords;
import io.frontless.operation.Operation;
import io.frontless.operation.RestoreRecord;
import io.frontless.operation.Undo;
import io.frontless.operation.UndoTarget;
import io.frontless.operation.UnmergeRecord;
import io.frontless.operation.UpdateRecord;
import io.frontless.operation.Values;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody wants to do at random with a few things, most of which others want as well. */
record Intention(Random random, String prefix, List<UUID> things, List<EventView> log) {

    /** Operations for one plan. */
    Operation[] plan() {
        return switch (random.nextInt(12)) {
            case 0, 1, 2 -> new Operation[] {edit()};
            case 3, 4 -> new Operation[] {edit(), edit()};
            case 5 -> new Operation[] {new DeleteRecord("thing", thing())};
            case 6 -> new Operation[] {new RestoreRecord("thing", thing())};
            case 7 -> new Operation[] {merge()};
            case 8 -> new Operation[] {new UnmergeRecord("thing", thing())};
            default -> new Operation[] {undo()};
        };
    }

    /** One operation that needs no plan. */
    Operation command() {
        return switch (random.nextInt(8)) {
            case 0 -> new DeleteRecord("thing", thing());
            case 1 -> new RestoreRecord("thing", thing());
            default -> edit();
        };
    }

    private Operation edit() {
        Values values =
                switch (random.nextInt(6)) {
                    case 0 -> Values.of("name", prefix + " " + random.nextInt(8));
                    case 1 -> Values.of("amount", new BigDecimal(random.nextInt(100)));
                    case 2 -> Values.of("parent", parent());
                    case 3 -> Values.of("remark", text()).with("note", text());
                    case 4 -> Values.of("remark", text());
                    default -> Values.of("note", text());
                };
        return new UpdateRecord("thing", thing(), values);
    }

    private Operation merge() {
        int into = random.nextInt(things.size());
        int from = (into + 1 + random.nextInt(things.size() - 1)) % things.size();
        return new MergeRecords("thing", things.get(into), things.get(from));
    }

    private Operation undo() {
        if (log.isEmpty()) {
            return edit();
        }
        EventView event = log.get(random.nextInt(log.size()));
        UUID plan = event.planId();
        UndoTarget target = plan != null && random.nextBoolean()
                ? new UndoTarget.Plan(plan)
                : new UndoTarget.Event(Objects.requireNonNull(event.eventId()));
        Undo.OnConflict[] ways = Undo.OnConflict.values();
        return new Undo(target, ways[random.nextInt(ways.length)], random.nextInt(4) == 0);
    }

    private UUID thing() {
        return things.get(random.nextInt(things.size()));
    }

    private @Nullable String parent() {
        return random.nextInt(3) == 0 ? null : thing().toString();
    }

    private String text() {
        return "text " + random.nextInt(10);
    }
}
