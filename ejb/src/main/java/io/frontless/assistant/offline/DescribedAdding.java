package io.frontless.assistant.offline;

import io.frontless.assistant.control.Proposal;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.operation.Values;
import io.frontless.schema.control.EntityView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * New records that are described in parts, in the many ways in which people ask for them: “put a task "X" on Jack's list for Saturday”, “we have a new
 * supplier, Fenland Books in Ely”, “add the phones PH-33 and PH-34, both model Nova 8”.
 */
final class DescribedAdding implements Reading {

    private static final String NEW = "a|an|another|new";

    /** Words that surely ask for something new. */
    private static final List<Form> ASKING = List.of(
            Form.of(
                    "add|create|insert|enter|register|record|log|book|schedule|open|place|enroll|hire|report|file|plan [in|up|me|us]"
                            + " [the|a|an|another] [new] <rest>"),
            Form.of("sign|put|set|make|note|write|take [in|up|down|on|me|us] " + NEW + " [new] <rest>"),
            Form.of("make it|that|this [a|an|the] [new] <rest>"),
            Form.of("we|i have|got a|an|another new <rest>"),
            Form.of("we|i have got a|an|another new <rest>"),
            Form.of("we've|we’ve|i've|i’ve [got] a|an|another new <rest>"),
            Form.of("we|i [have] [got] another <rest>"),
            Form.of(
                    "we|i [have] open|opened|start|started|launch|launched|found|founded|won|signed|acquired a|an|another [new] <rest>"),
            Form.of(
                    "we've|we’ve|i've|i’ve opened|started|launched|founded|won|signed|acquired a|an|another [new] <rest>"),
            Form.of("new <rest>"));

    /** What puts a name into a table: “put Bram Visser on the list of gardeners”. */
    private static final Form PLACING = Form.of("put|include|enter|write|sign|note|take|get|add [up|in|down] <rest>");

    /** What asks for something new where a name in quotes follows that nothing has yet: “I need a task "X"”. */
    private static final List<Form> NAMING =
            List.of(Form.of("a|an|another [new] <rest>"), Form.of("<verb> a|an|another [new] <rest>"));

    private static final Set<String> CHANGING = Set.of(
            ("change update edit correct mark flag switch turn move assign reassign give hand allocate transfer adjust amend revise fix"
                            + " use appoint reschedule pass send replace let tick")
                    .split(" "));

    private static final Set<String> MAKING = Set.of("make", "write", "issue");
    private static final Set<String> LEADS = Set.of(",", ";", ":", "so", "-", "–");
    private static final Set<String> JOINS = Set.of(",", "and", ":");
    /** Words of questions that in a description only go on. */
    private static final Set<String> TOLD = Set.of("same", "who", "which", "whose");

    private static final Set<String> SHARED = Set.of("both", "all", "each");

    /** What tells how something is that is there already. */
    private static final Set<String> STANDING = Set.of(
            ("is are was were be been has have had should shall must will becomes become became gets get got goes go now again still"
                            + " already back instead anymore")
                    .split(" "));

    /** Values with which something is surely described that is not there yet, its name included. */
    private static final int TOLD_MIN = 4;

    /** The same where it is asked for. */
    private static final int ASKED_MIN = 2;

    /** What only asks for what was described before. */
    private static final List<Form> ASKED = List.of(
            Form.of(
                    "<rest> ,|-|–|: please|pls|kindly add|create|enter|register|record|log [it|them|her|him|this|that] [in]"),
            Form.of(
                    "<rest> ,|-|– add|create|enter|register|record|log it|them|her|him|this|that|both [in] [please|pls]"),
            Form.of("<rest> ,|-|–|? can|could|would you add|create|enter|register it|them|that|this [please|pls]"),
            Form.of("<rest> ,|-|– add|create|enter|register|record|log [please|pls|kindly]"),
            Form.of("<rest> ,|-|– [is|are] to be added|created|entered|registered|recorded [please|pls]"),
            Form.of("<rest> [,|-|–] to add|create|enter|register [please|pls]"),
            Form.of("<rest> ,|-|– new [please|pls]"));

    private static final List<Form> TO_ADD = List.of(
            Form.of("<noun> to add|create|enter|register :|, <rest>"),
            Form.of("<noun> to be added|created|entered|registered :|, <rest>"),
            Form.of("<noun> new :|, <rest>"),
            Form.of("<noun> is new :|, <rest>"),
            Form.of("<noun> gets|get|getting added|created|entered|registered :|, <rest>"),
            Form.of("<noun> [,] please|pls|kindly add|create|enter|register [it] :|, <rest>"));
    private static final List<Form> DOING = List.of(
            Form.of("<verb> [up|in|on|down|out] a|an|another|new [new] <rest>"),
            Form.of("<verb> up|in|on|down|out <rest>"),
            Form.of("<sure> <rest>"));

    @Override
    public Optional<Proposal> read(Turn turn) {
        Phrase said = inParts(turn.words());
        Optional<Phrase> asked = Form.matches(ASKED, said).stream()
                .findFirst()
                .map(match -> match.the("rest"))
                .or(() -> Form.matches(TO_ADD, said).stream().findFirst().map(match -> match.the("noun")
                        .joined(match.the("rest"))));
        Phrase words = asked.orElse(said);
        int least = asked.isPresent() ? ASKED_MIN : TOLD_MIN;
        if (turn.question()
                || endsInADeed(turn, words)
                || words.tokens().stream()
                        .anyMatch(token -> Light.isDoubtful(token) && !token.isOneOf(TOLD) && !isOption(turn, token))) {
            return Optional.empty();
        }
        for (int start = 0; start < words.size(); start++) {
            if (start == 0 || isLead(words.at(start - 1))) {
                Phrase story = words.to(start);
                Optional<Proposal> added = added(turn, story, words.from(start), least);
                if (added.isPresent()) {
                    return added;
                }
            }
        }
        return new ToldNew(turn, words, asked.isPresent()).read().or(() -> new SeveralDescribed(turn, words).read());
    }

    /** “Order A-320 for Acme please add: …”: no change, should there be one of this name. */
    static boolean isToAdd(Phrase words) {
        return !Form.matches(TO_ADD, words).isEmpty();
    }

    /** “Urgency soon”, where that is an option. */
    private static boolean isOption(Turn turn, Token token) {
        return turn.schema().entities().stream()
                .flatMap(entity -> entity.fields().stream())
                .anyMatch(field -> field.options().stream().anyMatch(token::is));
    }

    /** “Our new receptionist called” tells what somebody did. */
    private static boolean endsInADeed(Turn turn, Phrase words) {
        Phrase last = words.from(Math.max(0, words.size() - 1));
        return !last.isEmpty()
                && CreateRecordReading.isDeed(last.at(0))
                && (last.startsWith("called") || !ToldNew.isGetting(last.at(0)))
                && turn.schema().entities().stream()
                        .noneMatch(entity -> State.leading(turn.schema(), entity, last) > 0);
    }

    private static boolean isLead(Token token) {
        return token.isOneOf(LEADS);
    }

    /** With a comma for each full stop: a description may go on in sentences. */
    private static Phrase inParts(Phrase words) {
        List<Token> tokens = new ArrayList<>();
        for (Token token : words.tokens()) {
            boolean stop = token.isWord() && token.text().matches(".*(\\p{L}{3}|\\d)\\.");
            int end = token.end() - 1;
            if (stop) {
                String text = token.text().substring(0, token.text().length() - 1);
                tokens.add(new Token(token.kind(), text, token.start(), end));
                tokens.add(new Token(Token.Kind.SYMBOL, ",", end, end + 1));
            } else {
                tokens.add(token);
            }
        }
        return new Phrase(words.sentence(), List.copyOf(tokens));
    }

    private static Optional<Proposal> added(Turn turn, Phrase story, Phrase words, int least) {
        for (Match match : Form.matches(ASKING, words)) {
            Optional<Proposal> added =
                    NewThing.leading(turn, match.the("rest")).flatMap(thing -> added(turn, story, thing));
            if (added.isPresent()) {
                return added;
            }
        }
        Optional<Proposal> listed = PLACING.matches(words).stream()
                .flatMap(match -> NewThing.leading(turn, match.the("rest")).stream())
                .filter(thing -> !thing.names().isEmpty())
                .flatMap(thing -> added(turn, story, thing).stream())
                .findFirst();
        if (listed.isPresent()) {
            return listed;
        }
        return Form.matches(NAMING, words).stream()
                .filter(match -> !match.has("verb") || isDeed(turn, match.the("verb")))
                .flatMap(match -> NewThing.leading(turn, match.the("rest")).stream())
                .filter(thing ->
                        !thing.described().isEmpty() && thing.described().at(0).quoted())
                .flatMap(thing -> added(turn, story, thing).stream())
                .findFirst()
                .or(() -> untold(turn, story, words, least));
    }

    /** “Booking BK-212, Cedar, Dilan Yildiz, 20 Oct, 5 hours”, “book Cedar for Dilan …, as BK-212”: so much tells of nothing that is there. */
    private static Optional<Proposal> untold(Turn turn, Phrase story, Phrase words, int least) {
        boolean made = words.size() > 1
                && words.startsWithOneOf(MAKING)
                && NewThing.leading(turn, words.from(1))
                        .filter(DescribedAdding::isNumbered)
                        .isPresent();
        if (made) {
            return untold(turn, story, words.from(1), least);
        }
        if (words.isEmpty()
                || turn.isVerb(words.at(0).text())
                || words.tokens().stream().anyMatch(token -> token.isOneOf(STANDING))) {
            return Optional.empty();
        }
        Optional<NewThing> told = NewThing.leading(turn, words)
                .filter(thing -> thing.names().isEmpty()
                        && (isNumbered(thing)
                                || !NameList.leading(thing.described()).names().isEmpty()));
        return enough(turn, story, told, least)
                .or(() -> enough(turn, story, NewThing.byVerb(turn, words), least))
                .or(() -> enough(turn, story, done(turn, words), least));
    }

    /** “Invoice 2607 for …”, of what is called by numbers. */
    private static boolean isNumbered(NewThing thing) {
        return thing.entity()
                        .titleField()
                        .filter(field -> field.type() == FieldType.INTEGER)
                        .isPresent()
                && !thing.described().isEmpty()
                && thing.described().at(0).text().matches("\\d+");
    }

    /** Whether words say how something is, or change it, that has to be there. */
    static boolean tellsOfWhatIsThere(Turn turn, Phrase words) {
        return words.startsWithOneOf(CHANGING)
                || turn.isVerb(words.at(0).text())
                || words.tokens().stream().anyMatch(token -> token.isOneOf(STANDING));
    }

    /** What is done with something new, and no change of what there is. */
    private static boolean isDeed(Turn turn, Phrase verb) {
        return verb.size() == 1
                && !verb.startsWithOneOf(CHANGING)
                && !turn.isVerb(verb.text())
                && (Light.isChanging(verb.at(0)) || Light.isBeside(verb.at(0)) || !Words.isKnown(verb.text()));
    }

    private static Optional<Proposal> enough(Turn turn, Phrase story, Optional<NewThing> told, int least) {
        return told.filter(thing -> !thing.several()).flatMap(thing -> one(turn, thing, thing.described(), story)
                .filter(values -> values.fields().size() >= least)
                .map(values -> CreateRecordReading.added(turn, thing.entity(), values, thing.described())));
    }

    /** “Post a vacancy "X" for …”, “draw up quote Q-1 …”: whatever is done with what is not there yet. */
    private static Optional<NewThing> done(Turn turn, Phrase words) {
        return isDeed(turn, words.to(1))
                ? Form.matches(DOING, words).stream()
                        .filter(match -> match.has("sure")
                                ? match.the("sure").size() == 1 && !Light.isChanging(words.at(0))
                                : match.the("verb").size() == 1)
                        .flatMap(match -> NewThing.leading(turn, match.the("rest")).stream())
                        .findFirst()
                : Optional.empty();
    }

    private static Optional<Proposal> added(Turn turn, Phrase story, NewThing thing) {
        if (thing.several()) {
            return story.isEmpty() ? several(turn, thing) : Optional.empty();
        }
        return one(turn, thing, thing.described(), story)
                .map(values -> CreateRecordReading.added(turn, thing.entity(), values, thing.described()));
    }

    /** One of them; empty where it is not understood, or there is one of this name already. */
    static Optional<Values> one(Turn turn, NewThing thing, Phrase described, Phrase story) {
        return new Description(turn, thing.entity(), thing.states(), described)
                .values(thing.names(), story)
                .filter(values -> thing.names().isEmpty()
                        || turn.records().named(thing.entity(), thing.names()).isEmpty())
                .filter(values -> isNew(turn, thing.entity(), values));
    }

    /** Whether nothing of the kind is called so; a number alone tells too little of what is called by one. */
    static boolean isNew(Turn turn, EntityView entity, Values values) {
        Optional<String> title = entity.titleField()
                .filter(field -> field.type() == FieldType.TEXT
                        || (field.type() == FieldType.INTEGER && values.fields().size() > 1))
                .map(FieldSpec::key)
                .map(values::get)
                .map(String::valueOf);
        return title.isPresent()
                && turn.records().called(entity, Phrase.quoted(title.get())).isEmpty();
    }

    /** Several by their names, with what is said of all of them. */
    private static Optional<Proposal> several(Turn turn, NewThing thing) {
        Phrase words = thing.described();
        if (!thing.names().isEmpty()) {
            return each(turn, thing, NameList.leading(thing.names()).names(), words);
        }
        RunningText text = new RunningText(turn, thing.entity());
        int start = NameList.start(words, text::end);
        if (start == words.size()) {
            return parts(turn, thing);
        }
        NameList list = NameList.leading(words.from(start), text::end);
        return each(turn, thing, list.names(), words.to(start).joined(words.from(start + list.tokens())));
    }

    private static Optional<Proposal> each(Turn turn, NewThing thing, List<Phrase> names, Phrase shared) {
        boolean miscounted =
                thing.count().filter(count -> count != names.size()).isPresent();
        return miscounted
                ? Optional.empty()
                : all(turn, thing.entity(), names, name -> one(turn, thing.called(name), shared, shared.to(0)));
    }

    /** “INV-0101 for Globex and INV-0102 for Acme, both pending”: each with what is said of all of them. */
    private static Optional<Proposal> parts(Turn turn, NewThing thing) {
        Phrase words = thing.described();
        int shared = IntStream.range(1, words.size())
                .filter(i -> words.at(i).isOneOf(SHARED) && words.at(i - 1).is(","))
                .findFirst()
                .orElse(words.size());
        List<Phrase> parts = words.to(shared).split(JOINS);
        int first = (int) parts.stream()
                .takeWhile(part -> NameList.leading(part).names().isEmpty())
                .count();
        Phrase before = first == 0 || first == parts.size()
                ? words.to(0)
                : words.to(words.tokens().indexOf(parts.get(first).at(0)));
        Phrase ofAll = before.joined(shared == words.size() ? words.to(0) : words.from(shared - 1));
        return all(
                turn,
                thing.entity(),
                parts.subList(before.isEmpty() ? 0 : first, parts.size()),
                part -> one(turn, thing, part.joined(ofAll), words.to(0)));
    }

    private static Optional<Proposal> all(
            Turn turn, EntityView entity, List<Phrase> parts, Function<Phrase, Optional<Values>> read) {
        Steps steps = new Steps(turn.request().records());
        for (Phrase part : parts) {
            Optional<Values> values = read.apply(part);
            if (values.isEmpty()) {
                return Optional.empty();
            }
            steps.add((Proposal.Change) CreateRecordReading.added(turn, entity, values.get(), part));
        }
        return parts.size() > 1 ? Optional.of(steps.proposal()) : Optional.empty();
    }
}
