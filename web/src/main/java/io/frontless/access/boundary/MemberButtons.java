package io.frontless.access.boundary;

import io.frontless.boundary.PathId;
import io.frontless.identity.boundary.RequestParameter;
import io.frontless.kernel.Rejection;
import io.frontless.operation.AssignMember;
import io.frontless.operation.InviteMember;
import io.frontless.operation.Operation;
import io.frontless.operation.RemoveMember;
import io.frontless.operation.RestoreMember;
import io.frontless.operation.ResumeMember;
import io.frontless.operation.RevokeInvitation;
import io.frontless.operation.SetPolicy;
import io.frontless.operation.Step;
import io.frontless.operation.SuspendMember;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** What the buttons about members, invitations and the policy propose. */
final class MemberButtons {

    private static final List<Button> BUTTONS = List.of(
            new Button("assign", "Give a member another role", MemberButtons::assign),
            new Button("suspend", "Suspend a member", (request, id) -> step(new SuspendMember(member(id)))),
            new Button("resume", "Let a member in again", (request, id) -> step(new ResumeMember(member(id)))),
            new Button("expel", "Remove a member", (request, id) -> step(new RemoveMember(member(id)))),
            new Button("restore", "Bring a member back", (request, id) -> step(RestoreMember.asTheyWere(member(id)))),
            new Button("invite", "Invite somebody", (request, id) -> invite(request)),
            new Button(
                    "revoke",
                    "Revoke an invitation",
                    (request, id) -> step(new RevokeInvitation(PathId.of("invitation", id)))),
            new Button("policy", "Change the sign-in policy", (request, id) -> policy(request)));

    private MemberButtons() {}

    /** What to propose, and why, for people; the step is made, and perhaps refused, when it is asked for. */
    record Proposal(String summary, Supplier<Step> step) {}

    private record Button(String name, String summary, BiFunction<HttpServletRequest, String, Step> made) {

        Optional<Proposal> pressed(HttpServletRequest request) {
            return RequestParameter.text(request, name)
                    .map(value -> new Proposal(summary, () -> made.apply(request, value)));
        }
    }

    /** What the pressed button proposes, if it is one of these. */
    static Optional<Proposal> pressed(HttpServletRequest request) {
        return BUTTONS.stream()
                .flatMap(button -> button.pressed(request).stream())
                .findFirst();
    }

    private static Step step(Operation operation) {
        return Step.of("s1", operation);
    }

    private static UUID member(String id) {
        return PathId.of("member", id);
    }

    private static Step assign(HttpServletRequest request, String member) {
        return step(new AssignMember(
                member(member), RequestParameter.text(request, "role-" + member).orElse("")));
    }

    /** The gateway chooses the id. */
    private static Step invite(HttpServletRequest request) {
        String email = RequestParameter.text(request, "email")
                .orElseThrow(() -> Rejection.invalid("email", "an e-mail address", "nothing"));
        String role = RequestParameter.text(request, "invited-role").orElse("");
        return new Step("s1", InviteMember.NAME, Map.of("email", email, "role", role), null, null);
    }

    private static Step policy(HttpServletRequest request) {
        int hours = RequestParameter.number(request, "idle-hours");
        return step(
                new SetPolicy(RequestParameter.text(request, "second-factor").isPresent(), hours == 0 ? null : hours));
    }
}
