package io.frontless.identity.boundary;

import io.frontless.boundary.CurrentPerson;
import io.frontless.boundary.Requires;
import io.frontless.identity.control.Founding;
import io.frontless.kernel.Rejection;
import io.frontless.operation.Permission;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Founds a workspace and opens it. */
@Named("workspacePage")
@RequestScoped
@Requires(Permission.FOUND_WORKSPACE)
public class FoundingPage {

    @Inject
    CurrentPerson person;

    @Inject
    Founding founding;

    @Inject
    Notice notice;

    @Inject
    Redirect redirect;

    private String label = "";

    /** Founds the workspace, with the person as its owner. */
    public void found() {
        try {
            redirect.to(PageLink.to("/conversation").with("w", founding.found(person.require(), label)));
        } catch (Rejection rejection) {
            notice.refused(rejection);
        }
    }

    public String getLabel() {
        return label;
    }

    public void setLabel(String label) {
        this.label = label;
    }
}
