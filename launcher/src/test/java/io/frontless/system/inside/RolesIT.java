package io.frontless.system.inside;

import static io.frontless.system.inside.Refusal.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontless.access.control.AccessQueries;
import io.frontless.access.control.MemberView;
import io.frontless.access.control.OwnRole;
import io.frontless.access.control.RoleView;
import io.frontless.event.control.EventFilter;
import io.frontless.event.control.EventQueries;
import io.frontless.identity.control.Person;
import io.frontless.kernel.Ids;
import io.frontless.kernel.Reason;
import io.frontless.operation.AssignMember;
import io.frontless.operation.CreateRole;
import io.frontless.operation.DeleteRole;
import io.frontless.operation.Filter;
import io.frontless.operation.Grant;
import io.frontless.operation.Permission;
import io.frontless.operation.RestoreRole;
import io.frontless.operation.UpdateRole;
import io.frontless.workspace.control.Access;
import io.frontless.workspace.control.Caller;
import io.frontless.workspace.control.Role;
import io.frontless.workspace.control.Workspaces;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who gives which role to whom. */
class RolesIT extends InsideApplication {

    private static final Grant NORTH = Grant.of("deal", Permission.READ, Permission.UPDATE)
            .where(Filter.equal("region", "north"))
            .hiding("margin");

    @Inject
    Bench bench;

    @Inject
    Workspaces workspaces;

    @Inject
    AccessQueries access;

    @Inject
    OwnRole ownRole;

    @Inject
    EventQueries events;

    @Inject
    Ids ids;

    @Test
    void memberHasTheRightsOfTheirRoleAsItIs() {
        Office here = Office.in(bench, ids);
        Person person = bench.join(here.place(), Role.VIEWER);
        assertThat(enter(here, person).access()).isEqualTo(Role.VIEWER.access());

        bench.run(
                here.owner(),
                new CreateRole("north", "North", List.of(NORTH)),
                new AssignMember(person.accountId(), "north"));
        Access first = enter(here, person).access();
        bench.run(here.owner(), new UpdateRole("north", "North", List.of(NORTH.where(Filter.everything()))));

        assertThat(first).isEqualTo(new Access("north", List.of(NORTH)));
        assertThat(enter(here, person).access().filter(Permission.READ, "deal")).isEqualTo(Filter.everything());
        assertThat(ownRole.label(enter(here, person))).isEqualTo("North");
    }

    @Test
    void nobodyGivesMoreThanTheyHave() {
        Office here = Office.in(bench, ids);
        Person person = bench.join(here.place(), Role.VIEWER);
        bench.run(here.owner(), new CreateRole("chief", "Chief", List.of(Grant.of("deal", Permission.READ))));
        Grant manage = Grant.of(Grant.ANY, Permission.MANAGE_ROLES);
        Caller keeper = here.with(manage, NORTH);

        assertDenied(
                () -> bench.propose(keeper, new CreateRole("all", "All", List.of(Grant.of("deal", Permission.READ)))));
        assertDenied(() -> bench.propose(
                keeper, new CreateRole("del", "Del", List.of(NORTH, Grant.of("client", Permission.READ)))));
        assertDenied(() -> bench.propose(keeper, new CreateRole("hid", "Hid", List.of(NORTH.hiding()))));
        assertDenied(() -> bench.propose(keeper, new UpdateRole("chief", "Chief", List.of(NORTH))));
        assertDenied(() -> bench.propose(keeper, new DeleteRole("chief")));
        assertDenied(() -> bench.propose(keeper, new AssignMember(person.accountId(), "chief")));
        assertDenied(() -> bench.propose(keeper, new AssignMember(person.accountId(), "ADMIN")));
        bench.run(keeper, new CreateRole("same", "Same", List.of(NORTH)));
    }

    @Test
    void onlyOwnersMakeAndUnmakeOwnersAndOneStays() {
        Office here = Office.in(bench, ids);
        Person person = bench.join(here.place(), Role.MEMBER);
        Caller admin = here.place().as(Role.ADMIN);
        AssignMember promote = new AssignMember(person.accountId(), "OWNER");
        AssignMember demote = new AssignMember(here.place().founder().accountId(), "MEMBER");

        assertDenied(() -> bench.propose(admin, promote));
        assertDenied(() -> bench.propose(admin, demote));
        assertThat(refusal(() -> bench.propose(here.owner(), demote)).reason()).isEqualTo(Reason.CONFLICT);
        bench.run(here.owner(), promote);
        bench.run(here.owner(), demote);

        assertThat(access.members(enter(here, person)))
                .extracting(MemberView::role)
                .containsExactly("MEMBER", "OWNER");
    }

    @Test
    void onlyThoseWhoDecideSeeRolesMembersAndTheirHistory() {
        Office here = Office.in(bench, ids);
        Person person = bench.join(here.place(), Role.MEMBER);
        bench.run(here.owner(), new CreateRole("north", "North", List.of(NORTH)));
        Caller member = enter(here, person);

        assertDenied(() -> access.roles(member));
        assertDenied(() -> access.members(member));
        assertThat(events.find(member, EventFilter.latest(200)).toString()).doesNotContain("role.create", "North");
        assertThat(access.roles(here.owner()))
                .extracting(RoleView::role)
                .extracting(Role::key)
                .containsExactly("OWNER", "ADMIN", "MEMBER", "VIEWER", "north");
        assertThat(access.members(here.owner())).extracting(MemberView::name).contains(person.name());
    }

    @Test
    void roleComesBackWithItsGrants() {
        Office here = Office.in(bench, ids);
        bench.run(here.owner(), new CreateRole("north", "North", List.of(NORTH)));

        bench.run(here.owner(), new DeleteRole("north"));
        assertThat(access.roles(here.owner())).hasSize(Role.READY_MADE.size());
        bench.run(here.owner(), new RestoreRole("north"));

        assertThat(access.roles(here.owner()).get(4).role().grants()).containsExactly(NORTH);
    }

    private Caller enter(Office here, Person person) {
        return workspaces.enter(person.actor(), here.place().workspaceId());
    }

    private static void assertDenied(Runnable request) {
        assertThat(refusal(request).reason()).isEqualTo(Reason.DENIED);
    }
}
