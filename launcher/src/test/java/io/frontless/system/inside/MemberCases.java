package io.frontless.system.inside;

import static io.frontless.system.inside.OperationCase.stale;
import static io.frontless.system.inside.OperationCase.step;

import io.frontless.operation.InviteMember;
import io.frontless.operation.RemoveMember;
import io.frontless.operation.RestoreMember;
import io.frontless.operation.ResumeMember;
import io.frontless.operation.RevokeInvitation;
import io.frontless.operation.SetAssistantPolicy;
import io.frontless.operation.SetPolicy;
import io.frontless.operation.SuspendMember;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The cases of operations on members, invitations and the policy. Joining and leaving, which people do for themselves, are in {@link MembersIT}. */
final class MemberCases {
    private static final UUID NEW = new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0002L);

    private MemberCases() {}

    static List<OperationCase> all() {
        return List.of(invite(), revoke(), suspend(), resume(), remove(), restore(), setPolicy(), setAssistantPolicy());
    }

    private static OperationCase invite() {
        return new OperationCase(
                InviteMember.class,
                here -> new InviteMember(NEW, "Guest@Guests.example.", "clerk"),
                here -> Map.of(
                        "role deleted", step(new InviteMember(NEW, "guest@guests.example", "former")),
                        "invited already", step(new InviteMember(NEW, Furniture.INVITED, "VIEWER")),
                        "a member's address",
                                step(new InviteMember(
                                        NEW, here.place().founder().email(), "VIEWER")),
                        "id of another",
                                step(new InviteMember(here.people().invitation(), "guest@guests.example", "VIEWER")),
                        "id of a revoked one",
                                step(new InviteMember(here.people().revoked(), "guest@guests.example", "VIEWER"))));
    }

    private static OperationCase revoke() {
        return new OperationCase(
                RevokeInvitation.class,
                here -> new RevokeInvitation(here.people().invitation()),
                here -> Map.of(
                        "stale", stale(new RevokeInvitation(here.people().invitation())),
                        "revoked already",
                                step(new RevokeInvitation(here.people().revoked())),
                        "no invitation", step(new RevokeInvitation(NEW))));
    }

    private static OperationCase suspend() {
        return new OperationCase(
                SuspendMember.class,
                here -> new SuspendMember(here.member()),
                here -> Map.of(
                        "stale", stale(new SuspendMember(here.member())),
                        "suspended already",
                                step(new SuspendMember(here.people().suspended())),
                        "a former member", step(new SuspendMember(here.people().former())),
                        "no member", step(new SuspendMember(NEW)),
                        "the last owner",
                                step(new SuspendMember(here.place().founder().accountId()))));
    }

    private static OperationCase resume() {
        return new OperationCase(
                ResumeMember.class,
                here -> new ResumeMember(here.people().suspended()),
                here -> Map.of(
                        "stale", stale(new ResumeMember(here.people().suspended())),
                        "not suspended", step(new ResumeMember(here.member())),
                        "a former member", step(new ResumeMember(here.people().former()))));
    }

    private static OperationCase remove() {
        return new OperationCase(
                RemoveMember.class,
                here -> new RemoveMember(here.people().suspended()),
                here -> Map.of(
                        "stale", stale(new RemoveMember(here.member())),
                        "a former member", step(new RemoveMember(here.people().former())),
                        "no member", step(new RemoveMember(NEW)),
                        "the last owner",
                                step(new RemoveMember(here.place().founder().accountId()))));
    }

    private static OperationCase restore() {
        return new OperationCase(
                RestoreMember.class,
                here -> RestoreMember.asTheyWere(here.people().former()),
                here -> Map.of(
                        "stale", stale(RestoreMember.asTheyWere(here.people().former())),
                        "still a member", step(RestoreMember.asTheyWere(here.member())),
                        "no member", step(RestoreMember.asTheyWere(NEW)),
                        "role deleted", step(new RestoreMember(here.people().former(), "former", false))));
    }

    private static OperationCase setPolicy() {
        return new OperationCase(
                SetPolicy.class,
                here -> new SetPolicy(true, 8),
                here -> Map.of(
                        "stale", stale(new SetPolicy(true, 8)), "nothing to change", step(new SetPolicy(false, null))));
    }

    /** The application under test declares no models, so the policy names none. */
    private static OperationCase setAssistantPolicy() {
        return new OperationCase(
                SetAssistantPolicy.class,
                here -> new SetAssistantPolicy(List.of(), true, "eu", 200_000, 500L),
                here -> Map.of(
                        "stale", stale(new SetAssistantPolicy(List.of(), true, "eu", 200_000, 500L)),
                        "nothing to change", step(new SetAssistantPolicy(List.of(), false, null, 0, null)),
                        "not declared",
                                step(new SetAssistantPolicy(List.of("anthropic"), false, null, 200_000, null))));
    }
}
