package io.frontless.assistant.control;

import io.frontless.record.control.KnownTexts;
import io.frontless.record.control.RecordQuery;
import io.frontless.record.control.RecordView;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** How a planner finds the records that a sentence mentions; bounded to what the sentence's author may read. */
public interface RecordLookup {

    /** The records that meet the query. */
    List<RecordView> find(RecordQuery query);

    /** The records of an entity that are deleted, as they last were, the latest deletion first, at most a page of them. */
    List<RecordView> deleted(String entity);

    /** Which texts begin with one of the words, so that much need not be looked up; at first nothing is known of any. */
    default KnownTexts beginning(Collection<String> words) {
        return KnownTexts.none();
    }

    /** The record of a table that has the id. */
    default Optional<RecordView> withId(String entity, String id) {
        return find(RecordQuery.mentioning(entity, id, 1)).stream()
                .filter(record -> record.id().toString().equals(id))
                .findFirst();
    }
}
