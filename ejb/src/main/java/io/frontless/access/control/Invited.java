package io.frontless.access.control;

import io.frontless.identity.control.Person;
import java.util.UUID;

/**
 * To what somebody is invited, as the mail told them.
 *
 * @param email the address that they must have verified
 * @param role what people call the role that they get
 */
public record Invited(UUID workspaceId, UUID invitationId, String workspace, String email, String role) {

    /** Whether it is for this person. */
    public boolean isFor(Person person) {
        return person.email().equals(email);
    }
}
