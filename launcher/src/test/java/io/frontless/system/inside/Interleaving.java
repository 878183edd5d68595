package io.frontless.system.inside;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontless.engine.control.CommandGateway;
import io.frontless.engine.control.CommandView;
import io.frontless.engine.control.PlanDraft;
import io.frontless.engine.control.PlanView;
import io.frontless.event.control.EventFilter;
import io.frontless.event.control.EventQueries;
import io.frontless.event.control.EventView;
import io.frontless.kernel.Ids;
import io.frontless.kernel.Limits;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.operation.Operation;
import io.frontless.operation.Step;
import io.frontless.workspace.control.Caller;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** People of a crowd who do things at the same time: in each wave all propose, then all execute what waits and change things at once. */
@Dependent
public class Interleaving {
    private static final int WAVES = 3;
    private static final int PROPOSALS = 2;
    private static final String VERSIONS = "select record_id || ' ' || version from record where workspace_id = ?";

    /** Nobody's rights, limits or parts of the product are in question here. */
    private static final Set<Reason> UNEXPECTED =
            EnumSet.of(Reason.DENIED, Reason.HELD, Reason.SEALED, Reason.LIMIT, Reason.UNAVAILABLE);

    @Inject
    Bench bench;

    @Inject
    CommandGateway gateway;

    @Inject
    EventQueries events;

    @Inject
    WorkspaceDatabase database;

    @Inject
    Ids ids;

    /**
     * A plan between preview and execution, with the versions that things had when all previews of the wave were there: what it was shown is no
     * younger.
     */
    record Waiting(Caller caller, PlanView plan, Map<UUID, Long> versions) {}

    /** What came of a round: plans that were executed, those that were refused, and changes without a plan by the version they relied on. */
    record Story(List<Waiting> executed, List<UUID> refused, List<Relied> commands, AtomicInteger stale) {}

    /** A change without a plan, and the version it relied on. */
    record Relied(CommandView done, long version) {}

    /** One round: some new things, and all people at them. */
    Story round(Crowd crowd, int seed, ExecutorService threads) {
        String prefix = "Round " + seed;
        List<UUID> things = crowd.things(bench, ids, prefix);
        Story story = new Story(
                Collections.synchronizedList(new ArrayList<>()),
                Collections.synchronizedList(new ArrayList<>()),
                Collections.synchronizedList(new ArrayList<>()),
                new AtomicInteger());
        List<Waiting> waiting = new ArrayList<>();
        for (int wave = 0; wave < WAVES; wave++) {
            List<EventView> log = log(crowd, things);
            long chance = seed * 100L + wave;
            List<Waiting> proposed = new ArrayList<>();
            all(
                            crowd,
                            threads,
                            chance,
                            (caller, random) -> proposals(caller, new Intention(random, prefix, things, log)))
                    .forEach(proposed::addAll);
            Map<UUID, Long> versions = versions(crowd);
            proposed.forEach(one -> waiting.add(new Waiting(one.caller(), one.plan(), versions)));
            List<Waiting> left = new ArrayList<>();
            all(
                            crowd,
                            threads,
                            chance + 50,
                            (caller, random) -> work(
                                    caller, own(waiting, caller), new Intention(random, prefix, things, log), story))
                    .forEach(left::addAll);
            waiting.clear();
            waiting.addAll(left);
        }
        return story;
    }

    private List<Waiting> proposals(Caller caller, Intention intention) {
        List<Waiting> proposed = new ArrayList<>();
        for (int count = 0; count < PROPOSALS; count++) {
            proposal(caller, intention).ifPresent(plan -> proposed.add(new Waiting(caller, plan, Map.of())));
        }
        return proposed;
    }

    private Optional<PlanView> proposal(Caller caller, Intention intention) {
        try {
            return Optional.of(bench.propose(caller, intention.plan()));
        } catch (Rejection refusal) {
            requireExpected(refusal);
            return Optional.empty();
        }
    }

    /** Executes what waits, some of it later, and changes things in between; answers what still waits. */
    private List<Waiting> work(Caller caller, List<Waiting> waiting, Intention intention, Story story) {
        List<Waiting> left = new ArrayList<>();
        Collections.shuffle(waiting, intention.random());
        for (Waiting one : waiting) {
            if (intention.random().nextInt(4) == 0) {
                left.add(one);
            } else {
                execute(one, story);
            }
            command(caller, intention, one.versions(), story);
        }
        // Nobody waits between this preview and its execution, but others are at work.
        proposal(caller, intention).ifPresent(plan -> execute(new Waiting(caller, plan, Map.of()), story));
        return left;
    }

    private void execute(Waiting one, Story story) {
        try {
            bench.execute(one.caller(), one.plan());
            story.executed().add(one);
        } catch (Rejection refusal) {
            requireExpected(refusal);
            story.refused().add(one.plan().planId());
            if (refusal.message().contains("stale")) {
                story.stale().incrementAndGet();
            }
        }
    }

    private void command(Caller caller, Intention intention, Map<UUID, Long> versions, Story story) {
        Operation operation = intention.command();
        long version = Objects.requireNonNull(
                versions.get(UUID.fromString(String.valueOf(operation.params().get("id")))));
        Step step = Step.of("s1", operation).expecting(version);
        try {
            story.commands()
                    .add(new Relied(gateway.run(caller, new PlanDraft("At once", List.of(step), null, null)), version));
        } catch (Rejection refusal) {
            requireExpected(refusal);
        }
    }

    private static List<Waiting> own(List<Waiting> waiting, Caller caller) {
        return new ArrayList<>(
                waiting.stream().filter(one -> one.caller().equals(caller)).toList());
    }

    private List<EventView> log(Crowd crowd, List<UUID> things) {
        return events.find(crowd.owner(), EventFilter.latest(Limits.PAGE_ROWS_MAX)).stream()
                .filter(event -> event.recordId() != null && things.contains(event.recordId()))
                .toList();
    }

    private Map<UUID, Long> versions(Crowd crowd) {
        UUID workspaceId = crowd.place().workspaceId();
        Map<UUID, Long> versions = new HashMap<>();
        for (String line :
                database.tried(workspaceId, connection -> WorkspaceDatabase.texts(connection, VERSIONS, workspaceId))) {
            versions.put(UUID.fromString(line.substring(0, 36)), Long.valueOf(line.substring(37)));
        }
        return versions;
    }

    private static void requireExpected(Rejection refusal) {
        assertThat(refusal.reason()).as(refusal.message()).isNotIn(UNEXPECTED);
    }

    /** What one of the people does, with chance of their own. */
    private interface Doing<T> {
        T by(Caller caller, Random random);
    }

    private static <T> List<T> all(Crowd crowd, ExecutorService threads, long chance, Doing<T> doing) {
        List<Callable<T>> all = new ArrayList<>();
        for (Caller caller : crowd.people()) {
            Random random = new Random(chance * 31 + all.size());
            all.add(() -> doing.by(caller, random));
        }
        List<T> done = new ArrayList<>();
        try {
            for (Future<T> one : threads.invokeAll(all)) {
                done.add(one.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new AssertionError("Neither done nor refused: " + e.getCause(), e);
        }
        return done;
    }
}
