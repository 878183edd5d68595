package io.frontless.identity.boundary;

import io.frontless.boundary.CurrentPerson;
import io.frontless.boundary.JsonAnswer;
import io.frontless.boundary.SessionCookie;
import io.frontless.identity.control.Sessions;
import io.frontless.identity.control.SignedIn;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.operation.EndSession.Cause;
import io.frontless.workspace.control.Workspaces;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;

/** What follows when a session was opened, however: the one that the request came with ends, so that nobody goes on with what they were before. */
@RequestScoped
public class NewSession {

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentPerson person;

    @Inject
    Sessions sessions;

    @Inject
    Workspaces workspaces;

    /** Answers a client that sends its token as a bearer. */
    Response answer(SignedIn opened) {
        endFormer();
        return new JsonAnswer()
                .with("token", opened.token())
                .with("expiresAt", opened.expiresAt())
                .with("device", opened.device())
                .with(
                        "workspaces",
                        WorkspacesResource.json(workspaces.of(opened.person().accountId())))
                .created();
    }

    /** Gives a browser its cookies; the forms that it had open are of no use any more. */
    void give(SignedIn opened, HttpServletResponse response) {
        endFormer();
        SessionCookie.open(response, opened);
        response.addCookie(SessionCookie.waitsNoMore());
        if (request.getSession(false) != null) {
            request.changeSessionId();
        }
    }

    private void endFormer() {
        person.presence().ifPresent(former -> {
            try {
                sessions.end(former.person(), former.session(), Cause.REPLACED);
            } catch (Rejection ended) {
                // To make room for the new one, it may have been ended already.
                if (ended.reason() != Reason.NOT_FOUND) {
                    throw ended;
                }
            }
        });
    }
}
