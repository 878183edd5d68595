package io.frontless.identity.boundary;

import io.frontless.boundary.CurrentPerson;
import io.frontless.boundary.OpenToAll;
import io.frontless.boundary.RequestClient;
import io.frontless.boundary.SessionCookie;
import io.frontless.identity.control.PasskeySignIn;
import io.frontless.identity.control.Proof;
import io.frontless.identity.control.SecondStep;
import io.frontless.identity.control.Sessions;
import io.frontless.identity.control.SignIn;
import io.frontless.identity.control.SignInStep;
import io.frontless.identity.control.SignedIn;
import io.frontless.kernel.Rejection;
import io.frontless.operation.EndSession.Cause;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Signs in and out. */
@Named
@RequestScoped
@OpenToAll
public class SignInPage {

    @Inject
    HttpServletRequest request;

    @Inject
    ExternalContext external;

    @Inject
    SignIn signIn;

    @Inject
    PasskeySignIn passkeys;

    @Inject
    NewSession session;

    @Inject
    Sessions sessions;

    @Inject
    CurrentPerson person;

    @Inject
    Notice notice;

    @Inject
    Redirect redirect;

    private String email = "";
    private String password = "";

    /** Opens a session and leads to where the person wanted to go, or else asks for the second factor. */
    public void signIn() {
        try {
            SignInStep next = signIn.signIn(email, password, RequestClient.of(request));
            if (next instanceof SecondStep step) {
                response().addCookie(SessionCookie.waiting(step));
                redirect.to(PageLink.to("/second-factor").with("then", getThen()));
            } else {
                opened((SignedIn) next);
            }
        } catch (Rejection rejection) {
            notice.refused(rejection);
        }
    }

    /** Opens a session by the passkey that the page's script has asked for. */
    public void passkey() {
        try {
            String ceremony = RequestParameter.text(request, "ceremony").orElse("");
            String answer = RequestParameter.text(request, "passkey").orElse("");
            opened(passkeys.signIn(ceremony, new Proof.Passkey(answer), RequestClient.of(request)));
        } catch (Rejection rejection) {
            notice.refused(rejection);
        }
    }

    private void opened(SignedIn signedIn) {
        session.give(signedIn, response());
        redirect.to(PageLink.to(getThen()));
    }

    /** Ends the session. The server's view states go with it, so that the next person at this browser starts anew. */
    public void signOut() {
        person.presence().ifPresent(here -> sessions.end(here.person(), here.session(), Cause.SIGNED_OUT));
        response().addCookie(SessionCookie.cleared());
        external.invalidateSession();
        redirect.to(PageLink.to("/sign-in"));
    }

    /** Where to go after signing in: a page of this site, {@code /} by default. */
    public String getThen() {
        return RequestParameter.text(request, "then").filter(PageLink::isInside).orElse("/");
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    private HttpServletResponse response() {
        return (HttpServletResponse) external.getResponse();
    }
}
