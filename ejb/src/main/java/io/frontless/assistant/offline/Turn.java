package io.frontless.assistant.offline;

import io.frontless.assistant.control.PlanningRequest;
import io.frontless.assistant.control.PlanningRequest.Mention;
import io.frontless.assistant.control.RecordLookup;
import java.util.List;

/** One sentence said to the planner, with the means to link its words to the workspace. */
record Turn(Phrase words, boolean question, PlanningRequest request, SchemaLinker schema) {

    /** Words and marks of a sentence: a table with all its fields fits; reading takes time with the square of it. */
    private static final int TOKENS_MAX = 600;

    /** @param lenient whether synonyms, misspellings and parts of names will do */
    static Turn of(PlanningRequest request, boolean lenient) {
        Sentence sentence = Sentence.read(request.sentence());
        if (sentence.words().size() > TOKENS_MAX) {
            throw Unclear.say("This is too long to be sure of: say it in parts of at most %d words and marks."
                    .formatted(TOKENS_MAX));
        }
        PlanningRequest bounded = new PlanningRequest(
                request.sentence(),
                request.schema(),
                new BoundedLookup(request.records()),
                request.author(),
                request.today(),
                request.lastMentioned());
        return new Turn(sentence.words(), sentence.question(), bounded, new SchemaLinker(request.schema(), lenient));
    }

    /** A part of this turn's sentence, as a turn of its own in which these records were mentioned before. */
    Turn part(Phrase some, List<Mention> mentioned) {
        PlanningRequest then = new PlanningRequest(
                request.sentence(),
                request.schema(),
                request.records(),
                request.author(),
                request.today(),
                mentioned.isEmpty() ? request.lastMentioned() : mentioned);
        return new Turn(some, question, then, schema);
    }

    /** This turn, finding records elsewhere. */
    Turn with(RecordLookup records) {
        PlanningRequest then = new PlanningRequest(
                request.sentence(),
                request.schema(),
                records,
                request.author(),
                request.today(),
                request.lastMentioned());
        return new Turn(words, question, then, schema);
    }

    RecordFinder records() {
        return new RecordFinder(request, schema);
    }

    ValueReader values() {
        return new ValueReader(records(), schema, request.today());
    }

    SelectionReader selections() {
        return new SelectionReader(this);
    }

    Targets targets() {
        return new Targets(this);
    }
}
