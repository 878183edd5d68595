package io.frontless.assistant.offline;

import io.frontless.operation.FieldSpec;
import io.frontless.schema.control.EntityView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the words around a record mention of its kind: names of fields, values, and which way a number goes. */
final class Mentions {

    /**
     * The name of a field.
     *
     * @param end where the words after it begin
     * @param byVerb whether a verb stands for it, as “drives” for the driver
     */
    record Cue(FieldSpec field, int at, int end, boolean byVerb) {}

    /**
     * A value, or a change of one.
     *
     * @param fields which fields can have it
     * @param fixed what it is; null where the field tells
     * @param needsCue whether it is one only beside its field's name
     */
    record Value(
            Phrase said, List<FieldSpec> fields, @Nullable Object fixed, int at, boolean needsCue) {

        /** Where the words after it begin. */
        int end() {
            return at + said.size();
        }
    }

    private final Phrase words;
    private final List<Cue> cues = new ArrayList<>();
    private final List<Value> values = new ArrayList<>();
    private final List<Value> denied = new ArrayList<>();
    private boolean up;
    private boolean down;
    private boolean clears;
    private boolean author;
    private boolean object;
    private boolean length;
    private boolean passedOver;

    Mentions(Phrase words) {
        this.words = words;
    }

    /** What the words mention; empty where some word is none of it. */
    static Optional<Mentions> of(Turn turn, EntityView entity, Phrase words) {
        Mentions mentions = new Mentions(words);
        return new MentionReader(turn, entity, mentions).readsAll() ? Optional.of(mentions) : Optional.empty();
    }

    Phrase words() {
        return words;
    }

    List<Cue> cues() {
        return cues;
    }

    List<Value> values() {
        return values;
    }

    /** Values that are told not to be, or not to be any more. */
    List<Value> denied() {
        return denied;
    }

    /** Where the value ends, the name of a field included that stands right after it: “2 hours”. */
    int end(Value value) {
        return cues.stream()
                .filter(cue -> cue.at() == value.end())
                .mapToInt(Cue::end)
                .findFirst()
                .orElse(value.end());
    }

    @Nullable
    Value lastValue() {
        return values.isEmpty() ? null : values.get(values.size() - 1);
    }

    /** Tells which way a number or day goes. */
    void goes(boolean higher, boolean lower) {
        up |= higher;
        down |= lower;
    }

    boolean goesUp() {
        return up;
    }

    boolean goesDown() {
        return down;
    }

    void tellsToClear() {
        clears = true;
    }

    boolean clears() {
        return clears;
    }

    void tellsAuthor() {
        author = true;
    }

    /** Whether whoever speaks is among the words. */
    boolean namesAuthor() {
        return author;
    }

    void tellsAuthorAsObject() {
        author = true;
        object = true;
    }

    /** Whether something is to be theirs, as “me” says and “I” does not. */
    boolean givesToAuthor() {
        return object;
    }

    void passOver() {
        passedOver = true;
    }

    /** Whether a word was passed over that may have meant something: a deed, or how it was done. */
    boolean passesOver() {
        return passedOver;
    }

    void tellsLength() {
        length = true;
    }

    /** Whether a length of time is among the values. */
    boolean hasLength() {
        return length;
    }
}
