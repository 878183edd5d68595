package io.frontless.assistant.offline;

import io.frontless.assistant.control.PlanningRequest;

/** One sentence said to the planner, with the means to link its words to the workspace. */
record Turn(Phrase words, boolean question, PlanningRequest request, SchemaLinker schema) {

    /** Words and marks of a sentence: a table with all its fields fits; reading takes time with the square of it. */
    private static final int TOKENS_MAX = 600;

    static Turn of(PlanningRequest request) {
        Sentence sentence = Sentence.read(request.sentence());
        if (sentence.words().size() > TOKENS_MAX) {
            throw Unclear.say("This is too long to be sure of: say it in parts of at most %d words and marks."
                    .formatted(TOKENS_MAX));
        }
        PlanningRequest bounded = new PlanningRequest(
                request.sentence(),
                request.schema(),
                new BoundedLookup(request.records()),
                request.today(),
                request.lastMentioned());
        return new Turn(sentence.words(), sentence.question(), bounded, new SchemaLinker(request.schema()));
    }

    RecordFinder records() {
        return new RecordFinder(request, schema);
    }

    ValueReader values() {
        return new ValueReader(records(), request.today());
    }

    SelectionReader selections() {
        return new SelectionReader(this);
    }

    Targets targets() {
        return new Targets(this);
    }
}
