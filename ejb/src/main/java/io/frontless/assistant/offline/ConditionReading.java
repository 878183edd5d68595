package io.frontless.assistant.offline;

import io.frontless.assistant.control.PlanningRequest.Mention;
import io.frontless.assistant.control.Proposal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/** “If INV-0089 is over 1000, mark it as paid, otherwise delete it.” What is true now decides; the plan relies on the records that it looked at. */
final class ConditionReading {

    private static final Form AFTER_UNLESS = Form.of("<command> unless <condition>");
    private static final Form AFTER = Form.of("<command> [only] if <condition>");
    /** What leads to a value: “set the fee to 25, otherwise to 30”. */
    private static final Set<String> LEADING = Set.of("to", "as", "on", "into", "at", "by");

    private static final Form NOTHING = Form.of("do|change nothing");
    private static final List<Form> LEAVE = List.of(
            NOTHING,
            Form.of("nothing [at] [all]"),
            Form.of("no change|changes"),
            Form.of("[just] leave|skip|ignore it|them [alone|be]"),
            Form.of("leave it|them [as] [it|they] [is|are]"),
            Form.of("it|he|she|they|that stays|stay|remains|remain [as] <same>"),
            Form.of("it|he|she|they keeps|keep <same>"));
    private static final Set<String> ABOUT = Set.of("for", "as", "regarding", "concerning", "about", "on", "with");
    private static final Form SHOULD = Form.of("<thing> be <state>");
    private static final Form SHOULD_HAVE = Form.of("<thing> have <state>");
    private static final Set<String> WHEN = Set.of("when", "whenever", "while");
    private static final Set<String> THEN = Set.of(",", "then");
    private static final Set<String> IF_SO = Set.of("if", "yes", "so", "then", ",");
    private static final Set<String> ITS = Set.of("its", "his", "her", "their");
    private static final Set<String> ARE = Set.of("is", "are");
    private static final Set<String> BEING = Set.of("is", "are", "was", "were", "has", "have");

    private final Function<Turn, Optional<Proposal>> commands;

    /** @param commands reads what is to be done then */
    ConditionReading(Function<Turn, Optional<Proposal>> commands) {
        this.commands = commands;
    }

    Optional<Proposal> read(Turn said) {
        Turn turn = topic(said);
        if (!isConditional(turn)) {
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

    /** “R-0503: unless it is paid, …”: what the condition and what depends on it are about. */
    private static Turn topic(Turn turn) {
        Phrase words = turn.words();
        int colon = 1;
        while (colon < words.size() && !words.at(colon).isOneOf(Set.of(":", ","))) {
            colon++;
        }
        Phrase rest = words.from(Math.min(colon + 1, words.size()));
        int start = words.startsWithOneOf(ABOUT) ? words.startsWith("as") ? 2 : 1 : 0;
        boolean about = start < colon && rest.startsWithOneOf(Set.of("if", "unless"));
        return about
                ? turn.targets()
                        .called(words.sub(start, colon), entity -> true)
                        .map(target -> turn.part(
                                rest,
                                target.records().stream()
                                        .map(record ->
                                                new Mention(target.entity().key(), record.id()))
                                        .toList()))
                        .orElse(turn)
                : turn;
    }

    /** A condition with what is to be done if it holds, and perhaps if not. */
    private record Divided(Phrase condition, boolean unless, Phrase command, Optional<Phrase> other) {}

    /** The ways to divide a sentence, the shortest condition first; what tells without a verb how it is to be comes last. */
    private static List<Divided> divided(Turn turn) {
        Phrase words = turn.words();
        int said = beginning(words);
        int otherwise = otherwise(words);
        int ifNot = otherwise < words.size() && words.at(otherwise).is("if") ? Conjunctions.ifNot(words, otherwise) : 1;
        Optional<Phrase> other =
                otherwise < words.size() ? Optional.of(withoutMarks(words.from(otherwise + ifNot))) : Optional.empty();
        Phrase body = ended(ended(words.sub(said, otherwise)).stopless());
        if (said == 0) {
            int question = question(turn);
            return question > 0 ? asked(turn, words, question, otherwise, other) : after(body, other);
        }
        List<Divided> ways = new ArrayList<>();
        List<Divided> told = new ArrayList<>();
        for (int start = 1; start < body.size(); start++) {
            boolean then = body.at(start - 1).isOneOf(Set.of("then", ","));
            boolean here = then || !body.at(start).isOneOf(Set.of("then", ","));
            boolean begins = here && begins(turn, body.from(start));
            boolean its = start > 2 && body.at(start).isOneOf(ITS);
            if (begins || its || (then && !body.at(start).is("then"))) {
                (begins ? ways : told)
                        .add(new Divided(
                                condition(words, ended(body.to(start))),
                                words.startsWith("unless"),
                                body.from(start),
                                other));
            }
        }
        ways.addAll(told);
        return ways;
    }

    private static List<Divided> after(Phrase body, Optional<Phrase> other) {
        List<Divided> ways = new ArrayList<>();
        for (Match match : AFTER.matches(body)) {
            ways.add(new Divided(match.the("condition"), false, ended(match.the("command")), other));
        }
        for (Match match : AFTER_UNLESS.matches(body)) {
            ways.add(new Divided(match.the("condition"), true, ended(match.the("command")), other));
        }
        return ways;
    }

    /** “Has M-903 been paid? If yes put W-62 to waiting, if not …” */
    private static List<Divided> asked(Turn turn, Phrase words, int end, int otherwise, Optional<Phrase> other) {
        int start = end + 1;
        while (start < otherwise && words.at(start).isOneOf(IF_SO)) {
            start++;
        }
        return start < otherwise
                ? List.of(new Divided(
                        told(turn, words.to(end)),
                        false,
                        ended(words.sub(start, otherwise)).stopless(),
                        other))
                : List.of();
    }

    /** What is asked, as it would be told: “M-903 has been paid”, “there are more than two berths free”. */
    private static Phrase told(Turn turn, Phrase question) {
        Phrase rest = question.from(1);
        Optional<Phrase> name = question.startsWithOneOf(BEING)
                ? new NamesIn(turn, rest).all().stream().findFirst()
                : Optional.empty();
        if (name.isPresent()) {
            int whose = rest.tokens().indexOf(name.get().at(0)) + name.get().size();
            int end = fieldEnd(turn, rest, whose);
            return rest.to(end).then(question.at(0).text()).joined(rest.from(end));
        }
        return Comparisons.leading(question).isPresent()
                ? question.to(0).then("there").then("are").joined(question)
                : question;
    }

    /** “Has Sven's licence expired” asks of the licence. */
    private static int fieldEnd(Turn turn, Phrase rest, int whose) {
        boolean possessive = whose + 2 < rest.size() && rest.at(whose).is("'s");
        int field = possessive
                ? turn.schema().entities().stream()
                        .flatMap(entity -> turn.schema().leadingField(entity, rest.from(whose + 1)).stream())
                        .mapToInt(SchemaLinker.Named::length)
                        .max()
                        .orElse(1)
                : 0;
        return possessive ? whose + 1 + field : whose;
    }

    /** “Should the total be above 700” is a condition that it is. */
    private static Phrase condition(Phrase words, Phrase said) {
        return words.startsWith("should")
                ? SHOULD.matches(said).stream()
                        .findFirst()
                        .map(match -> match.the("thing").then("is").joined(match.the("state")))
                        .or(() -> SHOULD_HAVE.matches(said).stream()
                                .findFirst()
                                .map(match -> match.the("thing").then("has").joined(match.the("state"))))
                        .orElse(said)
                : said;
    }

    /** How many tokens say that a condition comes first: “if”, “in case”, and “when” where it is said what else. */
    private static int beginning(Phrase words) {
        if (words.startsWithOneOf(Set.of("if", "unless"))) {
            return 1;
        }
        if (words.startsWith("should")) {
            return words.tokens().stream().anyMatch(token -> token.isOneOf(THEN)) ? 1 : 0;
        }
        boolean then = words.tokens().stream().anyMatch(token -> token.isOneOf(THEN));
        return words.startsWithOneOf(WHEN) && (then || otherwise(words) < words.size()) ? 1 : 0;
    }

    /** Where a question ends that is followed by what is to be done; 0 where none is. */
    private static int question(Turn turn) {
        Phrase words = turn.words();
        int mark = 1;
        while (mark < words.size() && !words.at(mark).is("?")) {
            mark++;
        }
        boolean answered = mark + 2 < words.size()
                && (words.at(mark + 1).is("then")
                        || (words.at(mark + 1).is("if") && words.at(mark + 2).isOneOf(Set.of("yes", "so")))
                        || (begins(turn, words.from(mark + 1))
                                && !new NamesIn(turn, words.to(mark)).all().isEmpty()));
        return answered ? mark : 0;
    }

    private static int otherwise(Phrase words) {
        int at = 0;
        while (at < words.size()
                && !words.at(at).isOneOf(Set.of("otherwise", "else"))
                && (at < 2 || Conjunctions.ifNot(words, at) == 0)) {
            at++;
        }
        return at + 1 < words.size() ? at : words.size();
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
    private static boolean isConditional(Turn turn) {
        Phrase words = turn.words();
        if (beginning(words) > 0 || question(turn) > 0) {
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
        if (said.condition().startsWithOneOf(Set.of("they", "their"))
                && turn.request().lastMentioned().isEmpty()) {
            return ofThose(turn, said);
        }
        if (DeedDay.isOpen(said.condition(), turn.request().today())) {
            throw Unclear.settled(
                    "That is not known yet (“%s”).".formatted(said.condition().text()));
        }
        Optional<Condition.Answer> answer = new Condition(turn, said.condition(), said.command()).answer();
        if (answer.isEmpty()
                || !(begins(turn, said.command())
                        || isTold(turn, said.command(), answer.get().about()))) {
            return Optional.empty();
        }
        boolean holds = answer.get().holds() != said.unless();
        boolean nothing =
                said.other().map(other -> !Form.matches(LEAVE, other).isEmpty()).orElse(true);
        if (!holds && nothing) {
            throw Unclear.settled("Nothing to do: that is not so at present (“%s”)."
                    .formatted(said.condition().text()));
        }
        List<Mention> about = answer.get().about();
        return holds
                ? done(turn, said.command(), about)
                : otherwise(turn, said.command(), said.other().orElseThrow(), about);
    }

    /** “Delete offers if they are lost”, “… if their end date has passed”: each of those of which it is so. */
    private Optional<Proposal> ofThose(Turn turn, Divided said) {
        Phrase command = said.command();
        String which = said.condition().startsWith("their") ? "whose" : "that";
        Phrase that = command.to(0).then(which).joined(said.condition().from(1));
        Optional<Integer> noun = IntStream.range(0, command.size())
                .filter(i -> turn.selections().namesSeveral(command.sub(i, i + 1)))
                .boxed()
                .findFirst();
        return said.unless() || said.other().isPresent()
                ? Optional.empty()
                : noun.flatMap(
                        at -> done(turn, command.to(at + 1).joined(that).joined(command.from(at + 1)), List.of()));
    }

    /** Whether the words tell how something is to be: “S-716 goes to the Attic”. */
    private boolean isTold(Turn turn, Phrase command, List<Mention> about) {
        try {
            return done(turn, command, about).isPresent();
        } catch (Unclear unclear) {
            return false;
        }
    }

    private Optional<Proposal> done(Turn turn, Phrase command, List<Mention> about) {
        return commands.apply(turn.part(command, about)).filter(Proposal.Change.class::isInstance);
    }

    /** “Otherwise to 30”, “else raise it to 30”: of the first command all but its value is meant again, where it says nothing by itself. */
    private Optional<Proposal> otherwise(Turn turn, Phrase command, Phrase other, List<Mention> about) {
        Optional<Phrase> again = again(command, other).or(() -> instead(turn, command, other));
        if (again.isPresent() && (other.startsWithOneOf(LEADING) || other.startsWith("back"))) {
            return done(turn, again.get(), about);
        }
        boolean named = !new NamesIn(turn, command).all().isEmpty();
        List<Mention> it = named ? ofCommand(turn, command) : about;
        try {
            Optional<Proposal> done = done(turn, other, it);
            Optional<Phrase> value = done.isPresent() || again.isPresent() ? again : value(turn, command, other);
            return done.isPresent() || value.isEmpty() ? done : done(turn, value.get(), about);
        } catch (Unclear unclear) {
            return done(turn, again.orElseThrow(() -> unclear), about);
        }
    }

    /** “Confirm BK-205, if not cancel it”: “it” is what the command is about. */
    private List<Mention> ofCommand(Turn turn, Phrase command) {
        return done(turn, command, List.of())
                .map(change -> new Steps(turn.request().records()).add((Proposal.Change) change))
                .orElse(List.of());
    }

    private static Optional<Phrase> again(Phrase command, Phrase said) {
        Phrase other = said.size() > 2 && said.startsWith("back") ? said.from(1) : said;
        int start = leading(other);
        int end = leading(command);
        boolean it =
                other.startsWithOneOf(LEADING) || (start == 2 && other.at(1).is("it"));
        return it && end > 0 && other.at(start).is(command.at(end).text())
                ? Optional.of(command.to(end).joined(other.from(start)))
                : Optional.empty();
    }

    /** “Her rating is good, otherwise blocked”: an option takes the place of the one before. */
    private static Optional<Phrase> value(Turn turn, Phrase command, Phrase other) {
        int is = command.size() - 1;
        while (is > 0 && !command.at(is).isOneOf(ARE)) {
            is--;
        }
        int end = is + 1;
        boolean option = is > 0
                && turn.schema().entities().stream()
                        .anyMatch(entity -> State.leading(turn.schema(), entity, other) == other.size());
        return option ? Optional.of(command.to(end).joined(other)) : Optional.empty();
    }

    /** “Put Robin on M-404, otherwise Goliath”: that one takes the place of the one of its kind. */
    private static Optional<Phrase> instead(Turn turn, Phrase command, Phrase other) {
        Optional<String> kind = kind(turn, other);
        for (Phrase name : kind.isEmpty() ? List.<Phrase>of() : new NamesIn(turn, command).all()) {
            if (kind(turn, name).equals(kind)) {
                int start = command.tokens().indexOf(name.at(0));
                return Optional.of(command.to(start).joined(other.bare()).joined(command.from(start + name.size())));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> kind(Turn turn, Phrase name) {
        try {
            return turn.targets().called(name, entity -> true).map(target -> target.entity()
                    .key());
        } catch (Unclear unclear) {
            return Optional.empty();
        }
    }

    /** Where the last word stands that leads to a value; 0 where none does, or the first. */
    private static int leading(Phrase words) {
        int at = words.size() - 1;
        while (at > 0 && !words.at(at).isOneOf(LEADING)) {
            at--;
        }
        return at;
    }
}
