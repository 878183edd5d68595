package io.frontless.assistant.offline;

import io.frontless.assistant.control.PlanningRequest.Mention;
import io.frontless.assistant.control.Proposal;
import io.frontless.kernel.Limits;
import io.frontless.operation.Comparison;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.Filter;
import io.frontless.record.control.RecordQuery;
import io.frontless.schema.control.EntityView;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** “If INV-0089 is over 1000, mark it as paid, otherwise delete it.” What is true now decides; the plan relies on the records that it looked at. */
final class ConditionReading {

    private static final Form AFTER_UNLESS = Form.of("<command> unless <condition>");
    private static final Form AFTER = Form.of("<command> [only] if <condition>");
    private static final List<Form> EXISTS = List.of(
            Form.of("there is|are|'s no <none>"),
            Form.of("no <none> exist"),
            Form.of("there is|are|'s [any|some] <some>"),
            Form.of("we|i have [any|some] <some>"));
    private static final Set<String> BE = Set.of(
            "is", "are", "has", "have", "was", "were", "'s", "isn't", "aren't", "hasn't", "haven't", "isn’t", "hasn’t",
            "does", "doesn't");
    private static final Set<String> IT = Set.of("it", "they", "he", "she", "it's", "it’s");
    private static final Set<String> JOINING = Set.of("of", "for", "in", "on", "the");
    private static final List<Form> SUMS = List.of(
            Form.of("<selection> add|adds|come|comes|sum|sums [up] to <limit>"),
            Form.of("<selection> total|totals|exceed|exceeds <limit>"),
            Form.of("<selection> are worth <limit>"));

    /** Whether it holds, and which records it was about. */
    private record Answer(boolean holds, List<Mention> about, String said) {}

    private final Function<Turn, Optional<Proposal>> commands;

    /** @param commands reads what is to be done then */
    ConditionReading(Function<Turn, Optional<Proposal>> commands) {
        this.commands = commands;
    }

    Optional<Proposal> read(Turn turn) {
        if (!isConditional(turn.words())) {
            return Optional.empty();
        }
        Optional<Unclear> first = Optional.empty();
        for (Divided divided : divided(turn)) {
            try {
                Optional<Proposal> read = read(turn, divided);
                if (read.isPresent()) {
                    return read;
                }
            } catch (Unclear unclear) {
                first = first.or(() -> Optional.of(unclear));
            }
        }
        throw first.orElseGet(
                () -> Unclear.say("It is not clear what depends on what. Say “if … then … otherwise …”."));
    }

    /** A condition with what is to be done if it holds, and perhaps if not. */
    private record Divided(Phrase condition, boolean unless, Phrase command, Optional<Phrase> other) {}

    /** The ways to divide a sentence, the shortest condition first. */
    private static List<Divided> divided(Turn turn) {
        Phrase words = turn.words();
        int said = beginning(words);
        List<Divided> ways = new ArrayList<>();
        if (said == 0) {
            for (Match match : AFTER.matches(words)) {
                ways.add(new Divided(match.the("condition"), false, match.the("command"), Optional.empty()));
            }
            for (Match match : AFTER_UNLESS.matches(words)) {
                ways.add(new Divided(match.the("condition"), true, match.the("command"), Optional.empty()));
            }
            return ways;
        }
        int otherwise = otherwise(words);
        Optional<Phrase> other = otherwise < words.size()
                ? Optional.of(
                        withoutMarks(words.from(otherwise + (words.at(otherwise).is("if") ? 2 : 1))))
                : Optional.empty();
        Phrase body = ended(ended(words.sub(said, otherwise)).stopless());
        for (int start = 1; start < body.size(); start++) {
            boolean then = body.at(start - 1).isOneOf(Set.of("then", ","));
            if ((then || !body.at(start).isOneOf(Set.of("then", ","))) && begins(turn, body.from(start))) {
                ways.add(new Divided(ended(body.to(start)), words.startsWith("unless"), body.from(start), other));
            }
        }
        return ways;
    }

    /** How many tokens say that a condition comes first: “if”, “in case”, and “when” where it is said what else. */
    private static int beginning(Phrase words) {
        if (words.startsWithOneOf(Set.of("if", "unless"))) {
            return 1;
        }
        boolean inCase =
                words.size() > 2 && words.startsWith("in") && words.at(1).is("case");
        return inCase ? 2 : words.startsWith("when") && otherwise(words) < words.size() ? 1 : 0;
    }

    private static int otherwise(Phrase words) {
        int at = 1;
        while (at < words.size() && !words.at(at).isOneOf(Set.of("otherwise", "else")) && !isIfNot(words.from(at))) {
            at++;
        }
        return at + 1 < words.size() ? at : words.size();
    }

    private static boolean isIfNot(Phrase rest) {
        return rest.size() > 2 && rest.startsWith("if") && rest.at(1).is("not");
    }

    private static boolean begins(Turn turn, Phrase rest) {
        return Commands.begins(turn, rest) || (rest.size() > 1 && Light.isChanging(rest.at(0)));
    }

    private static Phrase ended(Phrase phrase) {
        Phrase rest = phrase;
        while (rest.size() > 1 && rest.at(rest.size() - 1).isOneOf(Set.of(",", ";", "and", "then"))) {
            rest = rest.to(rest.size() - 1);
        }
        return rest;
    }

    private static Phrase withoutMarks(Phrase phrase) {
        return phrase.size() > 1 && phrase.startsWith(",") ? phrase.from(1) : phrase;
    }

    /** “Even if” and “if possible” are no conditions. */
    private static boolean isConditional(Phrase words) {
        if (beginning(words) > 0) {
            return true;
        }
        for (int i = 0; i < words.size(); i++) {
            boolean even = i > 0 && words.at(i - 1).is("even");
            boolean possible = i + 1 < words.size() && words.at(i + 1).is("possible");
            if (words.at(i).isOneOf(Set.of("if", "unless")) && !even && !possible) {
                return true;
            }
        }
        return false;
    }

    private Optional<Proposal> read(Turn turn, Divided said) {
        if (!begins(turn, said.command())) {
            return Optional.empty();
        }
        Optional<Answer> answer = answer(turn.part(said.condition(), itOf(turn, said)), said.condition());
        if (answer.isEmpty()) {
            return Optional.empty();
        }
        boolean holds = answer.get().holds() != said.unless();
        if (!holds && said.other().isEmpty()) {
            throw Unclear.say("Nothing to do: that is not so at present (“%s”)."
                    .formatted(said.condition().text()));
        }
        Phrase todo = holds ? said.command() : said.other().orElseThrow();
        return commands.apply(turn.part(todo, answer.get().about())).filter(Proposal.Change.class::isInstance);
    }

    /** “Cancel WO-806 unless it is prepaid”: it is what the command names. */
    private static List<Mention> itOf(Turn turn, Divided said) {
        return said.condition().startsWithOneOf(IT) ? named(turn, said.command()) : List.of();
    }

    /** The records of the one name among the words. */
    private static List<Mention> named(Turn turn, Phrase words) {
        List<Phrase> names = new NamesIn(turn, words).all();
        return names.size() != 1
                ? List.of()
                : turn.targets()
                        .called(names.get(0), entity -> true)
                        .map(target -> target.records().stream()
                                .map(record -> new Mention(target.entity().key(), record.id()))
                                .toList())
                        .orElse(List.of());
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
        return new Trials<Function<Phrase, Optional<Answer>>>()
                .first(
                        List.of(
                                words -> sum(turn, words),
                                words -> ofField(turn, words),
                                words -> ofRecord(turn, words),
                                words -> ofName(turn, words)),
                        way -> way.apply(condition));
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

    /** “The CV of A-907 has not been checked”, “Lemon Tart costs more than 6”: what all other words say of the one that is named. */
    private static Optional<Answer> ofName(Turn turn, Phrase condition) {
        List<Phrase> names = new NamesIn(turn, condition).all();
        if (names.size() != 1) {
            return Optional.empty();
        }
        int start = condition.tokens().indexOf(names.get(0).at(0));
        int end = start + names.get(0).size();
        int before = start;
        while (before > 0 && condition.at(before - 1).isOneOf(JOINING)) {
            before--;
        }
        int after = end < condition.size() && condition.at(end).is("'s") ? end + 1 : end;
        Phrase told = condition.to(before).joined(condition.from(after));
        return turn.targets().called(names.get(0), entity -> true).map(target -> holds(turn, target, told, condition));
    }

    /** “Goran's sent invoices add up to more than 2,000.” */
    private static Optional<Answer> sum(Turn turn, Phrase condition) {
        for (Match match : Form.matches(SUMS, condition)) {
            Optional<Comparisons.Said> said = Comparisons.leading(match.the("limit"));
            Optional<BigDecimal> limit =
                    said.flatMap(found -> Amounts.whole(match.the("limit").from(found.tokens())));
            Optional<Selection> selection =
                    limit.isEmpty() ? Optional.empty() : turn.selections().read(match.the("selection"));
            List<FieldSpec> amounts =
                    selection.map(found -> Roles.amount(found.entity())).orElse(List.of());
            if (amounts.size() == 1 && selection.get().most() == 0) {
                EntityView entity = selection.get().entity();
                BigDecimal sum = new LookedThrough(turn, entity)
                        .all(selection.get().query(Limits.PAGE_ROWS_MAX, 0)).stream()
                                .map(record ->
                                        record.values().get(amounts.get(0).key()))
                                .filter(BigDecimal.class::isInstance)
                                .map(BigDecimal.class::cast)
                                .reduce(BigDecimal.ZERO, BigDecimal::add);
                return Optional.of(new Answer(
                        exceeds(sum, said.get().comparison(), limit.get()), named(turn, condition), condition.text()));
            }
        }
        return Optional.empty();
    }

    private static boolean exceeds(BigDecimal sum, Comparison comparison, BigDecimal limit) {
        int order = sum.compareTo(limit);
        return switch (comparison) {
            case GT -> order > 0;
            case GE -> order >= 0;
            case LT -> order < 0;
            case LE -> order <= 0;
            case NE -> order != 0;
            case EQ, IN, NOT_IN, CONTAINS, STARTS_WITH, EMPTY, NOT_EMPTY -> order == 0;
        };
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
