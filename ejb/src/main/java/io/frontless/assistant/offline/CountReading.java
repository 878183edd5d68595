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

/** “How many orders does ALFKI have”, “count customers in Germany”. */
final class CountReading implements Reading {

    /** Words that begin a condition and no name. */
    private static final Set<String> NOBODY = Set.of(
            "we", "i", "you", "in", "at", "on", "of", "for", "with", "there", "a", "an", "no", "any", "not", "been",
            "more", "less", "fewer", "over", "under");

    private static final List<Form> OWNED = List.of(
            Form.of("how many <selection> does|do <owner> have|own|teach|hold|manage|handle|supply"),
            Form.of("how many <selection> does|do <owner> have <more>"),
            Form.of("how many <selection> has|have <owner> [got]"),
            Form.of("how many <selection> did|has <owner> place|make|placed|made"),
            Form.of("how many <selection> does|do <owner> has"));
    private static final List<Form> COUNTED = List.of(
            Form.of("how many <selection> are|is there"),
            Form.of("how many <selection> are|is there <more>"),
            Form.of("how many <selection> do we|i have"),
            Form.of("how many <selection> do we|i have <more>"),
            Form.of("how many <selection> exist"),
            Form.of("how many <selection>"),
            Form.of("count [all] [the] <selection>"),
            Form.of("[what] [is|'s] [show] [me] [the] [total] number|count|nr|no of <selection>"));

    @Override
    public Optional<Proposal> read(Turn turn) {
        Trials<Match> trials = new Trials<>();
        return trials.first(Form.matches(OWNED, turn.words()), match -> ofOwner(turn, match))
                .or(() -> trials.first(Form.matches(COUNTED, turn.words()), match -> counted(turn, match)))
                .or(trials::fail);
    }

    private static Optional<Proposal> ofOwner(Turn turn, Match match) {
        if (match.the("owner").startsWithOneOf(NOBODY)) {
            return Optional.empty();
        }
        Phrase more = match.has("more") ? match.the("more") : turn.words().to(0);
        return Optional.of(owned(turn, selection(turn, match.the("selection")), match.the("owner"), more));
    }

    private static Optional<Proposal> counted(Turn turn, Match match) {
        Phrase words = match.the("selection");
        Selection selection = selection(turn, match.has("more") ? words.joined(match.the("more")) : words);
        return Optional.of(new Proposal.CountRecords(
                "Number of " + escaped(selection.words()) + ": %d", selection.query(Limits.PAGE_ROWS_MAX, 0)));
    }

    private static Selection selection(Turn turn, Phrase phrase) {
        return turn.selections()
                .read(phrase)
                .orElseThrow(() -> Unclear.say("It is not clear what to count: no table is called “%s”."
                        .formatted(phrase.bare().text())));
    }

    /** The records that a person or another record has: by the field that holds it. */
    private static Proposal owned(Turn turn, Selection selection, Phrase owner, Phrase more) {
        EntityView counted = selection.entity();
        List<Filter> conditions = new ArrayList<>(selection.conditions());
        Optional<Target> last = new Pronouns(turn).read(owner);
        if (last.isPresent()) {
            conditions.add(pointing(counted, last.get(), owner));
        } else {
            Holders.Held held = new Holders(turn, counted)
                    .read(owner, Holders.Relation.BY)
                    .orElseThrow(() -> turn.targets().none(owner));
            conditions.add(held.condition());
        }
        if (!more.isEmpty()) {
            Clauses clauses = new Clauses(turn, counted);
            clauses.read(more);
            conditions.addAll(clauses.conditions());
        }
        String name = last.map(Target::name).orElse(owner.text());
        return new Proposal.CountRecords(
                "%s has %%d %s".formatted(escaped(name), escaped(selection.words())),
                RecordQuery.of(counted.key()).filtered(Filter.all(conditions)));
    }

    private static Filter pointing(EntityView counted, Target owner, Phrase said) {
        List<FieldSpec> fields = counted.fields().stream()
                .filter(field -> owner.entity().key().equals(field.target()))
                .toList();
        if (fields.isEmpty() || !owner.isOne()) {
            throw Unclear.say("%s has no reference to %s."
                    .formatted(counted.label(), owner.entity().label()));
        }
        return Filter.equal(
                Slots.one(fields, said).key(), owner.records().get(0).id().toString());
    }

    private static String escaped(String text) {
        return text.replace("%", "%%");
    }
}
