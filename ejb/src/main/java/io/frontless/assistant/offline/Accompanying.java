package io.frontless.assistant.offline;

import io.frontless.assistant.control.PlanningRequest;
import io.frontless.operation.Step;
import io.frontless.schema.control.EntityView;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What stands beside a change and tells of it, and is no change of its own: “…, on 16 October, with Marek Hollis as coach” gives Marek no date, and of “plus clients
 * and clients from York” neither kind is what the others become.
 */
record Accompanying(PlanningRequest request, SchemaLinker schema, Phrase words) {

    private static final Set<String> WITH = Set.of("with");

    boolean isChanged(List<Step> steps) {
        return (isSaid() && Unlikely.fewOfAKind(steps).skip(1).anyMatch(step -> isBeside(steps.get(0), step)))
                || (steps.stream().anyMatch(Accompanying::givesSeveral) && namesTwice());
    }

    private boolean isSaid() {
        return words.tokens().stream().anyMatch(token -> token.isOneOf(WITH));
    }

    /** A record of another table, called with nothing but “with” before it. */
    private boolean isBeside(Step first, Step step) {
        boolean other = step.op().equals("record.update")
                && !String.valueOf(step.params().get("entity"))
                        .equals(String.valueOf(first.params().get("entity")));
        Optional<Phrase> title = other
                ? new Changed(request).record(step).map(record -> Sentence.read(record.title())
                        .words())
                : Optional.empty();
        return title.filter(name -> words.hasAfter(WITH, name)).isPresent();
    }

    /** Whether “and” joins what is said of the records of one table with what is said of others of it. */
    private boolean namesTwice() {
        Optional<EntityView> before = Optional.empty();
        boolean joined = false;
        for (int i = 0; i < words.size(); i++) {
            Optional<EntityView> entity = plural(words.sub(i, i + 1));
            if (entity.isPresent() && joined && entity.equals(before)) {
                return true;
            }
            joined = entity.isEmpty() && (joined || words.at(i).is("and"));
            before = entity.isPresent() ? entity : before;
        }
        return false;
    }

    /** The table that a word names in the plural. */
    private Optional<EntityView> plural(Phrase word) {
        String text = word.at(0).word();
        return !word.at(0).isWord() || text.equals(Names.singular(text)) ? Optional.empty() : schema.entity(word);
    }

    private static boolean givesSeveral(Step step) {
        return step.params().get("values") instanceof Map<?, ?> values && values.size() > 1;
    }
}
