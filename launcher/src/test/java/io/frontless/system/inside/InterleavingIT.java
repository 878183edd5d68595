package io.frontless.system.inside;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontless.engine.control.Findings;
import io.frontless.engine.control.PlanView;
import io.frontless.event.control.EventQueries;
import io.frontless.event.control.EventView;
import io.frontless.kernel.Json;
import io.frontless.system.inside.Interleaving.Story;
import io.frontless.system.inside.Interleaving.Waiting;
import io.frontless.workspace.control.Caller;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Many people at the same things at the same time: nothing is overwritten that its author was not shown. A failing seed is named by the failure; it
 * repeats what everybody wants ({@code FRONTLESS_INTERLEAVINGS_SEED}), not who comes first. {@code FRONTLESS_INTERLEAVINGS} says how many rounds.
 */
class InterleavingIT extends InsideApplication {
    private static final int ROUNDS_OF_A_WORKSPACE = 10;
    private static final int ROUNDS_ENOUGH = 30;

    @Inject
    Bench bench;

    @Inject
    Interleaving interleaving;

    @Inject
    EventQueries events;

    @Inject
    WorkspaceDatabase database;

    private int executed;
    private int stale;
    private int overwritten;

    @Test
    void nothingIsOverwrittenThatItsAuthorWasNotShown() {
        int rounds = setting("FRONTLESS_INTERLEAVINGS", 40);
        int first = setting("FRONTLESS_INTERLEAVINGS_SEED", 1);
        Crowd crowd = Crowd.in(bench);
        ExecutorService threads = Executors.newFixedThreadPool(crowd.people().size());

        try {
            for (int seed = first; seed < first + rounds; seed++) {
                if (seed % ROUNDS_OF_A_WORKSPACE == 0) {
                    crowd = Crowd.in(bench);
                }
                round(crowd, seed, threads);
            }
        } finally {
            threads.shutdownNow();
        }

        if (rounds >= ROUNDS_ENOUGH) {
            assertThat(executed).as("plans executed").isGreaterThan(rounds);
            assertThat(stale).as("plans refused as stale").isPositive();
            assertThat(overwritten)
                    .as("later edits overwritten, as their preview told")
                    .isPositive();
        }
    }

    private void round(Crowd crowd, int seed, ExecutorService threads) {
        try {
            Story story = interleaving.round(crowd, seed, threads);

            story.executed().forEach(plan -> requireAsShown(crowd.owner(), plan));
            for (UUID refused : story.refused()) {
                assertThat(events.ofPlan(crowd.owner(), refused)).isEmpty();
            }
            for (Interleaving.Relied command : story.commands()) {
                EventView event = events.event(crowd.owner(), command.done().eventId());
                assertThat(event.version()).isEqualTo(command.version() + 1);
                assertThat(event.after()).isEqualTo(command.done().after());
            }
            UUID workspaceId = crowd.place().workspaceId();
            List<String> contradictions =
                    database.tried(workspaceId, connection -> LogProof.contradictions(connection, workspaceId));
            assertThat(contradictions).isEmpty();
            executed += story.executed().size();
            stale += story.stale().get();
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
        }
    }

    /** Its events are what its preview showed, begin where the preview began, and take nothing back over a later edit that it did not tell of. */
    private void requireAsShown(Caller owner, Waiting waiting) {
        PlanView plan = waiting.plan();
        List<EventView> done = new ArrayList<>(events.ofPlan(owner, plan.planId()));
        Collections.reverse(done);
        assertThat(done.stream().map(InterleavingIT::told).toList())
                .as("as shown: " + plan.planId())
                .isEqualTo(plan.changes().stream().map(InterleavingIT::told).toList());
        Set<UUID> begun = new HashSet<>();
        for (EventView event : done) {
            UUID record = Objects.requireNonNull(event.recordId());
            Long version = waiting.versions().get(record);
            if (begun.add(record) && version != null) {
                assertThat(event.version() - 1)
                        .as("changed between preview and execution: " + event)
                        .isLessThanOrEqualTo(version);
            }
            if (event.undoes() != null) {
                requireTold(plan, event, events.event(owner, event.undoes()));
            }
        }
    }

    private void requireTold(PlanView plan, EventView undoing, EventView undone) {
        if (overwrites(undoing, undone)) {
            assertThat(plan.findings())
                    .as("overwrites a later edit: " + undoing)
                    .anyMatch(finding -> finding.kind() == Findings.Kind.DATA
                            && undone.eventId().equals(finding.eventId()));
            overwritten++;
        }
    }

    /** Whether what the undoing changes was not as the event had left it. */
    private static boolean overwrites(EventView undoing, EventView undone) {
        Map<String, @Nullable Object> left = undone.after();
        Map<String, @Nullable Object> found = undoing.before();
        Map<String, @Nullable Object> made = undoing.after();
        if (left == null || found == null || made == null) {
            return !Objects.equals(left, found);
        }
        Set<String> names = new HashSet<>(found.keySet());
        names.addAll(made.keySet());
        return names.stream()
                .filter(name -> !Objects.equals(found.get(name), made.get(name)))
                .anyMatch(name -> !Objects.equals(found.get(name), left.get(name)));
    }

    private static String told(EventView event) {
        return told(event.action(), event.recordId(), event.before(), event.after());
    }

    private static String told(PlanView.ChangeView change) {
        return told(change.action(), change.recordId(), change.before(), change.after());
    }

    /** In the order of names, which the database does not keep. */
    private static String told(
            String action,
            @Nullable UUID record,
            @Nullable Map<String, @Nullable Object> before,
            @Nullable Map<String, @Nullable Object> after) {
        return action + " " + record + " " + (before == null ? "nothing" : Json.canonical(before)) + " → "
                + (after == null ? "nothing" : Json.canonical(after));
    }

    private static int setting(String name, int otherwise) {
        String value = System.getenv(name);
        return value == null ? otherwise : Integer.parseInt(value);
    }
}
