package io.frontless.assistant.offline;

import io.frontless.assistant.control.Proposal;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.Values;
import io.frontless.schema.control.EntityView;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** “Mark invoice INV-0089 as paid”, “change the phone of ALFKI to 030-1”, “clear the due date of INV-0089”, for one record or several. */
final class UpdateRecordReading implements Reading {

    private static final String SET = "set|change|update|edit|put|make|correct|move|switch";
    private static final Set<String> QUESTION_WORDS = Set.of(
            "what", "who", "which", "how", "where", "when", "why", "is", "are", "there", "do", "does", "show", "list");

    private static final Set<String> RELATIVES = Set.of("that", "which", "who", "whose");
    private static final Set<String> VERBS = Set.of(
            "set", "change", "update", "edit", "put", "make", "correct", "mark", "flag", "clear", "empty", "unset",
            "move", "switch");

    /** Forms that name a field come first: “the status of INV-1” is not what a record is called. */
    private static final List<Form> FORMS = List.of(
            Form.of(SET + " [the] <field> of|for|on|in <target> to|as|= <value>"),
            Form.of(SET + " <target> 's <field> to|as|= <value>"),
            Form.of(SET + " [the] <field> to|= <value> for|on|of|in <target>"),
            Form.of("clear|empty|unset|remove|delete|erase [the] <cleared> of|from|for|on|in <target>"),
            Form.of("clear|empty|unset|remove|delete|erase <target> 's <cleared>"),
            Form.of("mark|flag|set|change|update|make|move|switch <target> as|to|= <state>"),
            Form.of("mark|flag <target> <state>"),
            Form.of("update|change|edit|set <target> :|with|set|, <list>"),
            Form.of("[the] <field> of|for <target> is|are|= [now] <value>"),
            Form.of("<target> 's <field> is|are|= [now] <value>"),
            Form.of("<target> is|are [now] <state>"));

    @Override
    public Optional<Proposal> read(Turn turn) {
        if ((turn.question() && !saysChange(turn)) || turn.words().startsWithOneOf(QUESTION_WORDS)) {
            return Optional.empty();
        }
        List<Match> matches = Form.matches(FORMS, turn.words()).stream()
                .filter(match -> saysChange(turn) || isOneRecord(turn, match))
                .toList();
        Optional<Unclear> first = Optional.empty();
        for (boolean strict : saysChange(turn) ? List.of(true, false) : List.of(true)) {
            for (Match match : matches) {
                try {
                    Optional<Proposal> change = change(turn, match, strict);
                    if (change.isPresent()) {
                        return change;
                    }
                } catch (Unclear unclear) {
                    first = first.or(() -> Optional.of(unclear));
                }
            }
        }
        Optional<Unclear> reason = first.or(() -> matches.stream()
                .filter(match -> saysChange(turn) || known(turn, match))
                .findFirst()
                .map(match -> turn.targets().none(match.the("target"))));
        if (reason.isPresent()) {
            throw reason.get();
        }
        return Optional.empty();
    }

    /** Whether a verb says that a change is meant, and not small talk; “delete” may as well be about a record. */
    private static boolean saysChange(Turn turn) {
        return turn.words().startsWithOneOf(VERBS);
    }

    /** “Invoices that are paid” selects; only “INV-0089 is paid” changes. */
    private static boolean isOneRecord(Turn turn, Match match) {
        return turn.words().tokens().stream().skip(1).noneMatch(token -> token.isOneOf(RELATIVES))
                && !turn.selections().namesSeveral(match.the("target"));
    }

    private static boolean known(Turn turn, Match match) {
        return turn.schema().entities().stream().anyMatch(plausible(turn, match));
    }

    /** Strictly, a name is looked up only where the field exists; else everywhere, to say what is wrong. */
    private static Optional<Proposal> change(Turn turn, Match match, boolean strict) {
        if (strict && match.has("state")) {
            Optional<Proposal> named = fieldBeforeValue(turn, match);
            if (named.isPresent()) {
                return named;
            }
        }
        return turn.targets()
                .find(match.the("target"), strict ? plausible(turn, match) : entity -> true)
                .map(target -> Changes.of(target, values(turn, target.entity(), match)));
    }

    private static Values values(Turn turn, EntityView entity, Match match) {
        if (match.has("list")) {
            return Slots.forChange(turn, entity, match.the("list"));
        }
        if (match.has("cleared")) {
            FieldSpec field = turn.schema().requireField(entity, match.the("cleared"));
            if (field.required()) {
                throw Unclear.say("%s is required, so it cannot be cleared.".formatted(field.label()));
            }
            return Values.of(field.key(), null);
        }
        if (match.has("field")) {
            FieldSpec field = turn.schema().requireField(entity, match.the("field"));
            return Slots.forChange(turn, field, entity, match.the("value"));
        }
        Phrase said = match.the("state");
        State state = State.read(entity, said).orElseThrow(() -> noSuchState(entity, said));
        if (state.not()) {
            throw noSuchState(entity, said);
        }
        return Values.of(state.field().key(), state.value());
    }

    /** “Change invoice INV-0089 amount to 1300”: the last words of the target name the field. */
    private static Optional<Proposal> fieldBeforeValue(Turn turn, Match match) {
        Phrase target = match.the("target");
        for (int length = Math.min(3, target.size() - 1); length > 0; length--) {
            Phrase field = target.from(target.size() - length);
            Phrase record = target.to(target.size() - length);
            Predicate<EntityView> hasField = entity -> turn.schema().hasField(entity, field);
            if (turn.schema().entities().stream().anyMatch(hasField)) {
                Optional<Target> found = turn.targets().find(record, hasField).filter(it -> hasField.test(it.entity()));
                if (found.isPresent()) {
                    EntityView entity = found.get().entity();
                    Values values = Slots.forChange(
                            turn, turn.schema().requireField(entity, field), entity, match.the("state"));
                    return Optional.of(Changes.of(found.get(), values));
                }
            }
        }
        return Optional.empty();
    }

    /** Which entities a name can be looked up in: those that have the field or state that is spoken of. */
    private static Predicate<EntityView> plausible(Turn turn, Match match) {
        if (match.has("state")) {
            return entity -> State.read(entity, match.the("state")).isPresent();
        }
        if (match.has("list")) {
            return entity -> true;
        }
        Phrase field = match.has("field") ? match.the("field") : match.the("cleared");
        return entity -> turn.schema().hasField(entity, field);
    }

    private static Unclear noSuchState(EntityView entity, Phrase said) {
        List<FieldSpec> choices = entity.fields().stream()
                .filter(field -> !field.options().isEmpty())
                .toList();
        if (choices.size() == 1) {
            return ValueReader.noSuchOption(choices.get(0), said);
        }
        return Unclear.say("It is not clear which field of %s “%s” is about.".formatted(entity.label(), said.text()));
    }
}
