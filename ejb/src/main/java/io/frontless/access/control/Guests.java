package io.frontless.access.control;

import io.frontless.identity.control.MailDomains;
import io.frontless.identity.control.People;
import io.frontless.identity.control.Person;
import io.frontless.kernel.Rejection;
import io.frontless.workspace.control.Members;
import io.frontless.workspace.control.Members.Seat;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Which addresses can be invited into a workspace: those of a business, of nobody who belongs to it already. */
@Dependent
public class Guests {

    private final MailDomains domains;
    private final Members members;
    private final People people;

    @Inject
    public Guests(MailDomains domains, Members members, People people) {
        this.domains = domains;
        this.members = members;
        this.people = people;
    }

    /** An address in its one form; refused as INVALID where it is no business's. */
    String requireBusiness(String email) {
        return domains.require(email);
    }

    /** Refuses as CONFLICT the address of a member. */
    void requireNoMember(UUID workspaceId, String email) {
        List<UUID> accounts =
                members.all(workspaceId).stream().map(Seat::accountId).toList();
        if (people.byId(accounts).values().stream().map(Person::email).anyMatch(email::equals)) {
            throw Rejection.conflict("email", "the address of no member", email);
        }
    }
}
