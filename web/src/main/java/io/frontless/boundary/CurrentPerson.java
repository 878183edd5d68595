package io.frontless.boundary;

import io.frontless.identity.control.Person;
import io.frontless.identity.control.Presence;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.workspace.control.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who sends this request, by its {@code Authorization: Bearer} header or else by its session cookie. It is looked up at most once, and
 * not at all for a request that does not ask, such as one for a style sheet. What was found is kept with the request.
 */
@Named
@ApplicationScoped
public class CurrentPerson {

    private static final String EXPECTED = "frontless.person.expected";
    private static final String FOUND = "frontless.person.found";

    @Inject
    HttpServletRequest request;

    @Inject
    Entrance entrance;

    /** Says which workspace the request is about, before anybody asks who sends it: both are found out together. */
    void expect(UUID workspaceId) {
        request.setAttribute(EXPECTED, workspaceId);
    }

    /** The person in a workspace; one they do not belong to answers NOT_FOUND, as one that does not exist. */
    public Caller enter(UUID workspaceId) {
        Presence known = requirePresence();
        known.requireGoodFor(workspaceId);
        Caller found = known.caller();
        Caller caller =
                found != null && found.workspaceId().equals(workspaceId) ? found : entrance.enter(known, workspaceId);
        entrance.requireWay(caller, known);
        return caller;
    }

    /** Refuses as DENIED a session that a workspace's provider has opened, which is not good for the person's own account. */
    public void requireWhole() {
        requirePresence().requireWhole();
    }

    /** The signed-in person, if any. */
    public Optional<Person> find() {
        return presence().map(Presence::person);
    }

    /** The signed-in person, or a rejection as DENIED. */
    public Person require() {
        return requirePresence().person();
    }

    /** The session in which the person is signed in, or a rejection as DENIED. */
    public Presence requirePresence() {
        return presence().orElseThrow(() -> new Rejection(Reason.DENIED, "sign in first"));
    }

    /** The session, if any. */
    public Optional<Presence> presence() {
        if (request.getAttribute(FOUND) instanceof Found known) {
            return Optional.ofNullable(known.presence());
        }
        UUID expected = request.getAttribute(EXPECTED) instanceof UUID workspaceId ? workspaceId : null;
        Optional<Presence> presence = token().flatMap(sent -> entrance.person(sent, expected));
        request.setAttribute(FOUND, new Found(presence.orElse(null)));
        return presence;
    }

    /** The token to go on with, where this request's lookup has renewed it. */
    public Optional<Presence.Renewal> renewal() {
        return request.getAttribute(FOUND) instanceof Found known
                ? Optional.ofNullable(known.presence()).flatMap(here -> Optional.ofNullable(here.renewal()))
                : Optional.empty();
    }

    /** Whether somebody is signed in. */
    public boolean isKnown() {
        return find().isPresent();
    }

    /** The person's address. */
    public String getEmail() {
        return require().email();
    }

    /** Whether the request carries its token in a cookie, which browsers also send where another site makes them. */
    public boolean isByCookie() {
        return Bearer.of(request).isEmpty() && SessionCookie.token(request).isPresent();
    }

    private Optional<String> token() {
        Optional<String> bearer = Bearer.of(request);
        return bearer.isPresent() ? bearer.filter(token -> !Bearer.isJwt(token)) : SessionCookie.token(request);
    }

    /** What was found out; no presence where nobody is signed in. */
    private record Found(@Nullable Presence presence) {}
}
