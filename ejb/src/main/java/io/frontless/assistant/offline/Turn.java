package io.frontless.assistant.offline;

import io.frontless.assistant.control.PlanningRequest;
import io.frontless.assistant.control.PlanningRequest.Mention;
import io.frontless.assistant.control.RecordLookup;
import java.util.List;

/** One sentence said to the planner, with the means to link its words to the workspace. */
record Turn(Phrase words, boolean question, PlanningRequest request, SchemaLinker schema, Effort effort) {

    /** Words and marks of a sentence: a table with all its fields fits. */
    private static final int TOKENS_MAX = 600;

    /**
     * A sentence as it was said.
     *
     * @param care how much of the words must be exact
     * @param effort what making sense of it may take
     */
    static Turn of(PlanningRequest request, Care care, Effort effort) {
        Sentence sentence = Sentence.read(request.sentence());
        if (sentence.words().size() > TOKENS_MAX) {
            throw Unclear.say("This is too long to be sure of: say it in parts of at most %d words and marks."
                    .formatted(TOKENS_MAX));
        }
        SchemaLinker schema = new SchemaLinker(request.schema(), care, effort);
        Phrase words = Conjunctions.plain(ToldTwice.once(sentence.words(), request.today()), schema);
        OneOfThose those = OneOfThose.of(request, schema, words);
        return new Turn(those.words(), sentence.question(), request.after(those.mentioned()), schema, effort);
    }

    /** A part of this turn's sentence, as a turn of its own in which these records were mentioned before. */
    Turn part(Phrase some, List<Mention> mentioned) {
        return new Turn(some, question, mentioned.isEmpty() ? request : request.after(mentioned), schema, effort);
    }

    /** This turn, finding records elsewhere. */
    Turn with(RecordLookup records) {
        return new Turn(words, question, request.with(records), schema, effort);
    }

    /** This turn, passing over what carries nothing. */
    Turn loosely() {
        return new Turn(words, question, request, new SchemaLinker(request.schema(), Care.LOOSE, effort), effort);
    }

    RecordFinder records() {
        return new RecordFinder(request, schema, effort);
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

    /** Whether a word is a verb of the workspace's own, as “ship” is where something can be shipped. */
    boolean isVerb(String word) {
        return schema.entities().stream()
                .anyMatch(entity -> new Assignments(this, entity).ofVerb(word).isPresent());
    }
}
