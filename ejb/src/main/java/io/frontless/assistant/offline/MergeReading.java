package io.frontless.assistant.offline;

import io.frontless.assistant.control.Proposal;
import io.frontless.operation.MergeRecords;
import io.frontless.operation.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** “Merge Acme Inc into Acme”. Which of both is to stay must be said, since its values do. */
final class MergeReading implements Reading {

    private static final Form INTO = Form.of("merge|combine|fold [the] <from> into <into>");
    private static final List<Form> BOTH = List.of(
            Form.of("merge|combine [the] <from> and|with <into>"), Form.of("merge|combine [the] <from> & <into>"));

    @Override
    public Optional<Proposal> read(Turn turn) {
        boolean into = !INTO.matches(turn.words()).isEmpty();
        boolean both = !Form.matches(BOTH, turn.words()).isEmpty()
                && !turn.isVerb(turn.words().at(0).text());
        if (!into && !both) {
            return Optional.empty();
        }
        List<List<Found>> pairs = pairs(turn, List.of(INTO));
        if (pairs.size() == 1) {
            return Optional.of(merged(pairs.get(0).get(0), pairs.get(0).get(1)));
        }
        for (List<Found> pair : pairs(turn, BOTH)) {
            throw Unclear.ask(
                    "Which of both is to stay?",
                    List.of(into(pair.get(0), pair.get(1)), into(pair.get(1), pair.get(0))));
        }
        throw Unclear.say("It is not clear which two records of one table to merge. Say “merge … into …”.");
    }

    /** Pairs of two different records of one table. */
    private static List<List<Found>> pairs(Turn turn, List<Form> forms) {
        List<List<Found>> pairs = new ArrayList<>();
        for (Match match : Form.matches(forms, turn.words())) {
            Optional<Target> from = turn.targets().find(match.the("from"), entity -> true);
            Optional<Target> into = from.flatMap(
                    found -> turn.targets().find(match.the("into"), entity -> entity.equals(found.entity())));
            boolean both = from.filter(Target::isOne).isPresent()
                    && into.filter(Target::isOne).isPresent();
            if (both && from.get().entity().equals(into.get().entity())) {
                List<Found> pair = List.of(
                        from.get().records().get(0), into.get().records().get(0));
                if (Set.copyOf(List.of(pair.get(0).id(), pair.get(1).id())).size() == 2) {
                    pairs.add(pair);
                }
            }
        }
        return pairs.stream().distinct().toList();
    }

    private static Proposal merged(Found from, Found into) {
        return new Proposal.Change(
                "Merge %s %s into %s".formatted(from.entity().label(), from.title(), into.title()),
                List.of(Step.of("s1", new MergeRecords(from.entity().key(), into.id(), from.id()))));
    }

    private static String into(Found from, Found into) {
        return "merge %s into %s".formatted(RecordFinder.quote(from.title()), RecordFinder.quote(into.title()));
    }
}
