package io.frontless.identity.boundary;

import io.frontless.boundary.CurrentPerson;
import io.frontless.identity.control.Presence;
import io.frontless.kernel.Rejection;
import io.frontless.workspace.control.Caller;
import io.frontless.workspace.control.Membership;
import io.frontless.workspace.control.Workspaces;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The workspace that a page is about: the one its parameter {@code w} names, if the signed-in person is a member. */
@Named
@RequestScoped
public class CurrentWorkspace {

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentPerson person;

    @Inject
    Workspaces workspaces;

    private @Nullable Caller caller;
    private @Nullable List<Membership> memberships;

    /** The person in this workspace; a workspace of others is refused as NOT_FOUND, as one that does not exist. */
    public Caller caller() {
        if (caller == null) {
            UUID id = RequestParameter.uuid(request, "w").orElseThrow(() -> Rejection.notFound("workspace", "none"));
            caller = person.enter(id);
        }
        return caller;
    }

    /** The workspace's id. */
    public UUID getId() {
        return caller().workspaceId();
    }

    /** What its people call it. */
    public String getLabel() {
        return getMemberships().stream()
                .filter(membership -> membership.workspaceId().equals(getId()))
                .map(Membership::label)
                .findFirst()
                .orElse("");
    }

    /** Whether the person owns it. */
    public boolean isOwner() {
        return caller().access().isOwner();
    }

    /** The person's other workspaces. */
    public List<Membership> getOthers() {
        return getMemberships().stream()
                .filter(membership -> !membership.workspaceId().equals(getId()))
                .toList();
    }

    private List<Membership> getMemberships() {
        if (memberships == null) {
            Presence here = person.requirePresence();
            memberships = workspaces.of(here.person().accountId()).stream()
                    .filter(membership -> here.isGoodFor(membership.workspaceId()))
                    .toList();
        }
        return memberships;
    }
}
