package io.frontless.record.entity;

import io.frontless.record.entity.RecordSearch.Column;
import java.util.List;
import java.util.UUID;

/** What a search asks of a record, over the typed copies of its values and its words. */
public sealed interface RecordCondition {

    /** All must hold. */
    record All(List<RecordCondition> parts) implements RecordCondition {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /** One at least must hold. */
    record Any(List<RecordCondition> parts) implements RecordCondition {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    /** It must not hold. */
    record Not(RecordCondition part) implements RecordCondition {}

    /** A field of an entity. */
    record Step(String entity, String field) {}

    /**
     * The value at the end of a path meets a test.
     *
     * @param path fields that lead through references to the one compared; the first is the record's own
     * @param values what it is compared with, as the column holds it: text, whole number, OffsetDateTime or UUID
     */
    record Meets(List<Step> path, Column column, Test test, List<Object> values) implements RecordCondition {
        public Meets {
            path = List.copyOf(path);
            values = List.copyOf(values);
        }
    }

    /**
     * One of the fields has a word.
     *
     * @param prefix whether a word that begins so is enough
     */
    record Word(String word, boolean prefix, List<String> fields) implements RecordCondition {
        public Word {
            fields = List.copyOf(fields);
        }
    }

    /** The record is this one. */
    record Identified(UUID id) implements RecordCondition {}

    /** How a value is compared. */
    enum Test {
        PRESENT,
        ONE_OF,
        LT,
        LE,
        GT,
        GE,
        CONTAINS,
        STARTS_WITH
    }
}
