package io.frontless.identity.boundary;

import io.frontless.boundary.OpenToAll;
import io.frontless.boundary.RequestClient;
import io.frontless.identity.control.AccountChanges;
import io.frontless.kernel.Rejection;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.Flash;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** Sends the link by which a forgotten password is replaced; the answer is the same for an address without an account. */
@Named
@RequestScoped
@OpenToAll
public class ForgottenPage {

    @Inject
    HttpServletRequest request;

    @Inject
    AccountChanges changes;

    @Inject
    Notice notice;

    @Inject
    Redirect redirect;

    @Inject
    Flash flash;

    private String email = "";

    /** Sends it and tells so. */
    public void send() {
        try {
            changes.requestReset(email, RequestClient.of(request));
            flash.put("address", email);
            redirect.to(PageLink.to("/check-mail"));
        } catch (Rejection rejection) {
            notice.refused(rejection);
        }
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }
}
