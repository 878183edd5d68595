package io.frontless.assistant.offline;

import io.frontless.assistant.control.Proposal;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.operation.Values;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** “Swap the rooms of 501 and 502”, “ML-4 should have the same rent as ML-3”: one record's value for another. */
final class SwapReading implements Reading {

    private static final List<Form> SWAP = List.of(
            Form.of("swap|exchange|switch|trade [the] <field> of|between|for|on|in|at <both>"),
            Form.of("<both> swap|exchange|switch|trade [their|the] <field>"),
            Form.of("let <both> swap|exchange|switch|trade [their|the] <field>"),
            Form.of("<both> should|shall|must|will|can|may swap|exchange|switch|trade [their|the] <field>"),
            Form.of("<both> have|need|want|are to swap|exchange|switch|trade [their|the] <field>"));
    /** Who has one of two records, and gets the other. */
    private static final List<Form> BETWEEN = List.of(
            Form.of("[let] <one> and <two> swap|exchange|switch|trade [their|the] <both>"),
            Form.of("<one> and <two> should|shall|must|will swap|exchange|switch|trade [their|the] <both>"),
            Form.of("swap|exchange|switch <one> and|with <two> on|in|for|at [the] <both>"));

    private static final List<Form> SAME = List.of(
            Form.of("<target> should|shall|must have|get|earn|pay the same <field> as <other>"),
            Form.of("<target> gets|get|has|have the same <field> as <other>"),
            Form.of("[the] <field> of <target> should|shall|must be the same as that of|for <other>"),
            Form.of("[the] <field> of|for <target> should|shall|must be [the] same like|as [for|of|in|at|on] <other>"),
            Form.of("[the] <field> of|for <target> should|shall|must be the same as <other> 's"),
            Form.of("use|set|give [the] same <field> for|on|in <target> as for|on|in <other>"),
            Form.of("[the] <field> of <target> is|= [now] the same as that of <other>"),
            Form.of("set|make|put [the] <field> of <target> [to] the same as [that] [for|of|in|at|on] <other>"),
            Form.of("give <target> the same <field> as <other>"),
            Form.of("<target> should|shall|must have|get the same <field> that|which <other> has"),
            Form.of("<target> gets|get|has|have the same <field> that|which <other> has"),
            Form.of("<target> should|shall|must|will be <field> the same day|date|time as <other>"),
            Form.of("<target> is|are [to] [be] <field> the same day|date|time as <other>"),
            Form.of("<target> 's <field> should|shall|must [be] [the] same|equal [as|to] <other> 's"),
            Form.of("<target> 's <field> should|shall|must [be] [the] same|equal [as|to] <other> 's <again>"),
            Form.of("<target> 's <field> is|equals|equal [now] [the] [same] [as|to] <other> 's"),
            Form.of("set|make <target> 's <field> [to] [equal] [the] [same] [as|to] <other> 's"),
            Form.of("its|his|her|their <field> should|shall|must [be] [the] same|equal [as|to] <other> 's"),
            Form.of("set [the] <field> of <target> to [the] <again> of <other>"));

    @Override
    public Optional<Proposal> read(Turn turn) {
        for (Match match : Form.matches(SWAP, turn.words())) {
            Optional<Target> both = turn.targets()
                    .find(match.the("both"), entity -> turn.schema().hasField(entity, match.the("field")));
            if (both.filter(target -> target.records().size() == 2).isPresent()) {
                return Optional.of(swapped(turn, both.get(), match.the("field")));
            }
        }
        Optional<Proposal> between =
                new Trials<Match>().first(Form.matches(BETWEEN, turn.words()), match -> between(turn, match));
        if (between.isPresent()) {
            return between;
        }
        for (Match match : Form.matches(SAME, turn.words())) {
            Phrase field = match.the("field");
            Optional<Target> target = match.has("target")
                    ? turn.targets()
                            .find(match.the("target"), entity -> turn.schema().hasField(entity, field))
                    : new Pronouns(turn).mentioned();
            Optional<Target> other = target.flatMap(
                    found -> turn.targets().find(match.the("other"), entity -> entity.equals(found.entity())));
            if (other.filter(Target::isOne).isPresent() && (!match.has("again") || isSame(turn, target.get(), match))) {
                FieldSpec spec = turn.schema().requireField(target.get().entity(), field);
                Object value = value(other.get().records().get(0), spec);
                return Optional.of(Changes.of(turn, target.get(), Values.of(spec.key(), value)));
            }
        }
        return Optional.empty();
    }

    private static boolean isSame(Turn turn, Target target, Match match) {
        Optional<FieldSpec> field = turn.schema().field(target.entity(), match.the("field"));
        return field.equals(turn.schema().field(target.entity(), match.the("again")));
    }

    /** “Jonas and Mira swap ”: the one field in which one record has the one, and the other the other. */
    private static Optional<Proposal> between(Turn turn, Match match) {
        Optional<Target> both = turn.targets()
                .find(match.the("both"), entity -> true)
                .filter(target -> target.records().size() == 2);
        List<FieldSpec> fields = both.stream()
                .flatMap(target -> target.entity().fields().stream()
                        .filter(field -> field.type() == FieldType.TEXT)
                        .filter(field -> areApart(field, target, match.the("one"), match.the("two"))
                                || areApart(field, target, match.the("two"), match.the("one"))))
                .toList();
        return fields.size() == 1 ? Optional.of(swapped(both.get(), fields.get(0))) : Optional.empty();
    }

    private static boolean areApart(FieldSpec field, Target both, Phrase one, Phrase other) {
        return isCalled(both.records().get(0).values().get(field.key()), one)
                && isCalled(both.records().get(1).values().get(field.key()), other);
    }

    private static boolean isCalled(@Nullable Object value, Phrase said) {
        String name = String.valueOf(value).toLowerCase(Locale.ROOT);
        String text = said.text().toLowerCase(Locale.ROOT);
        return name.equals(text) || name.startsWith(text + " ");
    }

    private static Proposal swapped(Turn turn, Target both, Phrase name) {
        return swapped(both, turn.schema().requireField(both.entity(), name));
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

    private static Object value(Found record, FieldSpec field) {
        Object value = record.values().get(field.key());
        if (value == null) {
            throw Unclear.say("%s of %s is empty.".formatted(field.label(), record.title()));
        }
        return value;
    }
}
