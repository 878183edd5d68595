package io.frontless.identity.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Sends the browser on after a form was handled, so that reloading the next page does not send the form again. */
@RequestScoped
public class Redirect {

    @Inject
    ExternalContext external;

    /** Answers with a redirect. */
    public void to(PageLink page) {
        try {
            external.redirect(page.address());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
