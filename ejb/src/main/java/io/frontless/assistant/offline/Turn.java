package io.frontless.assistant.offline;

import io.frontless.assistant.control.PlanningRequest;

/** One sentence said to the planner, with the means to link its words to the workspace. */
record Turn(Phrase words, boolean question, PlanningRequest request) {

    static Turn of(PlanningRequest request) {
        Sentence sentence = Sentence.read(request.sentence());
        return new Turn(sentence.words(), sentence.question(), request);
    }

    SchemaLinker schema() {
        return new SchemaLinker(request.schema());
    }

    RecordFinder records() {
        return new RecordFinder(request, schema());
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
