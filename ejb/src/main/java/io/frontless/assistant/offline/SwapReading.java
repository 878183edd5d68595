package io.frontless.assistant.offline;

import io.frontless.assistant.control.Proposal;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.operation.Values;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** “Swap the rooms of 501 and 502”: one record's value for another's, or what another has for both. */
final class SwapReading implements Reading {

    private static final List<Form> SWAP = List.of(
            Form.of("swap|exchange|switch|trade [the] <field> of|between|for|on|in|at <both>"),
            Form.of("swap|exchange|switch|trade [the] <field> of|between|for|on|in|at <both> round|around|over"),
            Form.of("<both> swap|exchange|switch|trade|change [their|the] <field> with each other"),
            Form.of("<both> swap|exchange|switch|trade|change [their|the] <field> with one another"),
            Form.of("<both> are swapping|exchanging|switching|trading [their|the] <field>"),
            Form.of("<both> change|swap|switch|exchange|trade places , each gets|takes the <field> of the other"),
            Form.of(
                    "<both> change|swap|switch|exchange|trade places , [so] [please] swap|exchange|switch|trade their <field>"),
            Form.of(
                    "<both> have|want|need|are to change|swap|switch|exchange places , [so] [please] swap|exchange|switch|trade their <field>"),
            Form.of("<both> were|are|got|have|been mixed up , [so] [please] swap|exchange|switch|trade their <field>"),
            Form.of("<both> swap|exchange|switch|trade [their|the] <field>"),
            Form.of("let <both> swap|exchange|switch|trade [their|the] <field>"),
            Form.of("<both> should|shall|must|will|can|may swap|exchange|switch|trade [their|the] <field>"),
            Form.of("<both> have|need|want|are to swap|exchange|switch|trade [their|the] <field>"));
    /** Who has one of two records, and gets the other. */
    private static final List<Form> BETWEEN = List.of(
            Form.of("[let] <one> and <two> swap|exchange|switch|trade [their|the] <both>"),
            Form.of("<one> and <two> should|shall|must|will swap|exchange|switch|trade [their|the] <both>"),
            Form.of("[let] <one> and <two> swap|exchange|switch|trade [their|the] <noun> <both>"),
            Form.of("<one> and <two> are swapping|exchanging|switching|trading [their|the] <both>"),
            Form.of("<one> and <two> are swapping|exchanging|switching|trading [their] <noun> , <first> for <second>"),
            Form.of("<one> and <two> swap|exchange|switch|trade [their] <noun> , <first> for <second>"),
            Form.of("swap|exchange|switch <one> and|with <two> on|in|for|at [the] <both>"));

    @Override
    public Optional<Proposal> read(Turn turn) {
        for (Match match : Form.matches(SWAP, turn.words())) {
            Optional<Target> both = turn.targets()
                    .find(match.the("both"), entity -> SameValue.field(turn, entity, match.the("field"))
                            .isPresent());
            if (both.filter(target -> target.records().size() == 2).isPresent()) {
                return Optional.of(swapped(turn, both.get(), match.the("field")));
            }
        }
        Optional<Proposal> between =
                new Trials<Match>().first(Form.matches(BETWEEN, turn.words()), match -> between(turn, match));
        if (between.isPresent()) {
            return between;
        }
        return new SameValue(turn).change();
    }

    /** “Jonas and Mira swap ”: the one field in which one record has the one, and the other the other. */
    private static Optional<Proposal> between(Turn turn, Match match) {
        boolean noun =
                match.has("noun") && turn.schema().entity(match.the("noun")).isEmpty();
        Phrase said = match.has("both")
                ? match.the("both")
                : match.the("first").then("and").joined(match.the("second"));
        Optional<Target> both = noun
                ? Optional.empty()
                : turn.targets()
                        .find(said, entity -> true)
                        .filter(target -> target.records().size() == 2);
        List<FieldSpec> fields = both.stream()
                .flatMap(target -> target.entity().fields().stream()
                        .filter(field -> field.type() == FieldType.TEXT || field.type() == FieldType.REFERENCE)
                        .filter(field -> areApart(turn, field, target, List.of(match.the("one"), match.the("two")))
                                || areApart(turn, field, target, List.of(match.the("two"), match.the("one")))))
                .toList();
        return fields.size() == 1 ? Optional.of(swapped(both.get(), fields.get(0))) : Optional.empty();
    }

    private static boolean areApart(Turn turn, FieldSpec field, Target both, List<Phrase> who) {
        return isCalled(turn, field, both.records().get(0), who.get(0))
                && isCalled(turn, field, both.records().get(1), who.get(1));
    }

    private static boolean isCalled(Turn turn, FieldSpec field, Found record, Phrase said) {
        Object value = record.values().get(field.key());
        if (value == null || field.type() == FieldType.REFERENCE) {
            return value != null
                    && new Holders(turn, record.entity(), List.of(field))
                            .read(said, Holders.Relation.NONE)
                            .filter(held -> held.value().equals(value))
                            .isPresent();
        }
        String name = String.valueOf(value).toLowerCase(Locale.ROOT);
        String text = said.text().toLowerCase(Locale.ROOT);
        return name.equals(text) || name.startsWith(text + " ");
    }

    private static Proposal swapped(Turn turn, Target both, Phrase name) {
        return swapped(both, SameValue.field(turn, both.entity(), name).orElseGet(() -> turn.schema()
                .requireField(both.entity(), name)));
    }

    private static Proposal swapped(Target both, FieldSpec field) {
        if (field.unique()) {
            throw Unclear.say(
                    "%s is different for every record, so it cannot be swapped at once.".formatted(field.label()));
        }
        Found one = both.records().get(0);
        Found other = both.records().get(1);
        Object ofOne = value(one, field);
        Object ofOther = value(other, field);
        return Changes.of(both, record -> Values.of(field.key(), record.equals(one) ? ofOther : ofOne));
    }

    /** Its value of the field; a question where it has none. */
    static Object value(Found record, FieldSpec field) {
        Object value = record.values().get(field.key());
        if (value == null) {
            throw Unclear.say("%s of %s is empty.".formatted(field.label(), record.title()));
        }
        return value;
    }
}
