package io.frontless.assistant.offline;

import io.frontless.assistant.control.PlanningRequest.Mention;
import io.frontless.assistant.control.Proposal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A sentence of one command or several: “mark INV-1 as paid, then delete INV-2”. What is not quoted and begins with a verb is a command of its own. */
final class Commands {

    private static final int COMMANDS_MAX = 10;

    private static final Set<String> VERBS = Set.of(
            "add",
            "create",
            "delete",
            "remove",
            "drop",
            "erase",
            "mark",
            "set",
            "change",
            "update",
            "rename",
            "undo",
            "clear",
            "show",
            "list",
            "assign",
            "reassign",
            "make",
            "move",
            "put",
            "flag",
            "increase",
            "decrease",
            "raise",
            "lower",
            "reduce",
            "restore",
            "register",
            "give",
            "switch",
            "postpone",
            "reschedule",
            "edit",
            "empty",
            "unset",
            "transfer");
    private static final Set<String> JOINS = Set.of("and", ",", ";", "then", "also", "afterwards");

    private final Function<Turn, Optional<Proposal>> one;

    /** @param one reads a single command */
    Commands(Function<Turn, Optional<Proposal>> one) {
        this.one = one;
    }

    Optional<Proposal> read(Turn turn) {
        if (turn.words().startsWithOneOf(Set.of("if", "unless"))) {
            return condition(turn);
        }
        List<Phrase> parts = parts(turn);
        return parts.size() == 1 ? single(turn) : Optional.of(all(turn, parts));
    }

    private Optional<Proposal> single(Turn turn) {
        return condition(turn).or(() -> one.apply(turn));
    }

    private Optional<Proposal> condition(Turn turn) {
        return new ConditionReading(this::read).read(turn);
    }

    private Proposal all(Turn turn, List<Phrase> parts) {
        if (parts.size() > COMMANDS_MAX) {
            throw Unclear.say("These are more than %d requests. Say them in several turns.".formatted(COMMANDS_MAX));
        }
        Steps steps = new Steps(turn.request().records());
        List<Mention> mentioned = List.of();
        for (Phrase part : parts) {
            Turn next = turn.part(part, mentioned).with(steps);
            Proposal proposal = single(next)
                    .orElseThrow(() ->
                            Unclear.say("“%s” was not understood, so nothing of it is done.".formatted(part.text())));
            if (!(proposal instanceof Proposal.Change change)) {
                throw Unclear.say("“%s” looks like a second request. Say one thing at a time, or put texts in quotes."
                        .formatted(part.text()));
            }
            mentioned = steps.add(change);
        }
        return steps.proposal();
    }

    /** The commands: after a word that joins, only where a verb follows it; a full stop always ends one. */
    private static List<Phrase> parts(Turn turn) {
        Phrase words = turn.words();
        List<Phrase> parts = new ArrayList<>();
        int start = 0;
        for (int i = 1; i < words.size(); i++) {
            int end = i;
            int next = i;
            while (next < words.size() && words.at(next).isOneOf(JOINS)) {
                next++;
            }
            boolean stop =
                    !words.at(i - 1).quoted() && words.at(i - 1).text().endsWith(".") && begins(turn, words.from(i));
            if (next == i && !stop) {
                continue;
            }
            if (next < words.size() && begins(turn, words.from(next))) {
                parts.add(stop ? withoutStop(words.sub(start, end)) : words.sub(start, end));
                start = next;
                i = next;
            } else {
                i = Math.max(i, next - 1);
            }
        }
        parts.add(words.from(start));
        return parts;
    }

    private static Phrase withoutStop(Phrase part) {
        Token last = part.at(part.size() - 1);
        String text = last.text().replaceAll("\\.+$", "");
        List<Token> tokens = new ArrayList<>(part.tokens().subList(0, part.size() - 1));
        tokens.add(new Token(last.kind(), text, last.start(), last.start() + text.length()));
        return new Phrase(part.sentence(), tokens);
    }

    /** Whether a phrase begins as a command does. */
    static boolean begins(Turn turn, Phrase rest) {
        if (rest.size() < 2 || !rest.at(0).isWord()) {
            return false;
        }
        String word = rest.at(0).text();
        boolean lower = word.equals(word.toLowerCase(Locale.ROOT));
        return rest.startsWithOneOf(VERBS)
                || (lower
                        && turn.schema().entities().stream().anyMatch(entity -> new Assignments(turn, entity)
                                .ofVerb(word)
                                .isPresent()));
    }
}
