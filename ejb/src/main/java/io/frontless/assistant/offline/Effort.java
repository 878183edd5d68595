package io.frontless.assistant.offline;

import io.frontless.record.control.RecordView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How much has been tried to make sense of one sentence, and what all that try it can share. What could be read in very many ways is rather said in other words: once this is spent,
 * whatever is tried next is refused at once, so that no reading goes on behind the back of another that gave up.
 */
final class Effort {

    /** Names compared with the schema and looked up among the records: ordinary sentences take hundreds, long ones some thousands. */
    static final int TRIES_MAX = 400_000;

    private int tries;

    /** What words come down to, and how fields are called: the same however carefully one reads. */
    private final Map<String, List<String>> stems = new HashMap<>();

    private final Map<String, FieldNames> fieldNames = new HashMap<>();

    private final Once<Optional<Selection>> selections = new Once<>();

    private final Once<List<SelectionReader.Head>> heads = new Once<>();

    private final Once<List<RecordView>> called = new Once<>();

    /** Counts one try. */
    void spend() {
        tries++;
        if (tries > TRIES_MAX) {
            throw tooMuch();
        }
    }

    Map<String, List<String>> stems() {
        return stems;
    }

    Map<String, FieldNames> fieldNames() {
        return fieldNames;
    }

    /** What phrases select. */
    Once<Optional<Selection>> selections() {
        return selections;
    }

    /** By which words phrases name the records that they select. */
    Once<List<SelectionReader.Head>> heads() {
        return heads;
    }

    /** Which records are called by phrases. */
    Once<List<RecordView>> called() {
        return called;
    }

    int tries() {
        return tries;
    }

    /** The answer where there are too many ways. */
    static Unclear tooMuch() {
        return Unclear.say("This can be read in too many ways. Put names in quotes, or say it in fewer words.");
    }
}
