package io.frontless.assistant.offline;

import io.frontless.assistant.control.Proposal;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.operation.Values;
import io.frontless.schema.control.EntityView;
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
            Form.of("new <rest>"));

    /** What asks for something new where a name in quotes follows that nothing has yet: “I need a task "X"”. */
    private static final Form NAMING = Form.of("a|an|another [new] <rest>");

    private static final Set<String> LEADS = Set.of(",", ";", ":", "so", "-", "–");
    private static final Set<String> JOINS = Set.of(",", "and");
    private static final Set<String> SHARED = Set.of("both", "all", "each");

    /** What tells how something is that is there already. */
    private static final Set<String> STANDING = Set.of(
            ("is are was were be been has have had should shall must will becomes become became gets get got goes go now again still"
                            + " already back instead not anymore")
                    .split(" "));

    /** Values with which something is surely described that is not there yet, its name included. */
    private static final int TOLD_MIN = 4;

    @Override
    public Optional<Proposal> read(Turn turn) {
        Phrase words = turn.words();
        if (turn.question() || words.tokens().stream().anyMatch(Light::isDoubtful)) {
            return Optional.empty();
        }
        for (int start = 0; start < words.size(); start++) {
            if (start == 0 || isLead(words.at(start - 1))) {
                Phrase story = words.to(start);
                Optional<Proposal> added = added(turn, story, words.from(start));
                if (added.isPresent()) {
                    return added;
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isLead(Token token) {
        return token.isOneOf(LEADS) || (token.isWord() && token.text().matches("\\p{Ll}{2,}\\."));
    }

    private static Optional<Proposal> added(Turn turn, Phrase story, Phrase words) {
        for (Match match : Form.matches(ASKING, words)) {
            Optional<Proposal> added =
                    NewThing.leading(turn, match.the("rest")).flatMap(thing -> added(turn, story, thing));
            if (added.isPresent()) {
                return added;
            }
        }
        return NAMING.matches(words).stream()
                .flatMap(match -> NewThing.leading(turn, match.the("rest")).stream())
                .filter(thing ->
                        !thing.described().isEmpty() && thing.described().at(0).quoted())
                .flatMap(thing -> added(turn, story, thing).stream())
                .findFirst()
                .or(() -> untold(turn, story, words));
    }

    /** “Booking BK-212, Cedar, Dilan Yildiz, 20 Oct, 5 hours”, “book Cedar for Dilan …, as BK-212”: so much tells of nothing that is there. */
    private static Optional<Proposal> untold(Turn turn, Phrase story, Phrase words) {
        if (words.isEmpty() || words.tokens().stream().anyMatch(token -> token.isOneOf(STANDING))) {
            return Optional.empty();
        }
        return NewThing.leading(turn, words)
                .filter(thing -> !thing.several()
                        && thing.names().isEmpty()
                        && !NameList.leading(thing.described()).names().isEmpty())
                .or(() -> NewThing.byVerb(turn, words))
                .flatMap(thing -> one(turn, thing, thing.described(), story)
                        .filter(values -> values.fields().size() >= TOLD_MIN)
                        .map(values -> CreateRecordReading.added(turn, thing.entity(), values, thing.described())));
    }

    private static Optional<Proposal> added(Turn turn, Phrase story, NewThing thing) {
        if (thing.several()) {
            return story.isEmpty() ? several(turn, thing) : Optional.empty();
        }
        return one(turn, thing, thing.described(), story)
                .map(values -> CreateRecordReading.added(turn, thing.entity(), values, thing.described()));
    }

    /** One of them; empty where it is not understood, or there is one of this name already. */
    private static Optional<Values> one(Turn turn, NewThing thing, Phrase described, Phrase story) {
        return new Description(turn, thing.entity(), thing.states(), described)
                .values(thing.names(), story)
                .filter(values -> isNew(turn, thing.entity(), values));
    }

    private static boolean isNew(Turn turn, EntityView entity, Values values) {
        Optional<String> title = entity.titleField()
                .filter(field -> field.type() == FieldType.TEXT)
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
        int start = NameList.start(words);
        if (start == words.size()) {
            return parts(turn, thing);
        }
        NameList list = NameList.leading(words.from(start));
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
        return all(turn, thing.entity(), words.to(shared).split(JOINS), part -> {
            Phrase described = shared == words.size() ? part : part.joined(words.from(shared - 1));
            return one(turn, thing, described, words.to(0));
        });
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
