package io.frontless.identity.boundary;

import io.frontless.boundary.OpenToAll;
import io.frontless.boundary.RequestClient;
import io.frontless.identity.control.Registration;
import io.frontless.kernel.Rejection;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.Flash;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** Confirms an address. Looking at the page uses nothing up, since mail scanners follow links; pressing the button does. */
@Named
@RequestScoped
@OpenToAll
public class ConfirmPage {

    @Inject
    HttpServletRequest request;

    @Inject
    Registration registration;

    @Inject
    Notice notice;

    @Inject
    Redirect redirect;

    @Inject
    Flash flash;

    /** Uses the link up and leads to sign-in. */
    public void confirm() {
        try {
            registration.verify(getToken(), RequestClient.of(request));
            flash.put("notice", "Your address is confirmed. Sign in to go on.");
            redirect.to(PageLink.to("/sign-in"));
        } catch (Rejection rejection) {
            notice.refused(rejection);
        }
    }

    /** The link's token. */
    public String getToken() {
        return RequestParameter.text(request, "token").orElse("");
    }
}
