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

/** Creates an account, which is of use once its address is confirmed. */
@Named
@RequestScoped
@OpenToAll
public class RegisterPage {

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

    private String name = "";
    private String email = "";
    private String password = "";

    /** Registers; the answer is the same for an address that is known already. */
    public void register() {
        try {
            registration.register(email, name, password, RequestClient.of(request));
            flash.put("address", email);
            redirect.to(PageLink.to("/check-mail"));
        } catch (Rejection rejection) {
            notice.refused(rejection);
        }
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
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
}
