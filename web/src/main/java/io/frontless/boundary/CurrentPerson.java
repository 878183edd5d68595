package io.frontless.boundary;

import io.frontless.identity.control.Person;
import io.frontless.identity.control.Sessions;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who sends this request, by its {@code Authorization: Bearer} header or else by its session cookie. It is looked up at most once, and
 * not at all for a request that does not ask, such as one for a style sheet.
 */
@Named
@RequestScoped
public class CurrentPerson {

    @Inject
    HttpServletRequest request;

    @Inject
    Sessions sessions;

    private @Nullable Person person;
    private boolean lookedUp;

    /** The signed-in person, if any. */
    public Optional<Person> find() {
        if (!lookedUp) {
            person = token().flatMap(sessions::person).orElse(null);
            lookedUp = true;
        }
        return Optional.ofNullable(person);
    }

    /** The signed-in person, or a rejection as DENIED. */
    public Person require() {
        return find().orElseThrow(() -> new Rejection(Reason.DENIED, "sign in first"));
    }

    /** Whether somebody is signed in. */
    public boolean isKnown() {
        return find().isPresent();
    }

    /** The person's address. */
    public String getEmail() {
        return require().email();
    }

    /** The token that the request carries, if any. */
    public Optional<String> token() {
        Optional<String> bearer = Bearer.of(request);
        return bearer.isPresent() ? bearer.filter(token -> !Bearer.isJwt(token)) : SessionCookie.token(request);
    }
}
