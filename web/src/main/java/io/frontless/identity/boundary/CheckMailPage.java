package io.frontless.identity.boundary;

import io.frontless.boundary.OpenToAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.Flash;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Tells where the confirmation link went. */
@Named
@RequestScoped
@OpenToAll
public class CheckMailPage {

    @Inject
    Flash flash;

    /** The address just registered; a general word after a reload. */
    public String getAddress() {
        return flash.get("address") instanceof String address ? address : "your address";
    }
}
