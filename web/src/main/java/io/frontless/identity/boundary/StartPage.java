package io.frontless.identity.boundary;

import io.frontless.boundary.CurrentPerson;
import io.frontless.boundary.InvitationCookie;
import io.frontless.boundary.OpenToAll;
import io.frontless.identity.control.Presence;
import io.frontless.workspace.control.Membership;
import io.frontless.workspace.control.Workspaces;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Where {@code /} leads: to sign-in, back to an invitation, to founding a workspace, or into the person's first one. */
@OpenToAll
@WebServlet("")
public class StartPage extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient CurrentPerson person;

    @Inject
    transient Workspaces workspaces;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.sendRedirect(start(request).address());
    }

    /** Who came by an invitation is led back to it, which forgets itself once it is used. */
    private PageLink start(HttpServletRequest request) {
        if (!person.isKnown()) {
            return PageLink.to("/sign-in");
        }
        Optional<String> invitation = InvitationCookie.token(request);
        if (invitation.isPresent()) {
            return PageLink.to("/invitation").with("token", invitation.get());
        }
        Presence here = person.requirePresence();
        List<Membership> memberships = workspaces.of(here.person().accountId()).stream()
                .filter(membership -> here.isGoodFor(membership.workspaceId()))
                .toList();
        return memberships.isEmpty()
                ? PageLink.to("/workspace")
                : PageLink.to("/conversation").with("w", memberships.get(0).workspaceId());
    }
}
