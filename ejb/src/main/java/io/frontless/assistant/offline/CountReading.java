package io.frontless.assistant.offline;

import io.frontless.assistant.control.Proposal;
import io.frontless.kernel.Limits;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.Filter;
import io.frontless.record.control.RecordQuery;
import io.frontless.schema.control.EntityView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** “How many orders does ALFKI have”, “count customers in Germany”. */
final class CountReading implements Reading {

    private static final List<Form> OWNED = List.of(
            Form.of("how many <selection> does|do <owner> have"),
            Form.of("how many <selection> has|have <owner> [got]"),
            Form.of("how many <selection> did|has <owner> place|make|placed|made"),
            Form.of("how many <selection> does|do <owner> has"));
    private static final List<Form> COUNTED = List.of(
            Form.of("how many <selection> are|is there"),
            Form.of("how many <selection> are|is there <more>"),
            Form.of("how many <selection> do we|i have"),
            Form.of("how many <selection> exist"),
            Form.of("how many <selection>"),
            Form.of("count [all] [the] <selection>"),
            Form.of("[what] [is|'s] [show] [me] [the] [total] number|count of <selection>"));

    @Override
    public Optional<Proposal> read(Turn turn) {
        Set<String> us = Set.of("we", "i", "you");
        for (Match match : Form.matches(OWNED, turn.words())) {
            if (!match.the("owner").startsWithOneOf(us)) {
                return Optional.of(owned(turn, selection(turn, match.the("selection")), match.the("owner")));
            }
        }
        for (Match match : Form.matches(COUNTED, turn.words())) {
            Phrase words = match.the("selection");
            Phrase whole = match.has("more") ? joined(words, match.the("more")) : words;
            Selection selection = selection(turn, whole);
            return Optional.of(new Proposal.CountRecords(
                    "Number of " + escaped(selection.words()) + ": %d", selection.query(Limits.PAGE_ROWS_MAX, 0)));
        }
        return Optional.empty();
    }

    private static Selection selection(Turn turn, Phrase phrase) {
        return turn.selections()
                .read(phrase)
                .orElseThrow(() -> Unclear.say("It is not clear what to count: no table is called “%s”."
                        .formatted(phrase.bare().text())));
    }

    private static Proposal owned(Turn turn, Selection selection, Phrase owner) {
        EntityView counted = selection.entity();
        Set<String> targets = counted.fields().stream()
                .flatMap(field -> Optional.ofNullable(field.target()).stream())
                .collect(Collectors.toSet());
        Target found = turn.targets()
                .find(owner, entity -> targets.contains(entity.key()))
                .orElseThrow(() -> turn.targets().none(owner));
        List<FieldSpec> fields = counted.fields().stream()
                .filter(field -> found.entity().key().equals(field.target()))
                .toList();
        if (fields.isEmpty() || found.records().size() > 1) {
            throw Unclear.say("%s has no reference to %s."
                    .formatted(counted.label(), found.entity().label()));
        }
        List<Filter> conditions = new ArrayList<>(selection.conditions());
        conditions.add(Filter.equal(
                Slots.one(fields, owner).key(), found.records().get(0).id().toString()));
        String name = found.entity().equals(counted) ? found.name() : nameOf(turn, found, owner);
        return new Proposal.CountRecords(
                "%s has %%d %s".formatted(escaped(name), escaped(selection.words())),
                RecordQuery.of(counted.key()).filtered(Filter.all(conditions)).mentioning(selection.anyText()));
    }

    private static String nameOf(Turn turn, Target found, Phrase owner) {
        String said = turn.records().withoutEntity(found.entity(), owner).text();
        return found.records().get(0).title().equalsIgnoreCase(said)
                ? found.records().get(0).title()
                : said;
    }

    private static Phrase joined(Phrase one, Phrase other) {
        List<Token> tokens = new ArrayList<>(one.tokens());
        tokens.addAll(other.tokens());
        return new Phrase(one.sentence(), tokens);
    }

    private static String escaped(String text) {
        return text.replace("%", "%%");
    }
}
