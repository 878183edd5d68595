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
            Optional<Proposal> added = thing(turn, match.the("rest")).flatMap(thing -> added(turn, story, thing));
            if (added.isPresent()) {
                return added;
            }
        }
        return NAMING.matches(words).stream()
                .flatMap(match -> NewThing.leading(turn, match.the("rest")).stream())
                .filter(thing ->
                        !thing.described().isEmpty() && thing.described().at(0).quoted())
                .flatMap(thing -> added(turn, story, thing).stream())
                .findFirst();
    }

    /** The kind, also where the name stands before it: “"Half-term story hour" as an events task”. */
    private static Optional<NewThing> thing(Turn turn, Phrase rest) {
        boolean named = rest.size() > 3 && rest.at(0).quoted() && rest.at(1).isOneOf(Set.of("as", "to"));
        return named
                ? NewThing.leading(turn, rest.from(2).bare())
                        .map(thing -> new NewThing(
                                thing.entity(),
                                thing.states(),
                                false,
                                rest.to(1).joined(thing.described())))
                : NewThing.leading(turn, rest);
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
                .values(story)
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

    /** “PH-33 and PH-34, both model Nova 8”: each with what is said of all of them. */
    private static Optional<Proposal> several(Turn turn, NewThing thing) {
        Phrase words = thing.described();
        int shared = IntStream.range(1, words.size())
                .filter(i -> words.at(i).isOneOf(SHARED) && words.at(i - 1).is(","))
                .findFirst()
                .orElse(words.size());
        List<Proposal.Change> changes = new ArrayList<>();
        for (Phrase part : words.to(shared).split(JOINS)) {
            Phrase described = shared == words.size() ? part : part.joined(words.from(shared - 1));
            Optional<Values> values = one(turn, thing, described, words.to(0));
            if (values.isEmpty()) {
                return Optional.empty();
            }
            changes.add((Proposal.Change) CreateRecordReading.added(turn, thing.entity(), values.get(), part));
        }
        Steps steps = new Steps(turn.request().records());
        changes.forEach(steps::add);
        return changes.size() > 1 ? Optional.of(steps.proposal()) : Optional.empty();
    }
}
