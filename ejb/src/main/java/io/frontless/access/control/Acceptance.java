package io.frontless.access.control;

import io.frontless.engine.control.CommandGateway;
import io.frontless.engine.control.PlanDraft;
import io.frontless.identity.control.Permit;
import io.frontless.identity.control.Permits;
import io.frontless.identity.control.Person;
import io.frontless.identity.control.Seats;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.operation.JoinWorkspace;
import io.frontless.operation.Step;
import io.frontless.workspace.control.Access;
import io.frontless.workspace.control.Caller;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;

/** Uses an invitation up: the signed-in person becomes a member, by an operation as any other, which alone decides. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Acceptance {

    @Inject
    InvitationQueries invitations;

    @Inject
    Permits permits;

    @Inject
    CommandGateway gateway;

    @Inject
    Seats seats;

    /** Joins, and answers what was joined; DENIED where the invitation is for another address than the person's. */
    public Invited accept(Person person, String token) {
        permits.take(Permit.ACCEPT_ACCOUNT, person.accountId().toString());
        Invited invited = invitations.find(token);
        if (!invited.isFor(person)) {
            throw new Rejection(
                    Reason.DENIED,
                    "this invitation is for another address than yours: sign in with the one it was sent to");
        }
        seats.provide(person, invited.workspaceId());
        Caller joining = new Caller(invited.workspaceId(), person.actor(), Access.joining());
        Step step = Step.of("s1", new JoinWorkspace(invited.invitationId()));
        gateway.run(joining, new PlanDraft("Join the workspace", List.of(step), null, null));
        return invited;
    }
}
