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

    /** Reads what the link invites to; one that does not work is forgotten by the browser, too. */
    public void load() {
        try {
            invited = invitations.find(getToken());
            if (!person.isKnown()) {
                response().addCookie(InvitationCookie.of(getToken()));
            }
        } catch (Rejection rejection) {
            response().addCookie(InvitationCookie.cleared());
            if (!notice.isShown()) {
                notice.refused(rejection);
            }
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

    /** What it invites to; null where the link does not work. */
    public @Nullable Invited getInvited() {
        return invited;
    }

    /** Whether the person who is signed in is the one it is for. */
    public boolean isForPerson() {
        return invited != null && person.find().filter(invited::isFor).isPresent();
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
