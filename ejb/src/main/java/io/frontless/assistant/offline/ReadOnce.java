package io.frontless.assistant.offline;

import io.frontless.assistant.control.PlanningRequest.Mention;
import io.frontless.assistant.control.Proposal;
import io.frontless.assistant.control.RecordLookup;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads each part of one sentence once: the ways to take it apart come upon the same parts again and again. */
final class ReadOnce implements Reading {

    /** What an answer depends on within one sentence. */
    private record Part(List<Token> words, List<Mention> mentioned, RecordLookup records) {}

    private final Reading reading;
    private final Map<Part, Supplier<Optional<Proposal>>> answers = new HashMap<>();

    ReadOnce(Reading reading) {
        this.reading = reading;
    }

    @Override
    public Optional<Proposal> read(Turn turn) {
        Part part = new Part(
                turn.words().tokens(),
                turn.request().lastMentioned(),
                turn.request().records());
        Supplier<Optional<Proposal>> known = answers.get(part);
        if (known == null) {
            known = answer(turn);
            answers.put(part, known);
        }
        return known.get();
    }

    private Supplier<Optional<Proposal>> answer(Turn turn) {
        try {
            Optional<Proposal> read = reading.read(turn);
            return () -> read;
        } catch (Unclear unclear) {
            return () -> {
                throw unclear;
            };
        }
    }
}
