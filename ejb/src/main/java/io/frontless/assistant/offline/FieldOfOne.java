package io.frontless.assistant.offline;

import io.frontless.assistant.control.Proposal;
import io.frontless.kernel.Limits;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.record.control.RecordQuery;
import io.frontless.schema.control.EntityView;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A field of one record, which is shown then: “what is the phone of ALFKI”, “who's our contact at Lowell”, “Katja's extension”. */
final class FieldOfOne implements Reading {

    private static final List<Form> FORMS = List.of(
            Form.of("what|who|when|show|which is|are|'s [the|our|your] <field> of|for|at|in|on <target>"),
            Form.of("how much|high|big|large|long|old is|are|was [the] <field> of|for <target>"),
            Form.of("what is|are|'s its|his|her|their <its>"),
            Form.of("[the] <field> of|for <target>"),
            Form.of("what|who|when is|are|'s <target> 's <field>"),
            Form.of("show|get|find [me] [the] <field> of|for <target>"),
            Form.of("show|get|find|tell|give|what|how [me|us] [much|high|is|are] [is|are] <target> 's <field>"),
            Form.of("<target> 's <field>"));
    private static final Set<String> WHICH = Set.of("that", "which", "who");
    private static final Set<String> SOME = Set.of("all", "both", "some", "most", "none");
    private static final Set<String> ASKING = Set.of("which", "what", "who", "how", "where", "when", "whose");

    /** What is said after a question, and asks for nothing more. */
    private static final Set<String> AGAIN = Set.of("again", "please", "pls", "now", "currently", "there");

    @Override
    public Optional<Proposal> read(Turn turn) {
        Phrase words = turn.words();
        int end = words.size();
        while (end > 1 && words.at(end - 1).isOneOf(AGAIN)) {
            end--;
        }
        for (Match match : Form.matches(FORMS, words.to(end))) {
            Optional<Proposal> record = match.has("its")
                    ? its(turn, match.the("its"))
                    : fieldOf(turn, match.the("field"), match.the("target"));
            if (record.isPresent()) {
                return record;
            }
        }
        return Optional.empty();
    }

    private static Optional<Proposal> its(Turn turn, Phrase field) {
        return new Pronouns(turn)
                .read(Sentence.read("it").words())
                .filter(target -> turn.schema().hasField(target.entity(), field))
                .map(target -> ListReading.shown(turn, target, field));
    }

    private static boolean isField(Turn turn, EntityView entity, Phrase words) {
        try {
            return turn.schema().field(entity, words).isPresent();
        } catch (Unclear several) {
            return true;
        }
    }

    private static Optional<Proposal> fieldOf(Turn turn, Phrase field, Phrase name) {
        // “Everything that's on the menu” is nobody's menu.
        boolean relative = name.at(name.size() - 1).isOneOf(ListReading.RELATING)
                || name.startsWithOneOf(ASKING)
                || name.tokens().stream().anyMatch(token -> token.isOneOf(WHICH));
        boolean ordered = Superlatives.isOne(field.bare().at(0)) || field.startsWithOneOf(SOME);
        boolean known = turn.schema().entities().stream().anyMatch(entity -> isField(turn, entity, field));
        if (!known || ordered || turn.selections().namesSeveral(field) || field.startsWithOneOf(ASKING) || relative) {
            return Optional.empty();
        }
        Optional<Target> found =
                turn.targets().find(name, entity -> turn.schema().hasField(entity, field));
        return found.filter(target -> turn.schema().hasField(target.entity(), field))
                        .isEmpty()
                ? ofTheirs(turn, field, name).or(() -> found.map(target -> seen(turn, field, name, target)))
                : found.map(target -> seen(turn, field, name, target));
    }

    private static Proposal seen(Turn turn, Phrase field, Phrase name, Target target) {
        FieldSpec asked = turn.schema().requireField(target.entity(), field);
        if (!target.isOne()) {
            return ListReading.records(turn, name)
                    .orElseThrow(() -> turn.targets().none(name));
        }
        Proposal shown = ListReading.shown(turn, target, name);
        return shown instanceof Proposal.ListRecords list
                ? new Proposal.ListRecords(asked.label() + " of " + list.heading(), list.query())
                : shown;
    }

    /** “What is Milan's diagnosis”, where his prescriptions have one. */
    private static Optional<Proposal> ofTheirs(Turn turn, Phrase field, Phrase name) {
        List<EntityView> having = turn.schema().entities().stream()
                .filter(entity -> turn.schema().hasField(entity, field))
                .toList();
        return NewValues.one(having).flatMap(entity -> new Holders(turn, entity, references(entity))
                .read(name, Holders.Relation.BY)
                .map(held -> new Proposal.ListRecords(
                        Names.label(Names.plural(entity.label()) + " of " + name.text()),
                        RecordQuery.where(entity.key(), held.condition(), Limits.PAGE_ROWS_MAX))));
    }

    private static List<FieldSpec> references(EntityView entity) {
        return entity.fields().stream()
                .filter(field -> field.type() == FieldType.REFERENCE)
                .toList();
    }
}
