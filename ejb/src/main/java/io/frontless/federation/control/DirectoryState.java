package io.frontless.federation.control;

import io.frontless.engine.control.Change;
import io.frontless.engine.control.Execution;
import io.frontless.engine.control.Present;
import io.frontless.event.control.EventView;
import io.frontless.federation.entity.DirectoryRows;
import io.frontless.identity.control.MailDomains;
import io.frontless.identity.control.People;
import io.frontless.identity.control.Person;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.operation.DirectoryEntry;
import io.frontless.operation.Params;
import io.frontless.workspace.control.Members;
import io.frontless.workspace.control.Members.Seat;
import io.frontless.workspace.control.Role;
import io.frontless.workspace.control.Roles;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a person of the directory is, in the form that events keep; what the handlers share that change one. */
@Dependent
public class DirectoryState {

    private final DirectoryRows rows;
    private final Members members;
    private final Roles roles;
    private final People people;
    private final MailDomains mailDomains;

    @Inject
    public DirectoryState(DirectoryRows rows, Members members, Roles roles, People people, MailDomains mailDomains) {
        this.rows = rows;
        this.members = members;
        this.roles = roles;
        this.people = people;
        this.mailDomains = mailDomains;
    }

    /** Somebody who was not removed, locked, of the version that the step relies on. */
    DirectoryRows.Row lock(Execution execution, UUID user) {
        DirectoryRows.Row row = rows.lock(execution.workspaceId(), user)
                .filter(found -> !found.removed())
                .orElseThrow(() -> Rejection.notFound("user", user));
        execution.requireVersion("user", row.version());
        return row;
    }

    /** The membership of somebody who has one that has not ended. */
    Optional<Seat> seat(UUID workspaceId, @Nullable UUID accountId) {
        return Optional.ofNullable(accountId)
                .flatMap(account -> members.find(workspaceId, account))
                .filter(seat -> !seat.removed());
    }

    /** An address in its one form; refused as INVALID where it is not a business's. */
    String address(String given) {
        return mailDomains.require(given);
    }

    /** The member who has an address. */
    Optional<Seat> memberOf(UUID workspaceId, String email) {
        List<Seat> seats = members.all(workspaceId);
        Map<UUID, Person> known =
                people.byId(seats.stream().map(Seat::accountId).toList());
        return seats.stream()
                .filter(seat -> known.containsKey(seat.accountId())
                        && Objects.requireNonNull(known.get(seat.accountId()))
                                .email()
                                .equals(email))
                .findFirst();
    }

    /** Finds in the directory whom a provider has just named, so that the directory governs them from now on. */
    void meet(UUID workspaceId, UUID account) {
        Person person = people.byId(List.of(account)).get(account);
        if (person != null) {
            rows.lockByEmail(workspaceId, person.email())
                    .filter(row -> row.accountId() == null)
                    .ifPresent(row -> rows.meet(workspaceId, row.userId(), account));
        }
    }

    /** What is to be kept: the address in its one form, and a role that there is; another than the present one the caller must be able to give. */
    DirectoryRows.Entry checked(Execution execution, UUID user, DirectoryEntry entry, @Nullable String presentRole) {
        UUID workspaceId = execution.workspaceId();
        String email = address(entry.email());
        Role role =
                roles.lockLiving(workspaceId, entry.role()).orElseThrow(() -> Rejection.notFound("role", entry.role()));
        boolean ofOwner = role.key().equals(Role.OWNER.key());
        boolean given = !role.key().equals(presentRole);
        if (given
                && ((ofOwner && !execution.caller().access().isOwner())
                        || !execution.caller().access().covers(role.access()))) {
            throw new Rejection(
                    Reason.DENIED, "your role in this workspace does not allow this: no role can give more than yours");
        }
        for (DirectoryRows.Row other : rows.living(workspaceId)) {
            boolean same = same(other.entry().userName(), entry.userName())
                    || other.entry().email().equals(email);
            if (same && !other.userId().equals(user)) {
                throw Rejection.conflict("userName", "a name and an address that nobody else has", entry.userName());
            }
        }
        return new DirectoryRows.Entry(
                entry.userName(), entry.externalId(), email, entry.called(), entry.active(), entry.role());
    }

    Present present(EventView event, Execution execution) {
        return rows.find(execution.workspaceId(), userOf(event))
                .map(row -> new Present(row.removed() ? null : state(row.userId(), row.entry()), row.version()))
                .orElseGet(Present::nothing);
    }

    /** The person that an event speaks of. */
    static UUID userOf(EventView event) {
        Map<String, @Nullable Object> state = event.after() == null ? event.before() : event.after();
        return new Params("event", Objects.requireNonNull(state)).id("key");
    }

    /** What an event tells of a person. */
    static DirectoryEntry entry(@Nullable Map<String, @Nullable Object> state) {
        Params params = new Params("state", Objects.requireNonNull(state));
        return new DirectoryEntry(
                params.text("userName"),
                params.optionalText("externalId").orElse(null),
                params.text("email"),
                params.text("name"),
                params.flag("active"),
                params.text("role"));
    }

    static Change change(
            UUID user, DirectoryRows.@Nullable Entry before, DirectoryRows.@Nullable Entry after, long version) {
        DirectoryRows.Entry any = Objects.requireNonNull(after == null ? before : after);
        return new Change(
                new Change.Subject(null, null, user.toString()),
                any.name(),
                before == null ? null : state(user, before),
                after == null ? null : state(user, after),
                version,
                0,
                Map.of());
    }

    private static Map<String, @Nullable Object> state(UUID user, DirectoryRows.Entry entry) {
        Map<String, @Nullable Object> state = new LinkedHashMap<>();
        state.put("key", user.toString());
        state.put("label", entry.name());
        state.putAll(new DirectoryEntry(
                        entry.userName(), entry.externalId(), entry.email(), entry.name(), entry.active(), entry.role())
                .params());
        return state;
    }

    private static boolean same(String one, String other) {
        return one.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
    }
}
