package io.frontless.boundary;

import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.workspace.control.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which program sends this request, by the token that its API key was exchanged for. It is looked up at most once, and kept with the request. */
@ApplicationScoped
public class CurrentClient {

    private static final String FOUND = "frontless.client.found";

    @Inject
    HttpServletRequest request;

    @Inject
    Entrance entrance;

    /** Whether the request carries a client's token, be it good or bad. */
    boolean isSent() {
        return token().isPresent();
    }

    /** Whether it carries a good one. */
    boolean isKnown() {
        return find().isPresent();
    }

    /** The program in the workspace of its key; another workspace answers as one that does not exist. */
    Caller enter(UUID workspaceId) {
        Caller known = require();
        if (!known.workspaceId().equals(workspaceId)) {
            throw Rejection.notFound("workspace", workspaceId);
        }
        return known;
    }

    /** The program, or a rejection that says the same whatever is wrong with its token. */
    Caller require() {
        return find().orElseThrow(() ->
                new Rejection(Reason.DENIED, "this token is not accepted: exchange your API key for a new one"));
    }

    private Optional<Caller> find() {
        if (request.getAttribute(FOUND) instanceof Found known) {
            return Optional.ofNullable(known.caller());
        }
        Optional<Caller> caller = token().flatMap(entrance::client);
        request.setAttribute(FOUND, new Found(caller.orElse(null)));
        return caller;
    }

    /** A token; or, where a directory provisions people, a key as it is. */
    private Optional<String> token() {
        return Bearer.of(request)
                .filter(token -> Bearer.isJwt(token) || (Bearer.isKey(token) && Scim.isMeant(request.getRequestURI())));
    }

    /** What was found out; no caller where there is none. */
    private record Found(@Nullable Caller caller) {}
}
