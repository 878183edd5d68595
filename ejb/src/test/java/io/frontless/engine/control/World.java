package io.frontless.engine.control;

import io.frontless.event.control.EventLog;
import io.frontless.event.control.EventReader;
import io.frontless.event.control.EventView;
import io.frontless.event.control.EventVisibility;
import io.frontless.event.control.FreshEvents;
import io.frontless.event.entity.Events;
import io.frontless.event.entity.StoredEvent;
import io.frontless.kernel.Actor;
import io.frontless.kernel.Ids;
import io.frontless.kernel.Json;
import io.frontless.kernel.Rejection;
import io.frontless.operation.CreateRecord;
import io.frontless.operation.CreateWorkspace;
import io.frontless.operation.DeleteRecord;
import io.frontless.operation.Grant;
import io.frontless.operation.Operation;
import io.frontless.operation.Step;
import io.frontless.operation.UpdateEntity;
import io.frontless.operation.UpdateRecord;
import io.frontless.operation.UpsertRecord;
import io.frontless.operation.Values;
import io.frontless.workspace.control.Access;
import io.frontless.workspace.control.Caller;
import io.frontless.workspace.control.Origins;
import io.frontless.workspace.control.Role;
import io.frontless.workspace.control.TransactionMemory;
import io.frontless.workspace.entity.Statements;
import io.frontless.workspace.entity.Statements.Batch;
import jakarta.persistence.EntityManager;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The engine in a workspace that is kept in memory: its own classes, on fakes of what they store and of who changes things. */
// What the container would inject, the test gives.
@SuppressWarnings("UnnecessaryAssignment")
final class World {
    static final UUID WORKSPACE = new UUID(0, 100);
    static final UUID ADA = new UUID(0, 101);
    static final UUID PLAN = new UUID(0, 102);
    static final UUID CONVERSATION = new UUID(0, 103);
    static final CommandEngine.Cause CAUSE = new CommandEngine.Cause(PLAN, CONVERSATION);

    final Clock clock = Clock.fixed(InMemoryEvents.START, ZoneOffset.UTC);
    final Ids ids = new Ids(clock, new SecureRandom());
    final List<String> journal = new ArrayList<>();
    final InMemoryEvents events = new InMemoryEvents();
    final EventReader reader = new EventReader(events);
    final InMemorySavepoints savepoints = new InMemorySavepoints();
    final FakeRecords records = new FakeRecords(this);
    final Map<UUID, Rejection> refusals = new HashMap<>();
    private final Memory memory = new Memory();
    final HandlerRegistry registry = new HandlerRegistry();
    final CommandEngine engine = new CommandEngine();
    final Caller owner = new Caller(WORKSPACE, Actor.person(ADA, "Ada"), Role.OWNER.access());

    EventVisibility visibility = (caller, some) -> some;
    Function<UpsertRecord, Children> composite = asked -> Children.NONE;
    Function<DeleteRecord, Children> cascade = asked -> Children.NONE;

    World() {
        registry.handlers = new Beans<>(handlers());
        registry.start();
        engine.registry = registry;
        engine.log = new EventLog(events, ids, memory, new FreshEvents(), new Origins());
        engine.pending = new Beans<>(List.of(batch -> journal.add("flush")));
        engine.statements = new Statements(NoContainer.of(EntityManager.class));
        engine.clock = clock;
        engine.start();
    }

    /** Remembers as long as the test runs. */
    private static final class Memory extends TransactionMemory {
        private final Map<Class<?>, Object> known = new HashMap<>();

        @Override
        public <T> T get(Class<T> type, Supplier<T> first) {
            return type.cast(known.computeIfAbsent(type, key -> first.get()));
        }

        @Override
        public void afterCommit(Runnable action) {
            action.run();
        }
    }

    /** Stands for whatever the test says. */
    private final class Composite implements CompositeHandler<UpsertRecord> {
        @Override
        public Class<UpsertRecord> operation() {
            return UpsertRecord.class;
        }

        @Override
        public Children children(UpsertRecord asked, Execution execution) {
            return composite.apply(asked);
        }
    }

    private static final class Renaming extends FakeHandler<UpdateEntity> {
        Renaming(World world) {
            super(world, UpdateEntity.class);
        }

        @Override
        public Prepared check(UpdateEntity asked, Execution execution) {
            Change.Subject subject = Change.Subject.entity(asked.entity());
            return new Prepared(
                    new Change(subject, "t", Map.of("label", "A"), Map.of("label", asked.label()), 2, 0, Map.of()),
                    () -> {});
        }
    }

    private static final class Founding extends FakeHandler<CreateWorkspace> {
        Founding(World world) {
            super(world, CreateWorkspace.class);
        }

        @Override
        public Prepared check(CreateWorkspace asked, Execution execution) {
            Change.Subject subject = new Change.Subject(null, null, null);
            return new Prepared(new Change(subject, asked.label(), null, asked.params(), 1, 0, Map.of()), () -> {});
        }
    }

    private List<Handler<?>> handlers() {
        SavepointState state = new SavepointState(savepoints);
        UndoDependents dependents = new UndoDependents(reader, (workspace, gone) -> referring(gone));
        List<Handler<?>> handlers = new ArrayList<>(records.handlers());
        handlers.add(new CreateSavepointHandler(state, savepoints));
        handlers.add(new RemoveSavepointHandler(state, savepoints));
        handlers.add(new Composite());
        handlers.add(new Renaming(this));
        handlers.add(new Founding(this));
        handlers.add(new UndoHandler(
                reader,
                (caller, some) -> visibility.visible(caller, some),
                new UndoSelection(reader),
                dependents,
                registry));
        Set<Class<?>> handled = new HashSet<>();
        handlers.forEach(handler -> handled.add(handler.operation()));
        Arrays.stream(Operation.class.getPermittedSubclasses())
                .filter(type -> !handled.contains(type))
                .forEach(type -> handlers.add(silent(type.asSubclass(Operation.class))));
        return handlers;
    }

    private <O extends Operation> Handler<O> silent(Class<O> type) {
        return new FakeHandler<>(this, type);
    }

    private Set<UUID> referring(Iterable<UUID> gone) {
        Set<UUID> found = new HashSet<>();
        gone.forEach(id -> records.byId.forEach((holder, kept) -> {
            if (kept.values().containsValue(id.toString())) {
                found.add(holder);
            }
        }));
        return found;
    }

    void refuseIfTold(UUID id) {
        Rejection told = refusals.get(id);
        if (told != null) {
            throw told;
        }
    }

    static UUID id(long number) {
        return new UUID(0, number);
    }

    static Step create(String step, long number) {
        return Step.of(step, new CreateRecord("thing", id(number), Values.of("name", "n" + number)));
    }

    static Step rename(String step, long number, String name) {
        return Step.of(step, new UpdateRecord("thing", id(number), Values.of("name", name)));
    }

    static Step delete(String step, long number) {
        return Step.of(step, new DeleteRecord("thing", id(number)));
    }

    static Step upsert(String step) {
        return Step.of(step, new UpsertRecord("thing", id(99), "name", Values.of("name", "x")));
    }

    /** Runs the owner's steps; what is refused is rolled back. */
    Assessment run(Step... steps) {
        return run(List.of(steps), CAUSE);
    }

    private Assessment run(List<Step> steps, CommandEngine.Cause cause) {
        Runnable rollback = keep();
        try {
            return engine.run(owner, steps, cause);
        } catch (Rejection rejection) {
            rollback.run();
            throw rejection;
        }
    }

    /** The same in the course of another plan, and of no conversation. */
    Assessment run(UUID planId, Step... steps) {
        return run(List.of(steps), new CommandEngine.Cause(planId, null));
    }

    /** The same person in a role with these grants only. */
    Caller as(Grant... grants) {
        return new Caller(WORKSPACE, owner.actor(), new Access("custom", List.of(grants)));
    }

    /** Writes an event down that no handler made. */
    EventView happened(
            String action,
            @Nullable String entity,
            @Nullable UUID recordId,
            @Nullable Map<String, @Nullable Object> before,
            @Nullable Map<String, @Nullable Object> after) {
        UUID eventId = ids.get();
        events.append(
                new Batch(),
                WORKSPACE,
                List.of(new Events.Row(
                        eventId,
                        new StoredEvent.By("PERSON", ADA, "Ada"),
                        new StoredEvent.What(
                                action,
                                entity,
                                recordId,
                                before == null ? null : Json.write(before),
                                after == null ? null : Json.write(after),
                                1,
                                null),
                        new StoredEvent.Cause(null, null, null, null))));
        return event(events.all().size());
    }

    EventView event(int seq) {
        return reader.event(WORKSPACE, events.all().get(seq - 1).id()).orElseThrow();
    }

    UUID eventId(int seq) {
        return event(seq).eventId();
    }

    FakeRecords.Kept record(long number) {
        return Objects.requireNonNull(records.byId.get(id(number)));
    }

    /** The value of a record's name; null where it has none or is not there. */
    @Nullable
    Object name(long number) {
        FakeRecords.Kept kept = records.byId.get(id(number));
        return kept == null || kept.deleted() ? null : kept.values().get("name");
    }

    List<String> actions() {
        return events.all().stream().map(event -> event.what().action()).toList();
    }

    /** How things are, to be gone back to. */
    Runnable keep() {
        Map<UUID, FakeRecords.Kept> kept = new LinkedHashMap<>(records.byId);
        List<StoredEvent> log = events.all();
        return () -> {
            records.byId = new LinkedHashMap<>(kept);
            events.restore(log);
            memory.known.clear();
        };
    }
}
