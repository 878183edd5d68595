package io.frontless.access.control;

import io.frontless.access.control.Invitations.Guest;
import io.frontless.access.control.Invitations.InvitationLink;
import io.frontless.engine.control.Execution;
import io.frontless.event.control.Outbox;
import io.frontless.identity.control.MailedLinks;
import io.frontless.kernel.Limits;
import io.frontless.workspace.control.Role;
import io.frontless.workspace.control.Workspaces;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Map;

/** The mail with the link of an invitation. The link is made here and goes nowhere else; a preview, which is rolled back, sends none. */
@Dependent
public class InvitationLetter {

    private final MailedLinks links;
    private final Outbox outbox;
    private final Workspaces workspaces;

    @Inject
    public InvitationLetter(MailedLinks links, Outbox outbox, Workspaces workspaces) {
        this.links = links;
        this.outbox = outbox;
        this.workspaces = workspaces;
    }

    /** Promises the mail, and answers what is kept of its link. */
    InvitationLink send(Execution execution, Guest guest, Role role) {
        MailedLinks.MailedLink link = links.to("/invitation");
        String text = "Hello,\n\n" + execution.caller().actor().name() + " invites you to the workspace "
                + workspaces.label(execution.workspaceId()) + " in Frontless, with the role " + role.label() + ":\n\n"
                + link.address() + "\n\nThe link works once, for " + Limits.INVITATION_LIFETIME.toDays()
                + " days, and for this address alone: if you have no account yet, it leads you to make one first."
                + " If you did not expect this, ignore this mail.\n";
        outbox.promise(
                "mail",
                Map.of("to", guest.email(), "subject", "You are invited to a Frontless workspace", "text", text));
        return new InvitationLink(link.tokenHash(), execution.now());
    }
}
