package io.frontless.assistant.offline;

import io.frontless.assistant.control.Proposal;
import io.frontless.operation.ApplyBulk;
import io.frontless.operation.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** “Delete invoice INV-0089”, “get rid of all lost leads”. */
final class DeleteRecordReading implements Reading {

    /** A step for each record, up to so many; more of them are one bulk change. */
    private static final int STEPS_MAX = 200;

    private static final String DELETE =
            "delete|del|remove|erase|drop|destroy|discard|trash|scrap|purge|bin|axe|wipe|toss|strike [out|away]";

    /** What is left out of where it stands comes first: “remove George Patel from our contacts”. */
    private static final List<Form> FORMS = List.of(
            Form.of(DELETE + " <target> from [the|our|my] <place>"),
            Form.of(DELETE + " <target>"),
            Form.of("get rid of <target>"),
            Form.of("throw|clear|clean|toss away|out <target>"),
            Form.of("throw|toss <target> away|out"));

    private static final Set<String> PLACES =
            Set.of("list", "lists", "system", "database", "records", "register", "books", "files", "table", "here");

    private static final Set<String> JOINS = Set.of(",", "and", "&");

    @Override
    public Optional<Proposal> read(Turn turn) {
        for (Match match : Form.matches(FORMS, turn.words())) {
            if (match.has("place") && !isWhereItStands(turn, match)) {
                continue;
            }
            Phrase target = match.the("target");
            Optional<Proposal> unlike = match.has("place") ? Optional.empty() : ofTables(turn, target);
            return Optional.of(
                    unlike.orElseGet(() -> deleted(turn, turn.targets().require(target), target)));
        }
        return Optional.empty();
    }

    /** “T-505 and CT-203”: each the one record of that name, of more than one table. */
    private static Optional<Proposal> ofTables(Turn turn, Phrase said) {
        List<Phrase> parts = said.split(JOINS);
        List<Found> found = new ArrayList<>();
        for (Phrase part : parts.size() < 2 ? List.<Phrase>of() : parts) {
            Optional<Target> target = called(turn, part);
            if (target.isEmpty()) {
                return Optional.empty();
            }
            found.addAll(target.get().records());
        }
        if (found.stream().map(Found::entity).distinct().count() < 2) {
            return Optional.empty();
        }
        String names = found.stream().map(record -> Target.of(record).name()).collect(Collectors.joining(", "));
        return Optional.of(new Proposal.Change("Delete " + names, each(found)));
    }

    private static Optional<Target> called(Turn turn, Phrase name) {
        try {
            return turn.targets().called(name, entity -> true);
        } catch (Unclear unclear) {
            return Optional.empty();
        }
    }

    /** The proposal that deletes records; whether all of a kind are meant is asked about. */
    static Proposal deleted(Turn turn, Target target, Phrase said) {
        if (!target.isOne() && turn.targets().isKindAlone(said)) {
            String kind = said.bare().text();
            throw Unclear.ask("Do you mean all %s?".formatted(kind), List.of(said.sentenceWith("all " + kind)));
        }
        return new Proposal.Change("Delete " + target.name(), steps(target));
    }

    /** “From the list”, “from our contacts”, “from the patient list”, “off the list of coaches”: all of its kind stand there. */
    static boolean isWhereItStands(Turn turn, Match match) {
        Phrase said = match.the("place");
        boolean listed =
                said.size() > 2 && said.startsWithOneOf(PLACES) && said.at(1).is("of");
        Phrase place = listed ? said.from(2).bare() : said;
        boolean named = place.at(place.size() - 1).isOneOf(PLACES);
        Phrase table = named ? place.to(place.size() - 1) : place;
        return table.isEmpty()
                || turn.schema()
                        .entity(table)
                        .filter(entity -> turn.targets()
                                .find(match.the("target"), entity::equals)
                                .filter(target -> target.entity().equals(entity))
                                .isPresent())
                        .isPresent();
    }

    private static List<Step> steps(Target target) {
        if (target.records().size() > STEPS_MAX) {
            return List.of(Step.of(
                    "s1",
                    ApplyBulk.delete(
                            target.entity().key(),
                            target.records().stream().map(Found::id).toList())));
        }
        return each(target.records());
    }

    private static List<Step> each(List<Found> records) {
        List<Step> steps = new ArrayList<>();
        for (Found record : records) {
            steps.add(record.delete(steps.size() + 1));
        }
        return steps;
    }
}
