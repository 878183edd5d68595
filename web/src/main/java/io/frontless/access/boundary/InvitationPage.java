package io.frontless.access.boundary;

import io.frontless.access.control.Acceptance;
import io.frontless.access.control.InvitationQueries;
import io.frontless.access.control.Invited;
import io.frontless.boundary.CurrentPerson;
import io.frontless.boundary.InvitationCookie;
import io.frontless.boundary.OpenToAll;
import io.frontless.identity.boundary.Notice;
import io.frontless.identity.boundary.PageLink;
import io.frontless.identity.boundary.Redirect;
import io.frontless.identity.boundary.RequestParameter;
import io.frontless.kernel.Rejection;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is invited to. Looking at it uses nothing up, since mail scanners follow links; pressing the button does. Whoever has no account
 * yet is led to make one, and the browser remembers the way back.
 */
@Named
@RequestScoped
@OpenToAll
public class InvitationPage {

    @Inject
    HttpServletRequest request;

    @Inject
    ExternalContext external;

    @Inject
    CurrentPerson person;

    @Inject
    InvitationQueries invitations;

    @Inject
    Acceptance acceptance;

    @Inject
    Notice notice;

    @Inject
    Redirect redirect;

    private @Nullable Invited invited;
    private boolean lookedUp;

    /** Lets the browser of somebody who is not signed in remember the link, and forget one that does not work. */
    public void load() {
        if (getInvited() == null) {
            response().addCookie(InvitationCookie.cleared());
        } else if (!person.isKnown()) {
            response().addCookie(InvitationCookie.of(getToken()));
        }
    }

    /** Joins, and opens the workspace. */
    public void accept() {
        try {
            Invited joined = acceptance.accept(person.require(), getToken());
            response().addCookie(InvitationCookie.cleared());
            redirect.to(PageLink.to("/conversation").with("w", joined.workspaceId()));
        } catch (Rejection rejection) {
            notice.refused(rejection);
        }
    }

    /** What it invites to; null where the link does not work. Asked for already while the form is read, since it decides which buttons there are. */
    public @Nullable Invited getInvited() {
        if (!lookedUp) {
            lookedUp = true;
            try {
                invited = invitations.find(getToken());
            } catch (Rejection rejection) {
                notice.refused(rejection);
            }
        }
        return invited;
    }

    /** Whether the person who is signed in is the one it is for. */
    public boolean isForPerson() {
        Invited found = getInvited();
        return found != null && person.find().filter(found::isFor).isPresent();
    }

    /** The link's token. */
    public String getToken() {
        return RequestParameter.text(request, "token").orElse("");
    }

    /** Where to sign in, and come back from. */
    public String getSignIn() {
        return PageLink.to("sign-in")
                .with(
                        "then",
                        PageLink.to("/invitation").with("token", getToken()).address())
                .address();
    }

    private HttpServletResponse response() {
        return (HttpServletResponse) external.getResponse();
    }
}
