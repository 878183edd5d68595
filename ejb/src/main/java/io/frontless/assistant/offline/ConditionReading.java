package io.frontless.assistant.offline;

import io.frontless.assistant.control.PlanningRequest.Mention;
import io.frontless.assistant.control.Proposal;
import io.frontless.kernel.Limits;
import io.frontless.operation.Filter;
import io.frontless.record.control.RecordQuery;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** “If INV-0089 is over 1000, mark it as paid, otherwise delete it.” What is true now decides; the plan relies on the records that it looked at. */
final class ConditionReading {

    private static final List<Form> FORMS = List.of(
            Form.of("if <condition> then <command> [,] [and] otherwise|else [,] <other>"),
            Form.of("if <condition> , <command> [,] [and] otherwise|else [,] <other>"),
            Form.of("if <condition> <command> [,] [and] otherwise|else [,] <other>"),
            Form.of("if <condition> then <command>"),
            Form.of("if <condition> , <command>"),
            Form.of("if <condition> <command>"));
    private static final List<Form> UNLESS = List.of(
            Form.of("unless <condition> , <command>"),
            Form.of("unless <condition> <command>"),
            Form.of("<command> unless <condition>"));
    private static final Form AFTER = Form.of("<command> [only] if <condition>");
    private static final List<Form> EXISTS = List.of(
            Form.of("there is|are|'s no <none>"),
            Form.of("no <none> exist"),
            Form.of("there is|are|'s [any|some] <some>"),
            Form.of("we|i have [any|some] <some>"));
    private static final Set<String> BE = Set.of("is", "are", "has", "have");

    /** Whether it holds, and which records it was about. */
    private record Answer(boolean holds, List<Mention> about, String said) {}

    private final Function<Turn, Optional<Proposal>> commands;

    /** @param commands reads what is to be done then */
    ConditionReading(Function<Turn, Optional<Proposal>> commands) {
        this.commands = commands;
    }

    Optional<Proposal> read(Turn turn) {
        boolean conditional = turn.words().tokens().stream().anyMatch(token -> token.isOneOf(Set.of("if", "unless")));
        if (!conditional) {
            return Optional.empty();
        }
        Optional<Unclear> first = Optional.empty();
        for (boolean unless : List.of(false, true)) {
            List<Match> matches = unless
                    ? Form.matches(UNLESS, turn.words())
                    : Form.matches(turn.words().startsWith("if") ? FORMS : List.of(AFTER), turn.words());
            for (Match match : matches) {
                try {
                    Optional<Proposal> read = read(turn, match, unless);
                    if (read.isPresent()) {
                        return read;
                    }
                } catch (Unclear unclear) {
                    first = first.or(() -> Optional.of(unclear));
                }
            }
        }
        throw first.orElseGet(() -> Unclear.say("It is not clear what depends on what. Say “if … then …”."));
    }

    private Optional<Proposal> read(Turn turn, Match match, boolean unless) {
        if (!Commands.begins(turn, match.the("command"))) {
            return Optional.empty();
        }
        Optional<Answer> answer = answer(turn, match.the("condition"));
        if (answer.isEmpty()) {
            return Optional.empty();
        }
        boolean holds = answer.get().holds() != unless;
        if (!holds && !match.has("other")) {
            throw Unclear.say("Nothing to do: that is not so at present (“%s”)."
                    .formatted(match.the("condition").text()));
        }
        Phrase todo = match.the(holds ? "command" : "other");
        return commands.apply(turn.part(todo, answer.get().about())).filter(Proposal.Change.class::isInstance);
    }

    private Optional<Answer> answer(Turn turn, Phrase condition) {
        for (Match match : Form.matches(EXISTS, condition)) {
            boolean none = match.has("none");
            Optional<Selection> selection = turn.selections().read(match.the(none ? "none" : "some"));
            if (selection.isPresent()) {
                List<Mention> found = mentions(turn, selection.get());
                return Optional.of(new Answer(found.isEmpty() == none, none ? List.of() : found, condition.text()));
            }
        }
        return ofField(turn, condition).or(() -> ofRecord(turn, condition));
    }

    private static List<Mention> mentions(Turn turn, Selection selection) {
        return turn.request().records().find(selection.query(Limits.PAGE_ROWS_MAX, 0)).stream()
                .map(record -> new Mention(record.entity(), record.id()))
                .toList();
    }

    /** “The budget of Old Mill is less than 400000”: the field is named before its record. */
    private static Optional<Answer> ofField(Turn turn, Phrase condition) {
        for (Match match : Form.matches(
                List.of(
                        Form.of("[the] <field> of|for <target> is|are|= <value>"),
                        Form.of("<target> 's <field> is|are|= <value>")),
                condition)) {
            Phrase field = match.the("field");
            Optional<Target> target = turn.targets()
                    .find(match.the("target"), entity -> turn.schema().hasField(entity, field));
            if (target.isPresent()) {
                Phrase told = field.joined(match.the("value"));
                return Optional.of(holds(turn, target.get(), told, condition));
            }
        }
        return Optional.empty();
    }

    /** “INV-0089 is over 1000”, “Nia Obi has no email”. */
    private static Optional<Answer> ofRecord(Turn turn, Phrase condition) {
        for (int i = 1; i + 1 < condition.size(); i++) {
            if (condition.at(i).isOneOf(BE)) {
                Optional<Target> target = turn.targets().find(condition.to(i), entity -> true);
                if (target.isPresent()) {
                    return Optional.of(holds(turn, target.get(), condition.from(i), condition));
                }
            }
        }
        return Optional.empty();
    }

    /** It holds if it does for every record that it is about. */
    private static Answer holds(Turn turn, Target target, Phrase told, Phrase condition) {
        Clauses clauses = new Clauses(turn, target.entity());
        clauses.read(told);
        if (clauses.conditions().isEmpty() || clauses.most() > 0) {
            throw Unclear.say("“%s” is no condition.".formatted(condition.text()));
        }
        Filter filter = Filter.all(clauses.conditions());
        boolean holds = target.records().stream().allMatch(record -> {
            RecordQuery query = RecordQuery.mentioning(
                            target.entity().key(), record.id().toString(), 1)
                    .filtered(filter);
            return !turn.request().records().find(query).isEmpty();
        });
        List<Mention> about = target.records().stream()
                .map(record -> new Mention(target.entity().key(), record.id()))
                .toList();
        return new Answer(holds, about, condition.text());
    }
}
