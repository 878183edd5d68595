package io.frontless.assistant.offline;

import io.frontless.assistant.control.PlanningRequest.Mention;
import io.frontless.operation.Filter;
import io.frontless.schema.control.EntityView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Several records that are said to belong to what was mentioned before, or to be of it: “their unpaid orders”, “those open invoices”. They are never all. */
record Pointed(Turn turn) {

    private static final Set<String> THOSE = Set.of("those", "these");

    /** Those of the records that were mentioned of which it is so; empty where nothing was mentioned, or the words do not say so. */
    Optional<Selection> those(Phrase whose) {
        if (whose.size() < 2 || last().isEmpty() || !whose.startsWithOneOf(THOSE)) {
            return Optional.empty();
        }
        Phrase several = whose.from(1);
        return turn.selections().namesSeveral(several)
                ? turn.selections().read(several).map(selection -> among(selection, several))
                : Optional.empty();
    }

    private Selection among(Selection selection, Phrase several) {
        EntityView entity = selection.entity();
        List<Filter> conditions = new ArrayList<>(selection.conditions());
        conditions.add(new Mentioned(turn, entity)
                .among(0)
                .orElseThrow(() -> Unclear.settled(
                        "It is not clear which “%s” are meant: before, it was about others.".formatted(several.text())))
                .filter());
        return new Selection(entity, conditions, selection.order(), selection.most(), selection.words());
    }

    /** Whether “their” limits which of several records are meant; a question where nothing that was mentioned can have them. */
    boolean isTheirs(Phrase whose) {
        boolean theirs =
                Pronouns.isPossessive(whose.at(0)) && (turn.selections().namesSeveral(whose) || isOrdered(whose));
        if (theirs && !canBeTheirs(whose.from(1))) {
            throw Unclear.settled("It is not clear whose “%s” are meant."
                    .formatted(whose.from(1).text()));
        }
        return theirs;
    }

    /** “Their latest order”. */
    private boolean isOrdered(Phrase whose) {
        try {
            return whose.size() > 2
                    && !last().isEmpty()
                    && turn.selections()
                            .read(whose.from(1))
                            .filter(selection -> !selection.order().isEmpty())
                            .isPresent();
        } catch (Unclear unclear) {
            return false;
        }
    }

    /** Whether what was mentioned before has such records: they refer to it. */
    private boolean canBeTheirs(Phrase several) {
        List<String> mentioned = last().stream().map(Mention::entity).toList();
        return !mentioned.isEmpty()
                && turn.selections()
                        .read(several)
                        .filter(selection -> selection.entity().fields().stream()
                                .anyMatch(field -> mentioned.contains(String.valueOf(field.target()))))
                        .isPresent();
    }

    private List<Mention> last() {
        return turn.request().lastMentioned();
    }
}
