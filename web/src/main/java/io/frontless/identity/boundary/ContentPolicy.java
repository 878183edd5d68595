package io.frontless.identity.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.primefaces.context.PrimeFacesContext;

/** The nonce that PrimeFaces puts into this page's Content-Security-Policy, for forms to send back. */
@Named
@RequestScoped
public class ContentPolicy {

    @Inject
    FacesContext faces;

    /** The nonce of this page. */
    public String getNonce() {
        return PrimeFacesContext.getCspState(faces).getNonce();
    }
}
