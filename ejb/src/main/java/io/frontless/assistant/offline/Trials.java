package io.frontless.assistant.offline;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Tries ways to read a sentence, of which one that is not clear says nothing against the next, and keeps why the first was not. */
final class Trials<T> {

    private Optional<Unclear> first = Optional.empty();

    /** What the first of these ways makes of it that makes anything. */
    <R> Optional<R> first(List<T> ways, Function<T, Optional<R>> reading) {
        for (T way : ways) {
            try {
                Optional<R> read = reading.apply(way);
                if (read.isPresent()) {
                    return read;
                }
            } catch (Unclear unclear) {
                first = first.or(() -> Optional.of(unclear));
            }
        }
        return Optional.empty();
    }

    /** Says why nothing was made of it, where anything was nearly. */
    <R> Optional<R> fail() {
        first.ifPresent(unclear -> {
            throw unclear;
        });
        return Optional.empty();
    }
}
