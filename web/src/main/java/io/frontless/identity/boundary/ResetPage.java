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

/** Replaces a forgotten password. Looking at the page uses nothing up; a password that is refused does not either. */
@Named
@RequestScoped
@OpenToAll
public class ResetPage {

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

    private String password = "";

    /** Sets the password and leads to sign-in. */
    public void set() {
        try {
            changes.reset(getToken(), password, RequestClient.of(request));
            flash.put("notice", "Your password is set. Sign in with it.");
            redirect.to(PageLink.to("/sign-in"));
        } catch (Rejection rejection) {
            notice.refused(rejection);
        }
    }

    /** The link's token. */
    public String getToken() {
        return RequestParameter.text(request, "token").orElse("");
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
