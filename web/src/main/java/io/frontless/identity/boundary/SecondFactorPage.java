package io.frontless.identity.boundary;

import io.frontless.boundary.OpenToAll;
import io.frontless.boundary.RequestClient;
import io.frontless.boundary.SessionCookie;
import io.frontless.identity.control.FactorsView;
import io.frontless.identity.control.Proof;
import io.frontless.identity.control.SecondSignIn;
import io.frontless.kernel.Rejection;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.Flash;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;

/** Asks for the second factor of a sign-in that waits. The button pressed says which one is shown. */
@Named
@RequestScoped
@OpenToAll
public class SecondFactorPage {

    @Inject
    HttpServletRequest request;

    @Inject
    ExternalContext external;

    @Inject
    FacesContext faces;

    @Inject
    SecondSignIn signIn;

    @Inject
    NewSession session;

    @Inject
    Notice notice;

    @Inject
    Redirect redirect;

    @Inject
    Flash flash;

    private FactorsView factors = new FactorsView(null, List.of(), 0);

    /** Looks what the account has; a sign-in that waits no more begins anew. */
    public void load() {
        if (faces.getResponseComplete()) {
            return;
        }
        try {
            factors = signIn.waiting(waiting());
        } catch (Rejection rejection) {
            flash.put("notice", rejection.message());
            redirect.to(PageLink.to("/sign-in").with("then", getThen()));
            faces.responseComplete();
        }
    }

    /** Opens the session by what was shown. */
    public void act() {
        Optional<Proof> proof = proof();
        if (!faces.isPostback() || proof.isEmpty()) {
            return;
        }
        try {
            session.give(signIn.finish(waiting(), proof.get(), RequestClient.of(request)), (HttpServletResponse)
                    external.getResponse());
            redirect.to(PageLink.to(getThen()));
        } catch (Rejection rejection) {
            notice.refused(rejection);
        }
    }

    /** Whether the account has an authenticator app. */
    public boolean isApp() {
        return factors.app();
    }

    /** Whether it has a passkey. */
    public boolean isPasskey() {
        return !factors.passkeys().isEmpty();
    }

    /** Where to go after signing in. */
    public String getThen() {
        return RequestParameter.text(request, "then").filter(PageLink::isInside).orElse("/");
    }

    private Optional<Proof> proof() {
        return switch (RequestParameter.text(request, "show").orElse("")) {
            case "code" -> RequestParameter.text(request, "code").map(Proof.Code::new);
            case "recovery" -> RequestParameter.text(request, "recovery").map(Proof.Recovery::new);
            case "passkey" -> RequestParameter.text(request, "passkey").map(Proof.Passkey::new);
            default -> Optional.empty();
        };
    }

    private String waiting() {
        return SessionCookie.waiting(request).orElse("");
    }
}
