package io.frontless.assistant.offline;

import io.frontless.assistant.control.PlanningRequest.Mention;
import io.frontless.assistant.control.Proposal;
import io.frontless.kernel.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/** A sentence of one command or several: “mark INV-1 as paid, then delete INV-2”. What is not quoted and begins with a verb is a command of its own. */
final class Commands {

    private static final int COMMANDS_MAX = 10;

    private static final Set<String> VERBS = Set.of(
            ("add create delete remove drop erase mark set change update rename undo clear show list assign reassign "
                            + "make move put flag increase decrease raise lower reduce restore register give switch postpone reschedule "
                            + "edit empty unset transfer merge save comment write link invite suspend allow throw toss wipe discard")
                    .split(" "));
    /** Words that begin a reason, and those that rather take a request back. */
    private static final Set<String> WHO = Set.of("they", "he", "she", "it", "we", "i");

    private static final Set<String> NOT =
            Set.of("not", "no", "never", "don't", "wait", "if", "unless", "but", "or", "maybe", "think");
    private static final Set<String> AUTHOR = Set.of("i", "we", "i'd", "we'd");
    private static final Set<String> WANTING =
            Set.of("want", "need", "have", "must", "would", "like", "will", "should");
    private static final Set<String> ANYWAY = Set.of("anyway", "already", "now", "long");
    private static final Set<String> MAY = Set.of("may", "can", "let", "allow");
    private static final Set<String> THEM = Set.of("them", "their", "they");

    private static final Set<String> ADDING = Set.of("add", "create", "new", "register", "open", "insert", "make");
    /** What a part may say beside its command, or of another. */
    private static final Set<String> MORE =
            Set.of(",", "and", ";", "him", "her", "it", "its", "them", "their", "his", "there", "that", "?");

    private static final Set<String> OTHERS = Set.of("her", "him", "it", "them");
    private static final Set<String> ARTICLES = Set.of("a", "an", "the", "another", "her", "his", "its", "their");

    /** What parts statements, the surest first. */
    private static final List<String> STATEMENT_ENDS = List.of(";", "/", "and", ",");

    private static final Set<String> JOINS =
            Set.of("and", ",", ";", "then", "also", "afterwards", "finally", "lastly", "next", "last", "secondly");

    private final Function<Turn, Optional<Proposal>> one;

    /** @param one reads a single command */
    Commands(Function<Turn, Optional<Proposal>> one) {
        this.one = one;
    }

    Optional<Proposal> read(Turn turn) {
        if (Conjunctions.begin(turn.words()) || turn.words().tokens().stream().anyMatch(token -> token.is("?"))) {
            Optional<Proposal> conditional = condition(turn);
            if (conditional.isPresent()) {
                return conditional;
            }
        }
        Optional<Proposal> whole = UndoReading.regretted(turn)
                .or(() -> rights(turn))
                .or(() -> SchemaReading.wished(turn))
                .or(() -> RuleReading.enforced(turn))
                .or(() -> new NoLonger(turn).deleted())
                .or(() -> new CameAndWent(turn).change())
                .or(() -> new TakenOn().read(turn));
        if (whole.isPresent()) {
            return whole;
        }
        List<Phrase> parts = Replacement.parts(turn).orElseGet(() -> parts(turn));
        return parts.size() > 1 ? Optional.of(all(turn, parts)) : singleOrStatements(turn);
    }

    private Optional<Proposal> single(Turn turn) {
        return condition(turn).or(() -> one.apply(turn));
    }

    /** “May see and change invoices” is about what somebody may, and no second command. */
    private static Optional<Proposal> rights(Turn turn) {
        if (turn.words().tokens().stream().noneMatch(token -> token.isOneOf(MAY))) {
            return Optional.empty();
        }
        try {
            return new RoleReading().read(turn);
        } catch (Unclear unclear) {
            return Optional.empty();
        }
    }

    /** What makes no sense as one may be several statements: “R-1 done and R-2 ordered”. */
    private Optional<Proposal> singleOrStatements(Turn turn) {
        Optional<Proposal> one;
        try {
            one = single(turn);
        } catch (Unclear unclear) {
            if (!unclear.perhapsMisspelt()) {
                throw unclear;
            }
            return Optional.of(statements(turn).or(() -> withoutReason(turn)).orElseThrow(() -> unclear));
        }
        return one.or(() -> statements(turn)).or(() -> withoutReason(turn));
    }

    /** “Set 303 to declined, they have no time”: a reason that names nothing of the workspace changes nothing. */
    private Optional<Proposal> withoutReason(Turn turn) {
        List<Phrase> parts = turn.words().split(Set.of(","));
        Phrase reason = parts.get(parts.size() - 1);
        int end = turn.words().tokens().indexOf(reason.at(0)) - 1;
        boolean reasons = parts.size() > 1
                && reason.size() > 1
                && reason.startsWithOneOf(WHO)
                && (!namesAnything(turn, reason)
                        || isSo(turn, reason, turn.words().to(end)));
        if (!reasons) {
            return Optional.empty();
        }
        try {
            boolean purpose = reason.startsWithOneOf(AUTHOR) && reason.at(1).isOneOf(WANTING);
            return single(turn.part(turn.words().to(end), List.of()))
                    .filter(read ->
                            read instanceof Proposal.Change || (purpose && read instanceof Proposal.ListRecords));
        } catch (Unclear unclear) {
            return Optional.empty();
        }
    }

    /** “Delete WO-808, it was cancelled anyway”: a reason that tells what is so already. */
    private static boolean isSo(Turn turn, Phrase reason, Phrase command) {
        int end = reason.at(reason.size() - 1).isOneOf(ANYWAY) ? reason.size() - 1 : reason.size();
        try {
            return new Condition(turn, reason.to(end), command)
                    .ofIt()
                    .filter(Condition.Answer::holds)
                    .isPresent();
        } catch (Unclear unclear) {
            return false;
        }
    }

    /** Whether a reason tells of something in the workspace. */
    static boolean namesAnything(Turn turn, Phrase reason) {
        for (int i = 0; i < reason.size(); i++) {
            Phrase rest = reason.from(i);
            boolean named = rest.at(0).quoted()
                    || rest.at(0).text().matches(".*\\d.*")
                    || rest.at(0).isOneOf(NOT)
                    || turn.schema().leadingEntity(rest).isPresent()
                    || turn.schema().entities().stream()
                            .anyMatch(entity ->
                                    turn.schema().leadingField(entity, rest).isPresent()
                                            || State.leading(turn.schema(), entity, rest) > 0);
            if (named) {
                return true;
            }
        }
        return false;
    }

    private Optional<Proposal> statements(Turn turn) {
        List<Phrase> points = Enumeration.points(turn.words());
        if (!points.isEmpty()) {
            return Optional.of(all(turn, points));
        }
        for (String mark : STATEMENT_ENDS) {
            List<Phrase> parts = turn.words().split(Set.of(mark));
            if (parts.size() > 1 && parts.stream().allMatch(part -> isStatement(turn.part(part, List.of())))) {
                return Optional.of(all(turn, parts));
            }
        }
        return Optional.empty();
    }

    /** What is told in parts, each of which only this way of reading understands: “Iron Swan goes to Room 4; its condition: poor”. */
    Optional<Proposal> told(Turn turn) {
        return new ToldInParts(turn, this::single).parts().flatMap(parts -> allOf(turn, parts));
    }

    /** A list of points, or of commands that say one thing each; empty where it is one alone. */
    Optional<Proposal> listed(Turn turn) {
        List<Phrase> points = Enumeration.points(turn.words());
        List<Phrase> parts = points.isEmpty() ? parts(turn) : points;
        boolean whole = points.isEmpty()
                && parts.stream().flatMap(part -> part.tokens().stream()).anyMatch(token -> token.isOneOf(MORE));
        return parts.size() > 1 && !whole ? allOf(turn, parts) : Optional.empty();
    }

    private Optional<Proposal> allOf(Turn turn, List<Phrase> parts) {
        try {
            return Optional.of(all(turn, parts));
        } catch (Unclear unclear) {
            return Optional.empty();
        }
    }

    private static boolean isStatement(Turn part) {
        try {
            return new StatementReading().read(part).isPresent();
        } catch (Unclear unclear) {
            return false;
        }
    }

    private Optional<Proposal> condition(Turn turn) {
        return new ConditionReading(this::read).read(turn);
    }

    private Proposal all(Turn turn, List<Phrase> parts) {
        if (parts.size() > COMMANDS_MAX) {
            throw Unclear.say("These are more than %d requests. Say them in several turns.".formatted(COMMANDS_MAX));
        }
        Steps steps = new Steps(turn.request().records());
        List<Mention> mentioned = List.of();
        for (Phrase part : parts) {
            Turn next = turn.part(part, mentioned).with(steps);
            Optional<List<Mention>> selected = parts.indexOf(part) == 0 ? selected(next, parts) : Optional.empty();
            if (selected.isPresent()) {
                mentioned = selected.get();
                continue;
            }
            Proposal proposal = single(next)
                    .orElseThrow(() ->
                            Unclear.say("“%s” was not understood, so nothing of it is done.".formatted(part.text())));
            if (!(proposal instanceof Proposal.Change change)) {
                throw Unclear.say("“%s” looks like a second request. Say one thing at a time, or put texts in quotes."
                        .formatted(part.text()));
            }
            mentioned = steps.add(change);
        }
        return steps.proposal();
    }

    /** “Overdue tasks: set them to done”: records, and then what is done with them. */
    private static Optional<List<Mention>> selected(Turn turn, List<Phrase> parts) {
        boolean them = parts.get(1).tokens().stream().anyMatch(token -> token.isOneOf(THEM));
        if (!them || begins(turn, turn.words())) {
            return Optional.empty();
        }
        return turn.selections()
                .read(turn.words())
                .filter(selection -> !selection.isUnconditional())
                .map(selection -> turn.request().records().find(selection.query(Limits.PAGE_ROWS_MAX, 0)).stream()
                        .map(record -> new Mention(record.entity(), record.id()))
                        .toList())
                .filter(found -> !found.isEmpty() && found.size() < Limits.PAGE_ROWS_MAX);
    }

    /** The commands: after a word that joins, only where a verb follows it; a full stop always ends one. */
    private static List<Phrase> parts(Turn turn) {
        Phrase words = turn.words();
        List<Phrase> parts = new ArrayList<>();
        int start = 0;
        for (int i = 1; i < words.size(); i++) {
            int end = i;
            int next = i;
            if (i > 1 && parts.isEmpty() && start == 0 && words.at(i).is(",") && words.startsWith("for")) {
                continue;
            }
            boolean colon = words.at(i).is(":") && parts.isEmpty() && namesThem(turn, words, i);
            while (next < words.size() && (words.at(next).isOneOf(JOINS) || (colon && next == i))) {
                next++;
            }
            boolean after = isAfterThat(words.from(next));
            next += after ? 2 : 0;
            boolean stop =
                    !words.at(i - 1).quoted() && words.at(i - 1).text().endsWith(".") && begins(turn, words.from(i));
            if (next == i && !stop && !after) {
                continue;
            }
            boolean then =
                    next > i && next + 1 < words.size() && words.at(next - 1).is("then");
            boolean another = then || (next > i && next < words.size() && addsAnother(turn, words, words.from(next)));
            if (next < words.size() && (another || begins(turn, words.from(next)))) {
                Phrase part = stop ? words.sub(start, end).stopless() : words.sub(start, end);
                parts.add(parts.isEmpty() ? part : withVerb(turn, words, part));
                start = next;
                i = next;
            } else {
                i = Math.max(i, next - 1);
            }
        }
        parts.add(parts.isEmpty() ? words : withVerb(turn, words, words.from(start)));
        boolean first =
                parts.size() > 1 && parts.get(0).size() > 2 && parts.get(0).startsWith("first");
        if (first) {
            parts.set(0, parts.get(0).from(1));
        }
        return parts;
    }

    /** “Add … and a lease for him”: the verb of what is added first is meant again. */
    private static Phrase withVerb(Turn turn, Phrase words, Phrase part) {
        boolean again = addsAnother(turn, words, part) && !part.startsWithOneOf(ADDING);
        int lead = forThem(part);
        boolean comma = lead > 0 && part.at(lead - 1).is(",");
        Phrase whole = comma ? part.to(lead - 1).joined(part.from(lead)) : part;
        return again ? words.to(1).joined(whole) : part;
    }

    /** “For her, a garden”: how many tokens lead to what is added for what was added before. */
    private static int forThem(Phrase rest) {
        boolean them = rest.size() > 3 && rest.startsWith("for") && rest.at(1).isOneOf(OTHERS);
        return them ? rest.at(2).is(",") ? 3 : 2 : 0;
    }

    private static boolean isAfterThat(Phrase rest) {
        return rest.size() > 2 && rest.startsWith("after") && rest.at(1).isOneOf(Set.of("that", "this"));
    }

    /** Whether a colon stands between records and what is done with them. */
    private static boolean namesThem(Turn turn, Phrase words, int colon) {
        return !begins(turn, words)
                && turn.selections().namesSeveral(words.to(colon))
                && words.from(colon).tokens().stream().anyMatch(token -> token.isOneOf(THEM));
    }

    /** “And a lease for him”, “and open matter M-110”: one more record, after one that is added. */
    private static boolean addsAnother(Turn turn, Phrase words, Phrase said) {
        Phrase rest = said.from(forThem(said));
        if (!words.startsWithOneOf(ADDING) || rest.size() < 2) {
            return false;
        }
        int start = rest.startsWithOneOf(ADDING) || rest.startsWithOneOf(ARTICLES) ? 1 : 0;
        Phrase noun = rest.from(start).bare();
        return (start > 0 || isNew(turn, noun))
                && IntStream.range(0, Math.min(2, noun.size()))
                        .anyMatch(i -> turn.schema().leadingEntity(noun.from(i)).isPresent());
    }

    /** “Deliver by 9 October” is the name of a field and no command. */
    private static boolean namesField(Turn turn, Phrase rest) {
        return turn.schema().entities().stream().anyMatch(entity -> turn.schema()
                .leadingField(entity, rest)
                .filter(named -> named.length() > 1)
                .isPresent());
    }

    /** “Order O-513”, where there is none yet. */
    private static boolean isNew(Turn turn, Phrase noun) {
        return turn.schema()
                .leadingEntity(noun)
                .filter(named -> named.length() < noun.size())
                .filter(named -> {
                    Token name = noun.at(named.length());
                    return (name.quoted() || Description.isNumber(name))
                            && turn.records()
                                    .called(named.thing(), Phrase.quoted(name.text()))
                                    .isEmpty();
                })
                .isPresent();
    }

    /** Whether a phrase begins as a command does. */
    static boolean begins(Turn turn, Phrase rest) {
        if (rest.size() < 2 || !rest.at(0).isWord() || rest.at(1).is(",")) {
            return false;
        }
        String word = rest.at(0).text();
        boolean lower = word.equals(word.toLowerCase(Locale.ROOT));
        boolean verb = turn.isVerb(word)
                || (rest.size() > 2 && turn.isVerb(word + " " + rest.at(1).text()));
        return rest.startsWithOneOf(VERBS) || (lower && verb && !namesField(turn, rest));
    }
}
