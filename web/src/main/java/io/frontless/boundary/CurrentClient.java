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

    /** Whether the request carries a good token of a program. */
    boolean isKnown() {
        return token().flatMap(this::find).isPresent();
    }

    /**
     * The program in the workspace of its key; nothing where the request carries no program's token. One that is not good is DENIED in the same way whatever is
     * wrong with it, and another workspace answers as one that does not exist.
     *
     * @param workspaceId as it stands in the path; null where that names none
     */
    Optional<Caller> enter(@Nullable String workspaceId) {
        return token().map(sent -> {
            Caller known = find(sent)
                    .orElseThrow(() -> new Rejection(
                            Reason.DENIED, "this token is not accepted: exchange your API key for a new one"));
            if (workspaceId == null) {
                throw new Rejection(Reason.DENIED, "an API key works in its workspace and nowhere else");
            }
            UUID asked = PathId.of("workspace", workspaceId);
            if (!known.workspaceId().equals(asked)) {
                throw Rejection.notFound("workspace", asked);
            }
            return known;
        });
    }

    private Optional<Caller> find(String token) {
        if (request.getAttribute(FOUND) instanceof Found known) {
            return Optional.ofNullable(known.caller());
        }
        Optional<Caller> caller = entrance.client(token);
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
