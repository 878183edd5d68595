package io.frontless.assistant.control;

import io.frontless.access.control.InvitationView;
import io.frontless.access.control.MemberView;
import io.frontless.access.control.RoleView;
import java.util.List;

/**
 * Who is in a workspace and which roles there are, as far as somebody decides about that.
 *
 * @param members suspended ones too
 * @param former those who left or were removed
 * @param invitations the open ones
 * @param roles the ready-made ones and the workspace's own
 */
public record People(
        List<MemberView> members, List<MemberView> former, List<InvitationView> invitations, List<RoleView> roles) {

    /** What others see. */
    public static final People NOBODY = new People(List.of(), List.of(), List.of(), List.of());

    public People {
        members = List.copyOf(members);
        former = List.copyOf(former);
        invitations = List.copyOf(invitations);
        roles = List.copyOf(roles);
    }
}
