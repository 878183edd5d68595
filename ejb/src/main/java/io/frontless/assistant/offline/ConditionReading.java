package io.frontless.assistant.offline;

import io.frontless.assistant.control.PlanningRequest.Mention;
import io.frontless.assistant.control.Proposal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/** “If INV-0089 is over 1000, mark it as paid, otherwise delete it.” What is true now decides; the plan relies on the records that it looked at. */
final class ConditionReading {

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
    private static final Set<String> ARE = Set.of("is", "are", "be");

    private final Function<Turn, Optional<Proposal>> commands;

    /** @param commands reads what is to be done then */
    ConditionReading(Function<Turn, Optional<Proposal>> commands) {
        this.commands = commands;
    }

    Optional<Proposal> read(Turn said) {
        Turn turn = Divided.topic(said);
        if (!Divided.isConditional(turn)) {
            return Optional.empty();
        }
        Optional<Unclear> first = Optional.empty();
        for (Divided divided : Divided.ways(turn)) {
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
        if (answer.isEmpty() || !(Divided.begins(turn, said.command()) || isTold(turn, said.command(), answer.get()))) {
            return Optional.empty();
        }
        boolean holds = answer.get().holds() != said.unless();
        boolean nothing =
                said.other().map(other -> !Form.matches(LEAVE, other).isEmpty()).orElse(true);
        if (!holds && nothing) {
            throw Unclear.settled("Nothing to do: that is not so at present (“%s”)."
                    .formatted(said.condition().text()));
        }
        return holds
                ? met(turn, said.command(), answer.get())
                : otherwise(turn, said.command(), said.other().orElseThrow(), answer.get());
    }

    /** What is to be done with what the condition is about, or with its value. */
    private Optional<Proposal> met(Turn turn, Phrase command, Condition.Answer answer) {
        Optional<ConditionValue> value = answer.subject().map(subject -> new ConditionValue(turn, subject));
        Optional<Proposal> given = value.flatMap(found -> found.change(command));
        Optional<Phrase> named = value.flatMap(found -> found.named(command));
        return given.isPresent() ? given : done(turn, named.orElse(command), answer.about());
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
    private boolean isTold(Turn turn, Phrase command, Condition.Answer answer) {
        try {
            return met(turn, command, answer).isPresent();
        } catch (Unclear unclear) {
            return false;
        }
    }

    private Optional<Proposal> done(Turn turn, Phrase command, List<Mention> about) {
        if (isOneOfThem(command)) {
            return Optional.empty();
        }
        return commands.apply(turn.part(command, about)).filter(Proposal.Change.class::isInstance);
    }

    /** “Make him one” says nothing without the condition. */
    private static boolean isOneOfThem(Phrase command) {
        return IntStream.range(2, command.size())
                .anyMatch(i -> command.at(i).is("one")
                        && (i + 1 == command.size() || command.at(i + 1).isOneOf(Set.of("and", ",", "too", "then")))
                        && command.at(i - 1).isOneOf(Set.of("it", "him", "her", "them"))
                        && command.at(i - 2).is("make"));
    }

    /** “Otherwise to 30”, “else raise it to 30”: of the first command all but its value is meant again, where it says nothing by itself. */
    private Optional<Proposal> otherwise(Turn turn, Phrase command, Phrase other, Condition.Answer answer) {
        Optional<ConditionValue> value = answer.subject()
                .map(subject -> new ConditionValue(turn, subject))
                .filter(found -> found.isMeant(command));
        Optional<Proposal> given = value.flatMap(found -> found.otherwise(other));
        Optional<Phrase> named = value.flatMap(found -> found.named(other));
        if (named.isPresent()) {
            return done(turn, named.get(), answer.about());
        }
        return given.isPresent() ? given : otherwise(turn, command, other, answer.about());
    }

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
    private static Optional<Phrase> value(Turn turn, Phrase command, Phrase said) {
        boolean it = said.size() > 1 && said.startsWithOneOf(Set.of("it's", "it’s"));
        Phrase other = it ? said.from(1) : said;
        int is = command.size() - 1;
        while (is > 0 && !command.at(is).isOneOf(ARE)) {
            is--;
        }
        int end = is + 1;
        boolean figure = is > 0
                && Amounts.whole(other).isPresent()
                && Amounts.whole(command.from(end)).isPresent();
        boolean option = is > 0
                && turn.schema().entities().stream()
                        .anyMatch(entity -> State.leading(turn.schema(), entity, other) == other.size());
        return option || figure ? Optional.of(command.to(end).joined(other)) : Optional.empty();
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
