package io.frontless.system.inside;

import static io.frontless.system.inside.Refusal.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontless.access.control.Acceptance;
import io.frontless.access.control.AccessQueries;
import io.frontless.access.control.InvitationQueries;
import io.frontless.access.control.InvitationView;
import io.frontless.engine.control.PlanView;
import io.frontless.event.control.EventFilter;
import io.frontless.event.control.EventQueries;
import io.frontless.event.control.EventView;
import io.frontless.identity.control.Person;
import io.frontless.kernel.Ids;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.operation.AssignMember;
import io.frontless.operation.CreateRole;
import io.frontless.operation.DeleteRole;
import io.frontless.operation.Grant;
import io.frontless.operation.InviteMember;
import io.frontless.operation.JoinWorkspace;
import io.frontless.operation.Permission;
import io.frontless.operation.RemoveMember;
import io.frontless.operation.RevokeInvitation;
import io.frontless.operation.SuspendMember;
import io.frontless.operation.UndoTarget;
import io.frontless.vault.control.Digests;
import io.frontless.workspace.control.Caller;
import io.frontless.workspace.control.Role;
import io.frontless.workspace.control.Workspaces;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Who is invited, who can accept, and what a link tells. */
class InvitationsIT extends InsideApplication {

    @Inject
    Bench bench;

    @Inject
    Workspaces workspaces;

    @Inject
    AccessQueries access;

    @Inject
    InvitationQueries invitations;

    @Inject
    Acceptance acceptance;

    @Inject
    EventQueries events;

    @Inject
    WorkspaceDatabase database;

    @Inject
    Ids ids;

    @Test
    void invitedPersonJoinsOnceInTheirOwnName() {
        Place place = bench.found();
        Person person = bench.person();
        String token = link(place, invite(place, person.email(), "MEMBER"));
        assertThat(invitations.find(token).role()).isEqualTo("Member");
        assertThat(invitations.find(token).isFor(person))
                .as("looking uses nothing up")
                .isTrue();

        acceptance.accept(person, token);

        EventView event = bench.lastEvent(place.owner());
        assertThat(workspaces.enter(person.actor(), place.workspaceId()).access())
                .isEqualTo(Role.MEMBER.access());
        assertThat(event.action()).isEqualTo("member.join");
        assertThat(event.actor()).isEqualTo(person.actor());
        assertThat(access.invitations(place.owner())).isEmpty();
        assertThat(refusal(() -> acceptance.accept(person, token)).message())
                .isEqualTo(
                        refusal(() -> acceptance.accept(person, "never sent")).message());
    }

    @Test
    void linkThatDoesNotWorkIsRefusedInOneWay() {
        Place place = bench.found();
        bench.run(place.owner(), new CreateRole("clerk", "Clerk", List.of(Grant.of(Grant.ANY, Permission.READ))));
        Person revoked = bench.person();
        Person expired = bench.person();
        Person roleless = bench.person();
        UUID first = invite(place, revoked.email(), "MEMBER");
        UUID second = invite(place, expired.email(), "MEMBER");
        UUID third = invite(place, roleless.email(), "clerk");
        List<String> links = List.of(link(place, first), link(place, second), link(place, third));
        bench.run(place.owner(), new RevokeInvitation(first));
        change(place, "update invitation set expires_at = clock_timestamp() where invitation_id = ?", second);
        bench.run(place.owner(), new DeleteRole("clerk"));
        Rejection never = refusal(() -> invitations.find("never sent"));

        assertThat(never.reason()).isEqualTo(Reason.NOT_FOUND);
        List<Person> people = List.of(revoked, expired, roleless);
        for (int index = 0; index < links.size(); index++) {
            Person person = people.get(index);
            String token = links.get(index);
            assertThat(refusal(() -> invitations.find(token)).message()).isEqualTo(never.message());
            assertThat(refusal(() -> acceptance.accept(person, token)).message())
                    .isEqualTo(never.message());
            assertThat(workspaces.of(person.accountId())).isEmpty();
        }
    }

    @Test
    void invitationIsForOneAddressAloneAndStaysForIt() {
        Place place = bench.found();
        Person person = bench.person();
        String token = link(place, invite(place, person.email(), "VIEWER"));

        Rejection refusal = refusal(() -> acceptance.accept(bench.person(), token));

        assertThat(refusal.reason()).isEqualTo(Reason.DENIED);
        assertThat(refusal.message()).contains("another address").doesNotContain(person.email());
        acceptance.accept(person, token);
    }

    @Test
    void acceptedByManyRequestsAtOnceAnInvitationMakesOneMemberOnce() throws Exception {
        Place place = bench.found();
        Person person = bench.person();
        String token = link(place, invite(place, person.email(), "MEMBER"));
        List<Callable<Boolean>> requests = new ArrayList<>();
        for (int index = 0; index < 8; index++) {
            requests.add(() -> {
                try {
                    acceptance.accept(person, token);
                    return true;
                } catch (Rejection refusal) {
                    return false;
                }
            });
        }

        int accepted = 0;
        ExecutorService threads = Executors.newFixedThreadPool(requests.size());
        try {
            for (Future<Boolean> one : threads.invokeAll(requests)) {
                accepted += one.get() ? 1 : 0;
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(accepted).isEqualTo(1);
        assertThat(access.members(place.owner())).hasSize(2);
        assertThat(bench.log(place.owner()))
                .filteredOn(event -> event.contains("member.join"))
                .hasSize(1);
    }

    @Test
    void answerDoesNotTellWhetherAnAddressHasAnAccount() {
        Place place = bench.found();
        Person known = bench.person();
        String unknown = UUID.randomUUID() + "@bench.example";

        PlanView one = bench.propose(place.owner(), new InviteMember(ids.get(), known.email(), "MEMBER"));
        PlanView other = bench.propose(place.owner(), new InviteMember(ids.get(), unknown, "MEMBER"));

        assertThat(blurred(one, known.email())).isEqualTo(blurred(other, unknown));
        bench.execute(place.owner(), one);
        bench.execute(place.owner(), other);
        assertThat(refusal(() -> invite(place, known.email(), "VIEWER"))
                        .message()
                        .replace(known.email(), "?"))
                .isEqualTo(refusal(() -> invite(place, unknown, "VIEWER"))
                        .message()
                        .replace(unknown, "?"));
    }

    @Test
    void nobodyInvitesIntoARoleThatTheyDoNotHaveNorAPrivateAddress() {
        Place place = bench.found();
        Caller keeper = place.as(new Role("keeper", "Keeper", List.of(Grant.of(Grant.ANY, Permission.MANAGE_ROLES))));
        UUID ofOwner = invite(place, "second@guests.example", "OWNER");

        assertDenied(() -> bench.propose(keeper, new InviteMember(ids.get(), "a@guests.example", "VIEWER")));
        assertDenied(
                () -> bench.propose(place.as(Role.ADMIN), new InviteMember(ids.get(), "a@guests.example", "OWNER")));
        assertDenied(() -> bench.propose(place.as(Role.ADMIN), new RevokeInvitation(ofOwner)));
        Rejection freemail = refusal(() -> invite(place, "somebody@gmail.com", "MEMBER"));
        assertThat(freemail.reason()).isEqualTo(Reason.INVALID);
        assertThat(freemail.message()).contains("a business address");
    }

    @Test
    void revokedInvitationComesBackByUndoWithAnotherLink() {
        Place place = bench.found();
        Person person = bench.person();
        UUID invitation = invite(place, person.email(), "MEMBER");
        String token = link(place, invitation);
        PlanView revoked = bench.run(place.owner(), new RevokeInvitation(invitation));

        bench.undo(place.owner(), revoked);

        assertThat(access.invitations(place.owner()))
                .extracting(InvitationView::id)
                .containsExactly(invitation);
        assertThat(refusal(() -> acceptance.accept(person, token)).reason()).isEqualTo(Reason.NOT_FOUND);
        acceptance.accept(person, link(place, invitation));
    }

    @Test
    void expiredInvitationDoesNotStandInTheWayOfAnother() {
        Place place = bench.found();
        UUID first = invite(place, "late@guests.example", "MEMBER");
        change(place, "update invitation set expires_at = clock_timestamp() where invitation_id = ?", first);
        assertThat(access.invitations(place.owner()))
                .extracting(InvitationView::expired)
                .containsExactly(true);

        UUID second = invite(place, "late@guests.example", "VIEWER");

        assertThat(access.invitations(place.owner()))
                .extracting(InvitationView::id)
                .containsExactly(second);
    }

    @Test
    void joiningIsTakenBackByRemovingAndEarlierEndsStillComeBackAsTheyWere() {
        Place place = bench.found();
        Person person = bench.join(place, Role.VIEWER);
        bench.run(place.owner(), new AssignMember(person.accountId(), "ADMIN"));
        bench.run(place.owner(), new SuspendMember(person.accountId()));
        List<String> before = bench.state(place.owner());
        PlanView removed = bench.run(place.owner(), new RemoveMember(person.accountId()));
        acceptance.accept(person, link(place, invite(place, person.email(), "MEMBER")));
        UUID joined = bench.lastEvent(place.owner()).eventId();
        assertThat(workspaces.enter(person.actor(), place.workspaceId()).access())
                .isEqualTo(Role.MEMBER.access());

        PlanView back = bench.undo(place.owner(), new UndoTarget.Event(joined));
        assertThat(workspaces.of(person.accountId())).isEmpty();
        bench.undo(place.owner(), removed);

        assertThat(bench.state(place.owner())).isEqualTo(before);
        assertThat(back.changes()).hasSize(1);
    }

    @Test
    void planOfAMemberCannotJoin() {
        Place place = bench.found();
        UUID invitation = invite(place, "guest@guests.example", "MEMBER");

        Rejection refusal = refusal(() -> bench.propose(place.owner(), new JoinWorkspace(invitation)));

        assertThat(refusal.reason()).isEqualTo(Reason.NOT_FOUND);
        assertThat(access.invitations(place.owner())).hasSize(1);
    }

    @Test
    void onlyThoseWhoDecideSeeInvitationsAndTheirHistory() {
        Place place = bench.found();
        UUID invitation = invite(place, "secret@guests.example", "MEMBER");
        bench.run(place.owner(), new RevokeInvitation(invitation));
        Caller member = place.as(Role.MEMBER);

        assertDenied(() -> access.invitations(member));
        assertDenied(() -> access.formerMembers(member));
        assertThat(events.find(member, EventFilter.latest(200)).toString()).doesNotContain("secret@guests.example");
        assertThat(events.find(place.owner(), EventFilter.latest(200)).toString())
                .contains("secret@guests.example");
    }

    @Test
    void hashOfATokenLetsNobodySeeAnotherInvitation() {
        Place place = bench.found();
        String token = link(place, invite(place, "one@guests.example", "MEMBER"));
        link(place, invite(place, "two@guests.example", "MEMBER"));
        String byToken = "select email from frontless.invitation_by_token(?)";

        List<String> seen = database.triedOutside(
                connection -> WorkspaceDatabase.texts(connection, byToken, Digests.sha256Hex(token)));
        List<String> guessed =
                database.triedOutside(connection -> WorkspaceDatabase.texts(connection, byToken, "00".repeat(32)));
        List<String> besides = database.triedOutside(connection -> {
            WorkspaceDatabase.text(
                    connection, "select set_config('frontless.invitation', ?, true)", Digests.sha256Hex(token));
            return WorkspaceDatabase.texts(connection, "select email from invitation");
        });

        assertThat(seen).containsExactly("one@guests.example");
        assertThat(guessed).isEmpty();
        assertThat(besides).isEmpty();
    }

    private UUID invite(Place place, String email, String role) {
        UUID id = ids.get();
        bench.run(place.owner(), new InviteMember(id, email, role));
        return id;
    }

    /** A token that works as the mailed one would, in its place: that one is in the mail alone. */
    private String link(Place place, UUID invitation) {
        String token = "token of " + UUID.randomUUID();
        change(
                place,
                "update invitation set token_hash = ? where invitation_id = ?",
                Digests.sha256(token),
                invitation);
        return token;
    }

    private void change(Place place, String sql, Object... parameters) {
        int changed =
                database.done(place.workspaceId(), connection -> WorkspaceDatabase.change(connection, sql, parameters));
        assertThat(changed).isEqualTo(1);
    }

    private static String blurred(PlanView plan, String email) {
        PlanView.ChangeView change = plan.changes().get(0);
        String id = String.valueOf(change.after() == null ? "" : change.after().get("key"));
        return (plan.summary() + plan.risk() + plan.rows() + plan.findings() + change)
                .replace(email, "?")
                .replace(id, "!");
    }

    private static void assertDenied(Runnable request) {
        assertThat(refusal(request).reason()).isEqualTo(Reason.DENIED);
    }
}
