package io.frontless.assistant.offline;

import io.frontless.access.control.RoleView;
import io.frontless.assistant.control.Proposal;
import io.frontless.operation.CreateRole;
import io.frontless.operation.DeleteRole;
import io.frontless.operation.Grant;
import io.frontless.operation.Keys;
import io.frontless.operation.Operation;
import io.frontless.operation.Step;
import io.frontless.operation.UpdateRole;
import io.frontless.workspace.control.Role;
import java.util.List;
import java.util.Optional;

/** “Create a role Bookkeeper that can see and change invoices”, “let bookkeepers delete invoices”, “bookkeepers may not see salaries”. */
final class RoleReading implements Reading {

    private static final String MAY = "can|may";
    private static final String NOT = "can't|cannot|can’t|mustn't|shouldn't";
    private static final String TO = "be able|allowed|permitted to <rights>";
    private static final String RIGHT = "[the] right|rights|permission to <rights>";
    private static final List<Form> CREATE = List.of(
            Form.of("[create|add|make] [a|the] new role [called|named] <name> :|, [that|who|which|it] " + MAY
                    + " [only] <rights>"),
            Form.of("create|add|make [a|the] [new] role [called|named] <name> with " + RIGHT),
            Form.of("set up a|the [new] role [called|named] <name> that|who|which " + MAY + " [only] <rights>"),
            Form.of("create|add|make [a|the] [new] role [called|named] <name> that|who|which " + MAY
                    + " only <rights>"),
            Form.of("create|add|make [a|the] [new] role [called|named] <name> that|who|which " + MAY + " <rights>"),
            Form.of("create|add|make [a|the] [new] <name> role that|who|which " + MAY + " <rights>"));
    private static final List<Form> CREATE_ONLY = List.of(
            Form.of("create|add|make [a|the] [new] role [called|named] <name>"),
            Form.of("create|add|make [a|the] [new] <name> role"));
    private static final List<Form> RENAME = List.of(
            Form.of("rename [the] role <role> to|into <name>"), Form.of("rename [the] <role> role to|into <name>"));
    private static final List<Form> DELETE =
            List.of(Form.of("delete|remove|drop [the] role <role>"), Form.of("delete|remove|drop [the] <role> role"));
    private static final List<Form> FORBID = List.of(
            Form.of("[the] [role] <role> may|must|should|can no longer|more <rights>"),
            Form.of("[the] [role] <role> may|must|should|can not <rights>"),
            Form.of("[the] [role] <role> " + NOT + " <rights>"),
            Form.of("don't|don’t|never let [the] [role] <role> <rights>"),
            Form.of("do not let|allow [the] [role] <role> [to] <rights>"),
            Form.of("forbid [the] [role] <role> to <rights>"),
            Form.of("[the] [role] <role> is|are no longer|more allowed|permitted|able to <rights>"),
            Form.of("[the] [role] <role> is|are not [any] [longer|more] allowed|permitted|able to <rights>"),
            Form.of(
                    "[the] [role] <role> isn't|aren't|isn’t|aren’t [any] [longer|more] allowed|permitted|able to <rights>"),
            Form.of("[the] [role] <role> should|must|shall not|never " + TO),
            Form.of("[the] [role] <role> should|must|shall no longer|more " + TO),
            Form.of("[the] [role] <role> lose|loses " + RIGHT),
            Form.of("take [away] " + RIGHT + " [away] from [the] [role] <role>"),
            Form.of("take [away] from [the] [role] <role> " + RIGHT),
            Form.of("stop|prevent|keep [the] [role] <role> from <rights>"));
    private static final List<Form> ALLOW = List.of(
            Form.of("let|allow [the] [role] <role> to <rights>"),
            Form.of("let [the] [role] <role> <rights>"),
            Form.of("[the] [role] <role> is|are [now] [also] allowed|permitted to <rights>"),
            Form.of("[the] [role] <role> should|must|shall [now] [also] " + TO),
            Form.of("[the] [role] <role> [should] [also] get|gets [also] " + RIGHT),
            Form.of("give|grant [the] [role] <role> [also] " + RIGHT),
            Form.of("give|grant " + RIGHT + " to [the] [role] <role>"),
            Form.of("[the] [role] <role> " + MAY + " [now] [also] <rights>"));
    private static final List<Form> HIDE = List.of(
            Form.of("hide [the] <field> of <entity> from [the] [role] <role>"),
            Form.of("hide <entity> 's <field> from [the] [role] <role>"),
            Form.of("hide from [the] [role] <role> [the] <field> of <entity>"),
            Form.of("[the] <field> of <entity> should|must|shall|is|are [to] be hidden from|for [the] [role] <role>"));

    @Override
    public Optional<Proposal> read(Turn turn) {
        if (turn.question() || turn.schema().hasEntity("role")) {
            return Optional.empty();
        }
        return create(turn)
                .or(() -> rename(turn))
                .or(() -> delete(turn))
                .or(() -> hide(turn))
                .or(() -> changed(turn, FORBID, false))
                .or(() -> changed(turn, ALLOW, true));
    }

    private static Optional<Proposal> create(Turn turn) {
        for (Match match : Form.matches(CREATE, turn.words())) {
            String label = CreateEntityReading.label(match.the("name"));
            List<Grant> grants = new Rights(turn).read(match.the("rights"));
            return change("Create role " + label, new CreateRole(Keys.from(label), label, grants), 0);
        }
        for (Match match : Form.matches(CREATE_ONLY, turn.words())) {
            String text = match.the("name").text();
            throw Unclear.say(
                    "Say what the role is allowed.", "create a role %s that can see and change …".formatted(text));
        }
        return Optional.empty();
    }

    private static Optional<Proposal> rename(Turn turn) {
        for (Match match : Form.matches(RENAME, turn.words())) {
            RoleView own = own(turn, match.the("role"));
            String label = CreateEntityReading.label(match.the("name"));
            return change(
                    "Rename role %s to %s".formatted(own.role().label(), label),
                    new UpdateRole(own.role().key(), label, own.role().grants()),
                    own.version());
        }
        return Optional.empty();
    }

    private static Optional<Proposal> delete(Turn turn) {
        for (Match match : Form.matches(DELETE, turn.words())) {
            RoleView own = own(turn, match.the("role"));
            return change(
                    "Delete role " + own.role().label(),
                    new DeleteRole(own.role().key()),
                    own.version());
        }
        return Optional.empty();
    }

    private static Optional<Proposal> hide(Turn turn) {
        for (Match match : Form.matches(HIDE, turn.words())) {
            RoleView own = own(turn, match.the("role"));
            Rights rights = new Rights(turn);
            return updated(own, rights.hidden(own.role().grants(), match.the("entity"), match.the("field")));
        }
        return Optional.empty();
    }

    /** A sentence of these forms is about rights only where its subject is a role, or a person, who has rights by a role alone. */
    private static Optional<Proposal> changed(Turn turn, List<Form> forms, boolean allowed) {
        MemberFinder finder = new MemberFinder(turn);
        for (Match match : Form.matches(forms, turn.words())) {
            Optional<RoleView> role = finder.role(match.the("role"));
            if (role.isPresent()) {
                RoleView own = own(turn, match.the("role"));
                Rights rights = new Rights(turn);
                List<Grant> now = own.role().grants();
                return updated(
                        own,
                        allowed
                                ? rights.allowed(now, match.the("rights"))
                                : rights.forbidden(now, match.the("rights")));
            }
            if (finder.member(match.the("role")).isPresent()) {
                throw Unclear.say("Rights are given by roles, not to one person: say which role may do that.");
            }
        }
        return Optional.empty();
    }

    private static Optional<Proposal> updated(RoleView own, List<Grant> grants) {
        Role role = own.role();
        if (grants.equals(role.grants())) {
            throw Unclear.say("Nothing to change: %s is already so.".formatted(role.label()));
        }
        return change(
                "Change what role %s may do".formatted(role.label()),
                new UpdateRole(role.key(), role.label(), grants),
                own.version());
    }

    /** A role of the workspace's own; the ready-made ones are the same everywhere. */
    private static RoleView own(Turn turn, Phrase said) {
        RoleView role = new MemberFinder(turn)
                .role(said)
                .orElseThrow(() -> Unclear.say("There is no role “%s” that you could change."
                        .formatted(said.bare().text())));
        if (role.readyMade()) {
            throw Unclear.say(
                    "The role %s is ready made and the same everywhere. Make one of your own and give it to people."
                            .formatted(role.role().label()),
                    "create a role Assistant that can see and change …");
        }
        return role;
    }

    private static Optional<Proposal> change(String summary, Operation operation, long version) {
        Step step = Step.of("s1", operation);
        return Optional.of(new Proposal.Change(summary, List.of(version > 0 ? step.expecting(version) : step)));
    }
}
