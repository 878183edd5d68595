package io.frontless.boundary;

import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.workspace.control.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which program sends this request, by the token that its API key was exchanged for. It is looked up at most once. */
@RequestScoped
public class CurrentClient {

    @Inject
    HttpServletRequest request;

    @Inject
    Entrance entrance;

    private @Nullable Caller caller;
    private boolean lookedUp;

    /** Whether the request carries a client's token, be it good or bad. */
    boolean isSent() {
        return Bearer.of(request).filter(Bearer::isJwt).isPresent();
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
        if (!lookedUp) {
            caller = Bearer.of(request)
                    .filter(Bearer::isJwt)
                    .flatMap(entrance::client)
                    .orElse(null);
            lookedUp = true;
        }
        return Optional.ofNullable(caller);
    }
}
