package io.frontless.engine.control;

import io.frontless.event.control.EventView;
import io.frontless.kernel.Rejection;
import io.frontless.operation.CreateRecord;
import io.frontless.operation.DeleteRecord;
import io.frontless.operation.Operation;
import io.frontless.operation.RestoreRecord;
import io.frontless.operation.UpdateRecord;
import io.frontless.operation.Values;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Records in a map, and the handlers of what is done to them. */
final class FakeRecords {
    /** A record. */
    record Kept(String entity, Map<String, @Nullable Object> values, long version, boolean deleted) {
        @Nullable
        Map<String, @Nullable Object> state() {
            return deleted ? null : values;
        }
    }

    private final World world;
    Map<UUID, Kept> byId = new LinkedHashMap<>();

    FakeRecords(World world) {
        this.world = world;
    }

    List<Handler<?>> handlers() {
        return List.of(new Create(world), new Update(world), new Delete(world), new Restore(world));
    }

    /** What all four share: how a record is, and what is written. */
    private abstract class OfRecords<O extends Operation> extends FakeHandler<O> {
        OfRecords(World world, Class<O> operation) {
            super(world, operation);
        }

        @Override
        public Present present(EventView event, Execution execution) {
            Kept kept = byId.get(event.recordId());
            return kept == null ? Present.nothing() : new Present(kept.state(), kept.version());
        }

        Kept existing(UUID id, Execution execution, boolean deleted) {
            world.refuseIfTold(id);
            Kept kept = byId.get(id);
            if (kept == null || kept.deleted() != deleted) {
                throw Rejection.notFound("record", id);
            }
            execution.requireVersion("record", kept.version());
            return kept;
        }

        Prepared prepared(UUID id, @Nullable Map<String, @Nullable Object> before, Kept after) {
            Change change = new Change(
                    Change.Subject.record(after.entity(), id),
                    "title",
                    before,
                    after.state(),
                    after.version(),
                    1,
                    Map.of("t", "T"));
            return new Prepared(change, () -> {
                world.journal.add("write " + id.getLeastSignificantBits());
                byId.put(id, after);
            });
        }

        UUID id(EventView event) {
            return Objects.requireNonNull(event.recordId());
        }

        String entity(EventView event) {
            return Objects.requireNonNull(event.entity());
        }
    }

    private final class Create extends OfRecords<CreateRecord> {
        Create(World world) {
            super(world, CreateRecord.class);
        }

        @Override
        public Prepared check(CreateRecord asked, Execution execution) {
            world.refuseIfTold(asked.id());
            if (byId.containsKey(asked.id())) {
                throw Rejection.conflict("id", "a new one", asked.id());
            }
            return prepared(
                    asked.id(), null, new Kept(asked.entity(), asked.values().byField(), 1, false));
        }

        @Override
        public Operation inverse(EventView event) {
            return new DeleteRecord(entity(event), id(event));
        }
    }

    private final class Update extends OfRecords<UpdateRecord> {
        Update(World world) {
            super(world, UpdateRecord.class);
        }

        @Override
        public Prepared check(UpdateRecord asked, Execution execution) {
            Kept kept = existing(asked.id(), execution, false);
            Map<String, @Nullable Object> after = new LinkedHashMap<>(kept.values());
            after.putAll(asked.values().byField());
            return prepared(asked.id(), kept.values(), new Kept(asked.entity(), after, kept.version() + 1, false));
        }

        @Override
        public Operation inverse(EventView event) {
            Map<String, @Nullable Object> before = Objects.requireNonNull(event.before());
            Map<String, @Nullable Object> back = new LinkedHashMap<>();
            Subject.changedNames(event).forEach(name -> back.put(name, before.get(name)));
            return new UpdateRecord(entity(event), id(event), new Values(back));
        }
    }

    private final class Delete extends OfRecords<DeleteRecord> {
        Delete(World world) {
            super(world, DeleteRecord.class);
        }

        @Override
        public Children children(DeleteRecord asked, Execution execution) {
            return world.cascade.apply(asked);
        }

        @Override
        public Prepared check(DeleteRecord asked, Execution execution) {
            Kept kept = existing(asked.id(), execution, false);
            return prepared(
                    asked.id(), kept.values(), new Kept(asked.entity(), kept.values(), kept.version() + 1, true));
        }

        @Override
        public Operation inverse(EventView event) {
            return new RestoreRecord(entity(event), id(event));
        }
    }

    private final class Restore extends OfRecords<RestoreRecord> {
        Restore(World world) {
            super(world, RestoreRecord.class);
        }

        @Override
        public Prepared check(RestoreRecord asked, Execution execution) {
            Kept kept = existing(asked.id(), execution, true);
            return prepared(asked.id(), null, new Kept(asked.entity(), kept.values(), kept.version() + 1, false));
        }

        @Override
        public Operation inverse(EventView event) {
            return new DeleteRecord(entity(event), id(event));
        }
    }
}
