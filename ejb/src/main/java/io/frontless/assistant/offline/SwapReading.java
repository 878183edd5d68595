package io.frontless.assistant.offline;

import io.frontless.assistant.control.Proposal;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.Values;
import java.util.List;
import java.util.Optional;

/** “Swap the rooms of 501 and 502”, “ML-4 should have the same rent as ML-3”: one record's value for another. */
final class SwapReading implements Reading {

    private static final List<Form> SWAP = List.of(
            Form.of("swap|exchange|switch|trade [the] <field> of|between|for <both>"),
            Form.of("<both> swap|exchange|switch|trade [their|the] <field>"),
            Form.of("let <both> swap|exchange|switch|trade [their|the] <field>"),
            Form.of("<both> should|shall|must|will|can|may swap|exchange|switch|trade [their|the] <field>"),
            Form.of("<both> have|need|want|are to swap|exchange|switch|trade [their|the] <field>"));
    private static final List<Form> SAME = List.of(
            Form.of("<target> should|shall|must have|get the same <field> as <other>"),
            Form.of("<target> gets|get|has|have the same <field> as <other>"),
            Form.of("[the] <field> of <target> should|shall|must be the same as that of <other>"),
            Form.of("[the] <field> of <target> is|= [now] the same as that of <other>"),
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
        for (Match match : Form.matches(SAME, turn.words())) {
            Phrase field = match.the("field");
            Optional<Target> target = match.has("target")
                    ? turn.targets()
                            .find(match.the("target"), entity -> turn.schema().hasField(entity, field))
                    : mentioned(turn);
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

    private static Optional<Target> mentioned(Turn turn) {
        int last = turn.request().lastMentioned().size();
        return last == 0
                ? Optional.empty()
                : new Pronouns(turn)
                        .read(Sentence.read(last > 1 ? "them" : "it").words());
    }

    private static boolean isSame(Turn turn, Target target, Match match) {
        Optional<FieldSpec> field = turn.schema().field(target.entity(), match.the("field"));
        return field.equals(turn.schema().field(target.entity(), match.the("again")));
    }

    private static Proposal swapped(Turn turn, Target both, Phrase name) {
        FieldSpec field = turn.schema().requireField(both.entity(), name);
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
