package io.frontless.system.inside;

import static io.frontless.system.inside.Refusal.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontless.access.control.ReaderView;
import io.frontless.access.control.Readers;
import io.frontless.event.control.EventFilter;
import io.frontless.event.control.EventQueries;
import io.frontless.event.control.EventSlice;
import io.frontless.event.control.EventView;
import io.frontless.identity.control.Person;
import io.frontless.kernel.Actor;
import io.frontless.kernel.Ids;
import io.frontless.kernel.Reason;
import io.frontless.operation.AssignMember;
import io.frontless.operation.CreateRole;
import io.frontless.operation.DeleteRecord;
import io.frontless.operation.Filter;
import io.frontless.operation.Grant;
import io.frontless.operation.Permission;
import io.frontless.operation.UpdateRecord;
import io.frontless.operation.Values;
import io.frontless.workspace.control.Caller;
import io.frontless.workspace.control.Role;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the log is asked: who did what to what, for whom, and who can see it. */
class LogQuestionsIT extends InsideApplication {

    private static final int ALL = 200;

    @Inject
    Bench bench;

    @Inject
    EventQueries events;

    @Inject
    Readers readers;

    @Inject
    Ids ids;

    @Test
    void logIsFilteredByWhatWasDoneWhenAndToWhatField() {
        Office here = Office.in(bench, ids);
        Caller owner = here.owner();
        Instant from = after(owner);
        bench.run(owner, new UpdateRecord("deal", here.north(), Values.of("stage", "won")));
        bench.run(owner, new UpdateRecord("deal", here.north(), Values.of("margin", new BigDecimal("9"))));
        Instant until = after(owner).plusNanos(1000);
        bench.run(owner, new DeleteRecord("deal", here.north()));

        assertThat(find(owner, detail("record.delete", null, null, null))).hasSize(1);
        assertThat(find(owner, detail(null, "stage", from.plusNanos(1000), null)))
                .extracting(EventView::action)
                .containsExactly("record.delete", "record.update");
        assertThat(find(owner, detail("record.update", null, from.plusNanos(1000), until)))
                .hasSize(2);
        assertThat(find(owner, detail(null, "margin", null, null))).hasSize(4);
        assertThat(find(here.northerner(), detail(null, "margin", null, null))).isEmpty();
        assertThat(refusal(() -> events.find(
                                owner,
                                new EventFilter(
                                        null, null, null, null, null, null, detail(null, "stage", null, null), 1)))
                        .reason())
                .isEqualTo(Reason.INVALID);
        assertThat(refusal(() -> detail("record.obliterate", null, null, null)).reason())
                .isEqualTo(Reason.INVALID);
        assertThat(refusal(() -> detail(null, null, until, from)).reason()).isEqualTo(Reason.INVALID);
        assertThat(refusal(() -> events.find(
                                here.dealer(),
                                new EventFilter(
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        new EventFilter.Detail(null, null, null, null, "127.0.0.1"),
                                        1)))
                        .reason())
                .isEqualTo(Reason.DENIED);
    }

    @Test
    void pagesOfTheLogFollowEachOther() {
        Office here = Office.in(bench, ids);
        List<EventView> all = events.find(here.owner(), EventFilter.latest(ALL));

        List<EventView> paged = new ArrayList<>();
        EventFilter filter = EventFilter.latest(3);
        EventSlice slice = events.page(here.owner(), filter);
        while (slice.nextBefore() != null) {
            paged.addAll(slice.events());
            slice = events.page(here.owner(), filter.before(slice.nextBefore()));
        }
        paged.addAll(slice.events());

        assertThat(paged).isEqualTo(all);
    }

    @Test
    void whoCanSeeARecordIsToldWithTheGrantsOfThen() {
        Office here = Office.in(bench, ids);
        Person person = bench.join(here.place(), Role.VIEWER);
        Grant north = Grant.of("deal", Permission.READ)
                .where(Filter.equal("region", "north"))
                .hiding("margin");
        bench.run(here.owner(), new CreateRole("north", "North", List.of(north, Grant.of("client", Permission.READ))));
        Instant asViewer = after(here.owner());
        bench.run(here.owner(), new AssignMember(person.accountId(), "north"));

        assertThat(readers.ofRecord(here.owner(), "deal", here.north(), null))
                .filteredOn(reader -> reader.accountId().equals(person.accountId()))
                .singleElement()
                .satisfies(reader -> {
                    assertThat(reader.grants()).containsExactly(north);
                    assertThat(reader.hidden()).containsExactly("margin");
                    assertThat(reader.roleLabel()).isEqualTo("North");
                });
        assertThat(accounts(readers.ofRecord(here.owner(), "deal", here.south(), null)))
                .containsExactly(here.place().founder().accountId());
        assertThat(accounts(readers.ofRecord(here.owner(), "deal", here.south(), asViewer)))
                .containsExactlyInAnyOrder(here.place().founder().accountId(), person.accountId());
        assertThat(refusal(() -> readers.ofRecord(here.dealer(), "deal", here.north(), null))
                        .reason())
                .isEqualTo(Reason.DENIED);
        assertThat(refusal(() -> readers.ofRecord(bench.found().owner(), "deal", here.north(), null))
                        .reason())
                .isEqualTo(Reason.NOT_FOUND);
    }

    @Test
    void whoCanSeeAnEventIsTold() {
        Office here = Office.in(bench, ids);
        UUID south = bench.lastEvent(here.owner()).eventId();
        Person person = bench.join(here.place(), Role.VIEWER);
        bench.run(
                here.owner(),
                new CreateRole(
                        "north",
                        "North",
                        List.of(Grant.of("deal", Permission.READ).where(Filter.equal("region", "north")))));
        UUID ofRole = bench.lastEvent(here.owner()).eventId();
        Instant asViewer = after(here.owner());
        bench.run(here.owner(), new AssignMember(person.accountId(), "north"));

        UUID owner = here.place().founder().accountId();
        assertThat(accounts(readers.ofEvent(here.owner(), south, null))).containsExactly(owner);
        assertThat(accounts(readers.ofEvent(here.owner(), south, asViewer)))
                .containsExactlyInAnyOrder(owner, person.accountId());
        assertThat(accounts(readers.ofEvent(here.owner(), ofRole, null))).containsExactly(owner);
        assertThat(refusal(() -> readers.ofEvent(
                                here.owner(), south, Instant.now().minus(Duration.ofDays(1))))
                        .reason())
                .isEqualTo(Reason.INVALID);
        assertThat(refusal(() -> readers.ofEvent(bench.found().owner(), south, null))
                        .reason())
                .isEqualTo(Reason.NOT_FOUND);
    }

    @Test
    void eventSaysForWhomItWasDone() {
        Office here = Office.in(bench, ids);
        Actor.Principal jane = new Actor.Principal(ids.get(), "Jane");
        Actor key = Actor.apiKey(ids.get(), "Robot").actingFor(jane);
        bench.run(
                new Caller(here.place().workspaceId(), key, Role.MEMBER.access()),
                new UpdateRecord("deal", here.north(), Values.of("stage", "won")));

        assertThat(bench.lastEvent(here.owner()).actor()).isEqualTo(key);
        assertThat(events.actors(here.owner())).extracting(Actor::name).contains("Robot");
        assertThat(events.actors(here.with(Grant.of("payroll", Permission.READ))))
                .extracting(Actor::name)
                .doesNotContain("Robot");
    }

    private Instant after(Caller owner) {
        return bench.lastEvent(owner).timestamp();
    }

    private List<EventView> find(Caller caller, EventFilter.Detail detail) {
        return events.find(caller, new EventFilter("deal", null, null, null, null, null, detail, ALL));
    }

    private static EventFilter.Detail detail(
            @Nullable String action, @Nullable String field, @Nullable Instant from, @Nullable Instant until) {
        return new EventFilter.Detail(action, field, from, until, null);
    }

    private static List<UUID> accounts(List<ReaderView> readers) {
        return readers.stream().map(ReaderView::accountId).toList();
    }
}
