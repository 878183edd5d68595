package io.frontless.assistant.offline;

import io.frontless.assistant.control.RecordLookup;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Answers, each found out once: the ways to take a sentence apart come upon the same parts again and again. That something is unclear is an answer, too. */
final class Once<A> {

    private final Map<Object, Supplier<A>> answers = new HashMap<>();

    /**
     * The answer to what is asked.
     *
     * @param asked all that the answer depends on
     * @param found finds it out, and may ask for others
     */
    A answer(Object asked, Supplier<A> found) {
        Supplier<A> known = answers.get(asked);
        if (known == null) {
            known = outcome(found);
            answers.put(asked, known);
        }
        return known.get();
    }

    /** The same, of records; those that steps are changing are looked at anew. */
    A answer(RecordLookup records, Object asked, Supplier<A> found) {
        return records instanceof Steps ? found.get() : answer(List.of(records, asked), found);
    }

    private static <A> Supplier<A> outcome(Supplier<A> found) {
        try {
            A answer = found.get();
            return () -> answer;
        } catch (Unclear unclear) {
            return () -> {
                throw unclear;
            };
        }
    }
}
