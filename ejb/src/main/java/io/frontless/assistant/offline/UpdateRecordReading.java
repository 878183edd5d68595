package io.frontless.assistant.offline;

import io.frontless.assistant.control.Proposal;
import io.frontless.schema.control.EntityView;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** “Mark invoice INV-0089 as paid”, “change the phone of ALFKI to 030-1”, “approve all requested orders”, “clear the due date of INV-0089”. */
final class UpdateRecordReading implements Reading {

    private static final String SET =
            "set|change|update|edit|put|make|correct|move|switch|raise|increase|lower|reduce|decrease|push|extend|reset|adjust|rename|shift|drop|bump|cut|revise|amend";
    private static final String CLEAR = "clear|strike|empty|unset|remove|delete|erase|drop|wipe";
    private static final String GIVE = "assign|reassign|give|hand|allocate|delegate";
    private static final Set<String> PARTICLES =
            Set.of("off", "out", "in", "up", "down", "over", "back", "on", "away", "through");

    static final Set<String> QUESTION_WORDS = Set.of(
            "what", "who", "which", "how", "where", "when", "why", "is", "are", "there", "do", "does", "show", "list",
            "did", "has", "have", "was", "were", "should", "shall", "can", "could", "would", "if", "whether", "i",
            "we");
    static final Set<String> VERBS = Set.of(
            ("set change update edit put make correct mark flag clear empty unset move switch raise increase lower "
                            + "reduce decrease push extend reset adjust rename shift assign reassign give hand allocate delegate "
                            + "transfer reschedule postpone turn upgrade downgrade promote bump cut revise amend pass appoint bring pull prolong take")
                    .split(" "));

    /** Forms that name a field come first: “the status of INV-1” is not what a record is called. */
    private static final List<List<Form>> FORMS = List.of(
            List.of(
                    Form.of(SET + " [the] <field> of|for|on <target> from <old> to <value>"),
                    Form.of(SET + " <target> 's <field> from <old> to <value>")),
            List.of(Form.of(SET + " [the] <field> of|for|on|in <target> to|as|=|at <value>")),
            List.of(Form.of(SET + " <target> 's <field> to|as|=|at <value>")),
            List.of(Form.of(SET + "|clear its|his|her|their <mine>")),
            List.of(Form.of(SET + " [the] <field> to|=|as <value> for|on|of|in|where <target>")),
            List.of(Form.of("for|on <target> ,|set|change [set|change] [the] <field> to <value>")),
            List.of(Form.of("rename|retitle <target> to|as|into <title>")),
            List.of(
                    Form.of(CLEAR + " [the] <cleared> of|from|for|on|in <target>"),
                    Form.of(CLEAR + " <target> 's <cleared>"),
                    Form.of("take [the] <cleared> off|from <target>")),
            List.of(Form.of("replace [the] <field> of|for|on|in <target> with|by <value>")),
            List.of(
                    Form.of("give|set|put|make <target> [to|at|on] the same <same> as <other>"),
                    Form.of("give <target> [to] the <same> of <other>")),
            List.of(
                    Form.of("give|get <target> [a|an] <figure> <field> [each]"),
                    Form.of("give|get <target> a|an <field> of <figure> [each]"),
                    Form.of("give|get <target> a|an|the <on>"),
                    Form.of("take away <target> 's <off>"),
                    Form.of("take <target> 's <off> away"),
                    Form.of("take [away] [the] <off> [away] from <target>"),
                    Form.of("take|pull <target> off|from [the] <removed>"),
                    Form.of("put|place <target> [back] on [the] <placed>")),
            List.of(
                    Form.of("subscribe|enrol|enroll <target> to|for|in [the] <on>"),
                    Form.of("sign <target> up for|to [the] <on>"),
                    Form.of("sign up <target> for|to [the] <on>"),
                    Form.of("put <target> on|onto [the] <on>"),
                    Form.of("tick|check [the|off] <on> for|on|of <target>"),
                    Form.of("untick|uncheck [the] <off> for|on|of <target>"),
                    Form.of("unsubscribe|remove|drop <target> from [the] <off>")),
            List.of(
                    Form.of("switch|turn [the] <on> on for|of|in <target>"),
                    Form.of("switch|turn on [the] <on> for|of|in <target>"),
                    Form.of("switch|turn [the] <off> off for|of|in <target>"),
                    Form.of("switch|turn off [the] <off> for|of|in <target>")),
            List.of(Form.of("put|leave a|the <field> on <target> : <value>")),
            List.of(
                    Form.of(GIVE + " [the] <target> to <person>"),
                    Form.of("hand|pass [the] <target> over|on to <person>"),
                    Form.of("hand|pass over|on [the] <target> to <person>"),
                    Form.of("let <person> do|handle|take [over] [the] <target>"),
                    Form.of("put|send <person> on|onto <target>")),
            List.of(
                    Form.of("make|appoint <value> [the] [new] <field> of|for|on <target>"),
                    Form.of("let <value> be|become [the] [new] <field> of|for|on <target>"),
                    Form.of("put <value> [down] as [the] [new] <field> of|for|on <target>"),
                    Form.of("put <value> [down] on|for <target> as [the] [new] <field>")),
            List.of(
                    Form.of(
                            "mark|flag|set|change|update|make|move|switch|transfer|reschedule|turn|upgrade|downgrade|promote|push|postpone|put"
                                    + " <target> [back] as|to|=|into|in|on <state>"),
                    Form.of("bring|move|pull|push <target> forward|back|up to <state>")),
            List.of(
                    Form.of("extend|prolong|renew <target> until|till|to <end>"),
                    Form.of("<target> : extend|prolong|renew [them|it] until|till|to <end>")),
            List.of(Form.of("mark|flag|set|change as|to <state> : <target>"), Form.of("mark|flag as <state> <target>")),
            List.of(Form.of("mark|flag|make|set|turn <target> <state>")),
            List.of(Form.of("update|change|edit|set <target> :|with|set|, <list>")),
            List.of(Form.of("write|note|put|enter <value> in|into|under|as [the|its|his|her|their] <field>")),
            List.of(Form.of("set|change [the] <field> to|= <value>"), Form.of("drop|remove|cancel|skip the <no>")),
            List.of(Form.of("set [the] <field> <plain> for|of|on <target>")));

    /** “Make strikers of all midfielders”: the first are what the others become. */
    private static final Form OTHERS = Form.of("make|turn <those> of|out all|every|each|of <rest>");

    @Override
    public Optional<Proposal> read(Turn turn) {
        if ((turn.question() && !saysChange(turn))
                || turn.words().startsWithOneOf(QUESTION_WORDS)
                || !OTHERS.matches(turn.words()).isEmpty()) {
            return Optional.empty();
        }
        return verb(turn).or(() -> formed(turn));
    }

    /** “Approve PO-101”, “cancel all booked appointments”. */
    private static Optional<Proposal> verb(Turn turn) {
        if (turn.words().size() < 2 || saysChange(turn) || !turn.words().at(0).isWord()) {
            return Optional.empty();
        }
        Phrase words = turn.words();
        String verb = words.at(0).text();
        Token last = words.at(words.size() - 1);
        boolean parted = words.size() > 2 && last.isOneOf(PARTICLES);
        Optional<Proposal> read = verb(turn, verb, words.from(1));
        if (read.isEmpty() && words.size() > 2 && words.at(1).isOneOf(PARTICLES)) {
            read = verb(turn, verb + " " + words.at(1).text(), words.from(2));
        }
        return read.isEmpty() && parted ? verb(turn, verb + " " + last.text(), words.sub(1, words.size() - 1)) : read;
    }

    private static Optional<Proposal> verb(Turn turn, String verb, Phrase said) {
        Predicate<EntityView> plausible =
                entity -> new Assignments(turn, entity).ofVerb(verb).isPresent();
        if (turn.schema().entities().stream().noneMatch(plausible)) {
            return Optional.empty();
        }
        return turn.targets().find(said, plausible).flatMap(target -> new Assignments(turn, target.entity())
                .ofVerb(verb)
                .map(values -> Changes.of(turn, target, values)));
    }

    private static Optional<Proposal> formed(Turn turn) {
        Attempts attempts = new Attempts(turn);
        for (boolean anywhere : saysChange(turn) ? List.of(false, true) : List.of(false)) {
            if (anywhere) {
                attempts.lookAnywhere();
            }
            for (List<Form> forms : FORMS) {
                Optional<Proposal> read = attempts.one(Form.matches(forms, turn.words()));
                if (read.isPresent()) {
                    return read;
                }
            }
        }
        Optional<Proposal> refilled = new RefillReading().read(turn);
        if (refilled.isPresent()) {
            return refilled;
        }
        if (saysChange(turn) || attempts.missesAnId()) {
            throw attempts.reason();
        }
        return Optional.empty();
    }

    /** Whether a verb says that a change is meant, and not small talk; “delete” may as well be about a record. */
    static boolean saysChange(Turn turn) {
        boolean away = turn.words().size() > 2 && turn.words().at(1).isOneOf(Set.of("out", "away"));
        return (turn.words().startsWithOneOf(VERBS) && !(away && turn.words().startsWith("clear")))
                || (turn.words().startsWithOneOf(Set.of("for", "on"))
                        && turn.words().tokens().stream().anyMatch(token -> token.isOneOf(Set.of("set", "change"))));
    }
}
