package io.frontless.assistant.offline;

import io.frontless.assistant.control.Proposal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Records that are to be deleted since they are no more, told in two parts: “trip T-17 is off, delete it”, “we don't need the failed deliveries, please erase them”. */
record NoLonger(Turn turn) {

    private static final String SO = " [any] [more|longer|anymore] [now] ,|;|:|-|– [so] [please|pls|kindly] ";
    private static final String DELETE =
            "delete|remove|erase|bin|scrap|kill|drop it|them|him|her|that|this|those|both ";
    private static final String THE_KIND = "delete|remove|erase|bin|scrap that|this|those|these <kind>";
    private static final String GONE = "<target> is|are|was|were|isn't|aren't|doesn't|won't|can|may <story>";
    private static final String UNUSED =
            "we|i don't|don’t|no [longer] need|use|have|want|sell|stock|carry|deal [with] <target> [in] [the] [list]";

    private static final List<Form> FORMS = List.of(
            Form.of(GONE + SO + DELETE + "[please|pls]"),
            Form.of(GONE + SO + THE_KIND),
            Form.of(UNUSED + SO + DELETE + "[please|pls]"),
            Form.of(UNUSED + SO + THE_KIND),
            Form.of("the|all <noun> ,|;|:|-|– " + DELETE + "[please|pls]"));

    private static final Set<String> DELETING = Set.of("delete", "remove", "erase", "bin", "scrap", "kill", "drop");

    /** “The yellow bike and its repair” are more than one record that is found by the whole. */
    private static final Set<String> MORE = Set.of("and", "or", "&", "plus", "its", "their", "his", "her");

    /** What tells that something is no more, and changes no value. */
    private static final Set<String> STORY = Words.listed(
            "off over gone sold dead closed finished obsolete go not no longer exist needed used useful any more"
                    + " anymore now wanted superfluous cancelled broken lost a mistake duplicate wrong");

    /** The deletion; empty where it is told of something else, or what is told would itself be a change. */
    Optional<Proposal> deleted() {
        boolean deletes = turn.words().tokens().stream().anyMatch(token -> token.isOneOf(DELETING))
                && turn.words().tokens().stream().anyMatch(Token::isMark);
        return !deletes
                ? Optional.empty()
                : Form.matches(FORMS, turn.words()).stream()
                        .filter(match -> !match.has("story") || isStory(match.the("story")))
                        .flatMap(match -> deleted(match).stream())
                        .findFirst();
    }

    private static boolean isStory(Phrase story) {
        return story.tokens().stream().allMatch(token -> token.isOneOf(STORY));
    }

    private Optional<Proposal> deleted(Match match) {
        Phrase said = match.has("noun") ? match.the("noun") : match.the("target");
        if (said.tokens().stream().anyMatch(token -> token.isMark() || token.isOneOf(MORE))) {
            return Optional.empty();
        }
        try {
            return turn.targets()
                    .find(said, entity -> true)
                    .filter(target -> isOfKind(match, target))
                    .filter(target -> !match.has("story") || changesNothing(target, match.the("story")))
                    .map(target -> DeleteRecordReading.deleted(turn, target, said));
        } catch (Unclear unclear) {
            return Optional.empty();
        }
    }

    /** “Delete that supplier”: it is one. */
    private boolean isOfKind(Match match, Target target) {
        return !match.has("kind")
                || turn.schema()
                        .entity(match.the("kind"))
                        .filter(target.entity()::equals)
                        .isPresent();
    }

    /** Whether none of the words is a state that it could have: that may be told to be so first. */
    private boolean changesNothing(Target target, Phrase story) {
        for (int i = 0; i < story.size(); i++) {
            if (State.leading(turn.schema(), target.entity(), story.from(i)) > 0) {
                return false;
            }
        }
        return true;
    }
}
