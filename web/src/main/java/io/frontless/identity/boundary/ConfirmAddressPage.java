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

/** Confirms a new address. Looking at the page uses nothing up, since mail scanners follow links; pressing the button does. */
@Named
@RequestScoped
@OpenToAll
public class ConfirmAddressPage {

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

    /** Uses the link up and leads on. */
    public void confirm() {
        try {
            changes.confirmAddress(getToken(), RequestClient.of(request));
            flash.put("notice", "Your address is changed.");
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
