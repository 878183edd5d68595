package io.frontless.assistant.offline;

import io.frontless.assistant.control.PlanningRequest.Mention;
import io.frontless.assistant.control.Proposal;
import io.frontless.assistant.control.RecordLookup;
import java.util.List;
import java.util.Optional;

/** Reads each part of one sentence once. */
final class ReadOnce implements Reading {

    /** What an answer depends on within one sentence. */
    private record Part(List<Token> words, List<Mention> mentioned, RecordLookup records) {}

    private final Reading reading;
    private final Once<Optional<Proposal>> answers = new Once<>();

    ReadOnce(Reading reading) {
        this.reading = reading;
    }

    @Override
    public Optional<Proposal> read(Turn turn) {
        Part part = new Part(
                turn.words().tokens(),
                turn.request().lastMentioned(),
                turn.request().records());
        return answers.answer(part, () -> reading.read(turn));
    }
}
