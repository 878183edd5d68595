package io.frontless.assistant.offline;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is asked for once, and then known for the rest of a sentence. */
final class Remembered<T> implements Supplier<T> {

    private final Supplier<T> asked;
    private @Nullable T answer;

    Remembered(Supplier<T> asked) {
        this.asked = asked;
    }

    @Override
    public T get() {
        T known = answer;
        if (known == null) {
            known = asked.get();
            answer = known;
        }
        return known;
    }
}
