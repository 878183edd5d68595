package io.frontless.assistant.offline;

import io.frontless.access.control.InvitationView;
import io.frontless.access.control.MemberView;
import io.frontless.access.control.RoleView;
import io.frontless.assistant.control.Proposal;
import io.frontless.operation.AssignMember;
import io.frontless.operation.InviteMember;
import io.frontless.operation.Operation;
import io.frontless.operation.RemoveMember;
import io.frontless.operation.RestoreMember;
import io.frontless.operation.ResumeMember;
import io.frontless.operation.RevokeInvitation;
import io.frontless.operation.Step;
import io.frontless.operation.SuspendMember;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** “Make Lena an admin”, “invite ada@acme.example as a member”, “suspend Omar”, “remove Omar from the workspace”. */
final class PeopleReading implements Reading {

    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>(),;]+@[^\\s@<>(),;]+\\.[^\\s@<>().,;]+");
    private static final String HERE = "workspace|team|company|members";

    /** Who is to have which role. */
    private static final List<Form> ASSIGN = List.of(
            Form.of("make <member> [a|an|the] <role>"),
            Form.of("promote|demote <member> to [a|an|the] <role>"),
            Form.of("give|assign <member> [the] role [of] <role>"),
            Form.of("give|assign <member> [the|an|a] <role> role|rights"),
            Form.of("assign|give [the] role [of] <role> to <member>"),
            Form.of("assign|give [the] <role> role to <member>"),
            Form.of("set|change|switch [the] role of|for <member> to|into [a|an|the] <role>"),
            Form.of("set|change|switch <member> 's role to|into [a|an|the] <role>"),
            Form.of("turn <member> into [a|an|the] <role>"),
            Form.of("appoint <member> [as] [a|an|the] <role>"),
            Form.of("<member> becomes|become [now] [a|an|the|our] [new] <role>"),
            Form.of("<member> should|shall|must [now] be|become [a|an|the|our] [new] <role>"),
            Form.of("<member> is|are now [a|an|the|our] [new] <role>"),
            Form.of("<member> is|are [a|an|the|our] [new] <role> now"),
            Form.of("<member> [should] get|gets [the] role [of] <role>"),
            Form.of("<member> [should] get|gets [the|an|a] <role> role|rights"));

    private static final List<Form> INVITE = List.of(
            Form.of("invite <who> to [the|our|this] workspace|team as [a|an|the] <role>"),
            Form.of("invite <who> as|to [be] [a|an|the] [new] <role>"),
            Form.of("add <who> to [the|our|this] workspace|team as [a|an|the] <role>"),
            Form.of("send an|the invitation to <who> as [a|an|the] <role>"),
            Form.of("send <who> an invitation as [a|an|the] <role>"));
    private static final List<Form> INVITE_ONLY =
            List.of(Form.of("invite <who> to [the|our|this] workspace|team"), Form.of("invite <who>"));
    private static final List<Form> REVOKE = List.of(
            Form.of("revoke|cancel|withdraw|delete [the] invitation of|for|to <who>"),
            Form.of("revoke|cancel|withdraw|delete <who> 's invitation"),
            Form.of("uninvite|disinvite <who>"));

    /** What is done to a member, and how it is told. */
    private record Deed(String told, List<Form> forms, boolean former, Function<UUID, Operation> operation) {}

    private static final List<Deed> DEEDS = List.of(
            new Deed(
                    "Suspend",
                    List.of(
                            Form.of("suspend|block <member>"),
                            Form.of("suspend|block|lock|freeze <member> 's account|access|login"),
                            Form.of("suspend|block|lock|freeze [the] account|access|login of <member>"),
                            Form.of("lock <member> out [of] [the|our|this] [" + HERE + "]")),
                    false,
                    SuspendMember::new),
            new Deed(
                    "Let in again",
                    List.of(
                            Form.of("resume|reinstate|unsuspend|reactivate|unblock|unlock <member>"),
                            Form.of("reactivate|unblock|unlock|unfreeze <member> 's account|access|login"),
                            Form.of("reactivate|unblock|unlock|unfreeze [the] account|access|login of <member>"),
                            Form.of("let <member> [back] in [again]"),
                            Form.of("lift|end [the] suspension of <member>")),
                    false,
                    ResumeMember::new),
            new Deed(
                    "Remove",
                    List.of(
                            Form.of("remove|delete|expel|kick|exclude|throw <member> [out] [of] [from] [the|our|this] "
                                    + HERE),
                            Form.of("remove|delete|expel [the] member|user|colleague <member>"),
                            Form.of("end|cancel|revoke [the] membership of <member>"),
                            Form.of("end|cancel|revoke <member> 's membership|access")),
                    false,
                    RemoveMember::new),
            new Deed(
                    "Bring back",
                    List.of(
                            Form.of("bring <member> back to|into [the|our|this] " + HERE),
                            Form.of("restore|readmit [the] member|user|colleague <member>"),
                            Form.of("readmit <member>"),
                            Form.of("bring back [the] member|user|colleague <member>")),
                    true,
                    RestoreMember::asTheyWere));

    @Override
    public Optional<Proposal> read(Turn turn) {
        return invite(turn)
                .or(() -> revoke(turn))
                .or(() -> assign(turn))
                .or(() -> deed(turn))
                .map(proposal -> sure(turn, proposal));
    }

    /** What could be said of records as well is asked about. */
    private static Proposal sure(Turn turn, Proposal proposal) {
        Optional<Proposal> ofRecords = Optional.empty();
        try {
            ofRecords = new UpdateRecordReading().read(turn).or(() -> new DeleteRecordReading().read(turn));
        } catch (Unclear unclear) {
            return proposal;
        }
        if (ofRecords.isPresent()) {
            throw Unclear.say("A member and a record could be meant: say “the member …”, or name the record's table.");
        }
        return proposal;
    }

    private static Optional<Proposal> assign(Turn turn) {
        MemberFinder finder = new MemberFinder(turn);
        for (Match match : Form.matches(ASSIGN, turn.words())) {
            Optional<RoleView> role = finder.role(match.the("role"));
            List<MemberView> members = role.isPresent() ? finder.members(match.the("member")) : List.of();
            if (!members.isEmpty()) {
                return change(
                        names -> "Make %s %s".formatted(names, role.get().role().label()),
                        members,
                        member -> new AssignMember(member, role.get().role().key()));
            }
        }
        return Optional.empty();
    }

    private static Optional<Proposal> deed(Turn turn) {
        MemberFinder finder = new MemberFinder(turn);
        for (Deed deed : DEEDS) {
            for (Match match : Form.matches(deed.forms(), turn.words())) {
                List<MemberView> members = deed.former()
                        ? finder.former(match.the("member")).stream().toList()
                        : finder.members(match.the("member"));
                if (!members.isEmpty()) {
                    return change(names -> deed.told() + " " + names, members, deed.operation());
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Proposal> change(
            UnaryOperator<String> told, List<MemberView> members, Function<UUID, Operation> operation) {
        List<Step> steps = new ArrayList<>();
        for (MemberView member : members) {
            steps.add(Step.of("s" + (steps.size() + 1), operation.apply(member.accountId()))
                    .expecting(member.version()));
        }
        String names = SchemaLinker.join(members.stream().map(MemberView::name).toList());
        return Optional.of(new Proposal.Change(told.apply(names), steps));
    }

    private static Optional<Proposal> invite(Turn turn) {
        for (Match match : Form.matches(INVITE, turn.words())) {
            List<String> addresses = addresses(match.the("who"));
            if (!addresses.isEmpty()) {
                RoleView role = new MemberFinder(turn)
                        .role(match.the("role"))
                        .orElseThrow(() -> roles(turn, match.the("role")));
                return Optional.of(invited(addresses, role));
            }
        }
        for (Match match : Form.matches(INVITE_ONLY, turn.words())) {
            if (!addresses(match.the("who")).isEmpty() && !turn.isVerb("invite")) {
                throw roles(turn, match.the("who"));
            }
        }
        return Optional.empty();
    }

    private static Unclear roles(Turn turn, Phrase at) {
        List<RoleView> roles = turn.request().people().get().roles();
        if (roles.isEmpty()) {
            return Unclear.say("Your role in this workspace does not let you invite anybody.");
        }
        boolean address = !addresses(at).isEmpty();
        return Unclear.ask(
                "With which role?",
                roles.stream()
                        .limit(4)
                        .map(role -> RecordFinder.quote(role.role().label()))
                        .map(role -> at.sentenceWith(address ? at.text() + " as " + role : role))
                        .toList());
    }

    private static List<String> addresses(Phrase who) {
        List<Phrase> parts = who.split(Set.of(",", "and", "&"));
        return parts.stream()
                        .allMatch(part ->
                                part.size() == 1 && EMAIL.matcher(part.text()).matches())
                ? parts.stream().map(Phrase::text).toList()
                : List.of();
    }

    private static Proposal invited(List<String> addresses, RoleView role) {
        List<Step> steps = new ArrayList<>();
        for (String address : addresses) {
            Map<String, @Nullable Object> params = new LinkedHashMap<>();
            params.put("email", address);
            params.put("role", role.role().key());
            steps.add(new Step("s" + (steps.size() + 1), InviteMember.NAME, params, null, null));
        }
        return new Proposal.Change(
                "Invite %s as %s"
                        .formatted(SchemaLinker.join(addresses), role.role().label()),
                steps);
    }

    private static Optional<Proposal> revoke(Turn turn) {
        for (Match match : Form.matches(REVOKE, turn.words())) {
            String address = match.the("who").text();
            Optional<InvitationView> open = turn.request().people().get().invitations().stream()
                    .filter(invitation -> invitation.email().equalsIgnoreCase(address))
                    .findFirst();
            if (open.isPresent()) {
                return Optional.of(new Proposal.Change(
                        "Revoke the invitation of " + open.get().email(),
                        List.of(Step.of("s1", new RevokeInvitation(open.get().id()))
                                .expecting(open.get().version()))));
            }
        }
        return Optional.empty();
    }
}
