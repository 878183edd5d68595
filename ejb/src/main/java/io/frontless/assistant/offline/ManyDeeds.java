package io.frontless.assistant.offline;

import io.frontless.assistant.control.Proposal;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.Values;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What records that are described do or have done, where a yes-or-no field tells of it: “the two oldest orders have paid their deposit”, “therapists with fewer
 * than 30 hours don't accept new patients”. Of all of them, or by what they are, it may be so in general and is no change.
 */
record ManyDeeds(Turn turn) {

    private static final Set<String> DOING = Set.of("do", "does");
    private static final Set<String> HAVING = Set.of("has", "have");
    private static final Set<String> DO_NOT = Set.of("don't", "doesn't", "don’t", "doesn’t");
    private static final Set<String> HAVE_NOT = Set.of("haven't", "hasn't", "haven’t", "hasn’t");
    private static final Set<String> AFTER = Set.of("again", "now", "any", "anymore", "longer", "more", "already");

    /** A way to part it into the records and what is told of them. */
    private record Told(Phrase target, Selection selection, FieldSpec field, boolean yes) {}

    /** The change; empty where it is none. */
    Optional<Proposal> read(Phrase said) {
        return told(said)
                .filter(told ->
                        told.selection().most() > 0 || StatementReading.isOfNow(told.selection(), told.target()))
                .flatMap(told -> turn.targets()
                        .find(
                                told.target(),
                                entity -> entity.equals(told.selection().entity()))
                        .map(target ->
                                Changes.of(turn, target, Values.of(told.field().key(), told.yes()))));
    }

    /** Whether the words tell of a deed and do not only say which records are meant. */
    boolean isTold(Phrase said) {
        return told(said).isPresent();
    }

    private Optional<Told> told(Phrase said) {
        return IntStream.range(1, said.size() - 1)
                .boxed()
                .flatMap(i -> told(said.to(i), said.from(i)).stream())
                .findFirst();
    }

    private Optional<Told> told(Phrase target, Phrase rest) {
        Token first = rest.at(0);
        boolean longer = first.is("no") && rest.at(1).is("longer");
        boolean has = first.isOneOf(HAVING) || first.isOneOf(HAVE_NOT);
        boolean helps = has || first.isOneOf(DOING) || first.isOneOf(DO_NOT);
        int not = helps && rest.at(1).is("not") ? 2 : 1;
        int start = longer ? 2 : helps ? not : 0;
        int end = rest.size();
        while (end > start && rest.at(end - 1).isOneOf(AFTER)) {
            end--;
        }
        if (end - start < 2 || Words.isPast(rest.at(start).text()) != has || isOngoing(rest.at(start))) {
            return Optional.empty();
        }
        boolean no = longer || not == 2 || first.isOneOf(DO_NOT) || first.isOneOf(HAVE_NOT);
        List<String> deed = turn.schema().stems(rest.sub(start, end).text());
        FlagDeeds deeds = new FlagDeeds(turn.schema());
        boolean known = turn.schema().entities().stream()
                .anyMatch(entity -> !deeds.told(entity, deed).isEmpty());
        return known && StatementReading.isFinished(target) && turn.selections().namesSeveral(target)
                ? StatementReading.selection(turn, target)
                        .flatMap(selection -> NewValues.one(deeds.told(selection.entity(), deed))
                                .map(field -> new Told(target, selection, field, !no)))
                : Optional.empty();
    }

    private static boolean isOngoing(Token verb) {
        return verb.text().endsWith("ing");
    }
}
