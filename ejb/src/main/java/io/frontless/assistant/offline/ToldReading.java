package io.frontless.assistant.offline;

import io.frontless.assistant.control.Proposal;
import io.frontless.assistant.offline.ToldSubjects.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A change told in words that no other way of reading understands. Each of the records that the sentence may be about is tried: what is told beside has to be
 * a change of them, or a reason for it, and only one way to see it may be left.
 */
final class ToldReading implements Reading {

    private static final int TOKENS_MAX = 60;
    private static final Set<String> OTHERWISE = Set.of(
            "create",
            "new",
            "insert",
            "register",
            "invite",
            "link",
            "undo",
            "redo",
            "revert",
            "restore",
            "delete",
            "remove",
            "rename",
            "drop",
            "show",
            "list",
            "count",
            "find",
            "swap",
            "exchange",
            "save",
            "copy",
            "should",
            "do",
            "does",
            "did",
            "is",
            "are",
            "has",
            "had",
            "will",
            "pay",
            "what",
            "which",
            "who",
            "how",
            "when",
            "where",
            "was",
            "were",
            "if",
            "unless",
            "merge");

    private static final Set<String> CLAUSES = Set.of(",", ";", "and", "-", "–", "so");
    private static final Set<String> AWAY = Set.of(
            "erase",
            "remove",
            "throw",
            "bin",
            "scrap",
            "dump",
            "kick",
            "discard",
            "trash",
            "purge",
            "delete",
            "destroy",
            "rid",
            "merge",
            "duplicate");

    @Override
    public Optional<Proposal> read(Turn turn) {
        Phrase words = turn.words();
        if (turn.question()
                || words.size() < 3
                || words.size() > TOKENS_MAX
                || words.startsWithOneOf(OTHERWISE)
                || isAway(words)
                || AddressTold.isCall(words)
                || saysMore(turn)
                || (words.startsWith("have") && words.tokens().stream().anyMatch(token -> token.is("been")))) {
            return Optional.empty();
        }
        ToldClauses clauses = ToldClauses.of(words);
        List<Proposal> found = new ArrayList<>();
        for (Subject subject : new ToldSubjects(turn, clauses).all()) {
            change(turn, subject, clauses).ifPresent(found::add);
        }
        return NewValues.one(found.stream().distinct().toList()).filter(change -> !new Doubtful(turn).is(change));
    }

    /** Something new, a verb of two words, another's value, or a clause that tells more than a reason. */
    private static boolean saysMore(Turn turn) {
        Phrase words = turn.words();
        boolean adds = words.startsWith("add")
                && turn.schema().leadingEntity(words.from(1).bare()).isPresent();
        boolean both = turn.isVerb(words.at(0).text() + " " + words.at(1).text());
        boolean where = IntStream.range(1, words.size())
                .anyMatch(i -> words.at(i).is("where") && words.at(i - 1).is("to"));
        boolean aside = words.at(words.size() - 1).isOneOf(Set.of("aside", "apart"));
        return adds
                || DescribedAdding.isToAdd(words)
                || aside
                || both
                || where
                || words.split(CLAUSES).stream()
                        .map(part -> new Telling(turn, part))
                        .anyMatch(part -> part.tellsOfTaking() || part.tellsOfChange());
    }

    /** “Throw away”: no change. */
    private static boolean isAway(Phrase words) {
        return words.tokens().stream().anyMatch(token -> token.isWord() && Words.isFormOf(token.text(), AWAY));
    }

    private static Optional<Proposal> change(Turn turn, Subject subject, ToldClauses clauses) {
        try {
            return new ToldFit(turn, subject, clauses).change();
        } catch (Unclear unclear) {
            return Optional.empty();
        }
    }
}
