package io.frontless.access.control;

import io.frontless.engine.control.Change;
import io.frontless.engine.control.Execution;
import io.frontless.engine.control.Present;
import io.frontless.event.control.EventView;
import io.frontless.identity.control.People;
import io.frontless.identity.control.Person;
import io.frontless.kernel.Rejection;
import io.frontless.operation.Params;
import io.frontless.operation.RestoreMember;
import io.frontless.workspace.control.Members;
import io.frontless.workspace.control.Members.Seat;
import io.frontless.workspace.control.Role;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a membership is, in the form that events keep; what the handlers share that change one. */
@Dependent
public class MemberState {

    private final Members members;
    private final RoleState roles;
    private final People people;

    @Inject
    public MemberState(Members members, RoleState roles, People people) {
        this.members = members;
        this.roles = roles;
        this.people = people;
    }

    /** A membership, and how many owners can enter the workspace; both stay so until the end of the transaction. */
    record Locked(Seat seat, long owners) {

        /** Refuses to lose the last owner who can enter: nobody could ever do everything again. */
        void requireAnotherOwner() {
            if (seat.active() && seat.role().equals(Role.OWNER.key()) && owners == 1) {
                throw Rejection.conflict("member", "another owner beside this one", "the last owner");
            }
        }
    }

    /** A membership that has not ended, locked, of the version that the step relies on. */
    Locked lock(Execution execution, UUID member) {
        Locked locked = lockAny(execution, member)
                .filter(found -> !found.seat().removed())
                .orElseThrow(() -> Rejection.notFound("member", member));
        execution.requireVersion("member", locked.seat().version());
        return locked;
    }

    /** The same, of somebody whose role the caller may give and take. */
    Locked lockOfOther(Execution execution, UUID member) {
        Locked locked = lock(execution, member);
        roles.requireMayTake(execution, locked.seat().role());
        return locked;
    }

    /** A membership that has ended, locked, of the version that the step relies on. */
    Seat lockFormer(Execution execution, UUID member) {
        Seat seat =
                members.lock(execution.workspaceId(), member).orElseThrow(() -> Rejection.notFound("member", member));
        execution.requireVersion("member", seat.version());
        if (!seat.removed()) {
            throw Rejection.conflict("member", "a former one", "one who is there");
        }
        return seat;
    }

    /** Owners first and in one order, so that two who change each other's membership wait for, and then see, each other. */
    private Optional<Locked> lockAny(Execution execution, UUID member) {
        long owners = members.lockThoseWith(execution.workspaceId(), Role.OWNER.key()).stream()
                .filter(Seat::active)
                .count();
        return members.lock(execution.workspaceId(), member).map(seat -> new Locked(seat, owners));
    }

    Present present(EventView event, Execution execution) {
        return members.find(execution.workspaceId(), memberOf(event))
                .map(seat -> new Present(state(seat), seat.version()))
                .orElseGet(Present::nothing);
    }

    /** The member that an event speaks of. */
    static UUID memberOf(EventView event) {
        Map<String, @Nullable Object> state = event.after() == null ? event.before() : event.after();
        return new Params("event", Objects.requireNonNull(state)).id("key");
    }

    /** What takes the end of a membership back: whoever came and went again since is still brought back as they were then. */
    static RestoreMember asTheyWere(EventView event) {
        Params before = new Params("before", Objects.requireNonNull(event.before()));
        return new RestoreMember(memberOf(event), before.text("role"), before.flag("suspended"));
    }

    /** A change of one membership; what has ended, or not begun, is nothing. */
    Change change(@Nullable Seat before, Seat after) {
        return new Change(
                new Change.Subject(null, null, after.accountId().toString()),
                name(after),
                before == null ? null : state(before),
                state(after),
                after.version(),
                0,
                Map.of());
    }

    private @Nullable Map<String, @Nullable Object> state(Seat seat) {
        if (seat.removed()) {
            return null;
        }
        Map<String, @Nullable Object> state = new LinkedHashMap<>();
        state.put("key", seat.accountId().toString());
        state.put("label", name(seat));
        state.put("role", seat.role());
        state.put("suspended", seat.suspended());
        return state;
    }

    private String name(Seat seat) {
        Person person = people.byId(List.of(seat.accountId())).get(seat.accountId());
        return person == null ? seat.accountId().toString() : person.name();
    }
}
