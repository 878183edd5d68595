package io.frontless.assistant.offline;

import io.frontless.assistant.control.PlanningRequest.Mention;
import io.frontless.operation.Values;
import io.frontless.record.control.RecordQuery;
import io.frontless.schema.control.EntityView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads “it”, “them”, “this invoice”: the records that the turn before was about. */
record Pronouns(Turn turn) {

    private static final Set<String> ONE = Set.of("it", "that", "this", "him", "her", "he", "she");
    private static final Set<String> MANY = Set.of("them", "those", "these", "they", "both");
    private static final Set<String> ITS = Set.of("its", "his", "her", "their");
    private static final Set<String> THING =
            Set.of("one", "ones", "record", "records", "row", "entry", "all", "both", "person");
    private static final List<Form> OF = List.of(Form.of("all|both|each of <these>"), Form.of("all|both <these>"));

    /** Whether the phrase begins with a word for what belongs to them. */
    static boolean isPossessive(Token token) {
        return token.isOneOf(ITS);
    }

    /** Whether the phrase is a word for what was mentioned before. */
    static boolean isOne(Phrase phrase) {
        return phrase.size() == 1 && (phrase.startsWithOneOf(ONE) || phrase.startsWithOneOf(MANY));
    }

    /** What was mentioned before; empty where nothing was. */
    Optional<Target> mentioned() {
        int last = turn.request().lastMentioned().size();
        return last == 0
                ? Optional.empty()
                : read(Sentence.read(last > 1 ? "them" : "it").words());
    }

    /** The records; empty where the phrase is no such word. */
    Optional<Target> read(Phrase phrase) {
        for (Match match : Form.matches(OF, phrase)) {
            Optional<Target> all =
                    match.the("these").startsWithOneOf(MANY) ? read(match.the("these")) : Optional.empty();
            if (all.isPresent()) {
                return all;
            }
        }
        boolean many = phrase.startsWithOneOf(MANY)
                || (phrase.size() == 1
                        && phrase.startsWith("each")
                        && !turn.request().lastMentioned().isEmpty());
        boolean said = (many || phrase.startsWithOneOf(ONE)) && isAlone(phrase);
        Optional<EntityView> entity =
                phrase.size() > 1 && (many || phrase.startsWithOneOf(ONE) || phrase.startsWith("the"))
                        ? turn.schema().entity(phrase.from(1))
                        : Optional.empty();
        if (!said && entity.isEmpty()) {
            return Optional.empty();
        }
        List<Mention> last = turn.request().lastMentioned();
        boolean definite = phrase.startsWith("the");
        if (last.isEmpty()) {
            if (definite || (entity.isPresent() && many)) {
                return Optional.empty();
            }
            throw Unclear.say("It is not clear what “%s” is: nothing was mentioned before.".formatted(phrase.text()));
        }
        return Optional.of(target(phrase, last, entity, many));
    }

    private Target target(Phrase phrase, List<Mention> last, Optional<EntityView> said, boolean many) {
        EntityView entity = turn.request()
                .schema()
                .entity(last.get(0).entity())
                .filter(candidate -> said.isEmpty() || said.get().equals(candidate))
                .orElseThrow(() -> Unclear.say("“%s” was not what was mentioned before.".formatted(phrase.text())));
        String word = phrase.at(phrase.size() - 1).text();
        boolean plural = many || (said.isPresent() && !word.equals(Names.singular(word)));
        if (last.size() > 1 && !plural) {
            throw Unclear.say("“%s” could be any of the %d %s mentioned before. Which one?"
                    .formatted(phrase.text(), last.size(), Names.plural(entity.label())));
        }
        if (phrase.startsWith("both") && last.size() != 2) {
            throw Unclear.say(
                    "Both? Before, %d %s mentioned.".formatted(last.size(), last.size() == 1 ? "was" : "were"));
        }
        List<Found> found = new ArrayList<>();
        last.forEach(mention -> found.add(byId(entity, mention)));
        return new Target(entity, found);
    }

    private static boolean isAlone(Phrase phrase) {
        return phrase.size() == 1 || (phrase.size() == 2 && phrase.at(1).isOneOf(THING));
    }

    private Found byId(EntityView entity, Mention mention) {
        RecordQuery query = RecordQuery.mentioning(entity.key(), mention.id().toString(), 1);
        return turn.request().records().find(query).stream()
                .filter(record -> record.id().equals(mention.id()))
                .map(record -> Found.of(entity, record))
                .findFirst()
                .orElseGet(() -> new Found(entity, mention.id(), null, "mentioned last", Values.none()));
    }
}
