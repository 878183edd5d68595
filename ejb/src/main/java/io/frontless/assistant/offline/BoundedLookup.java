package io.frontless.assistant.offline;

import io.frontless.assistant.control.RecordLookup;
import io.frontless.record.control.RecordQuery;
import io.frontless.record.control.RecordView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Looks up for one sentence: each query once, and not more than a person would wait for. */
final class BoundedLookup implements RecordLookup {

    /** Lookups for one sentence: a name is looked up in every table, and a sentence has a few readings. */
    private static final int LOOKUPS_MAX = 600;

    private final RecordLookup records;
    private final Effort effort;
    private final Map<RecordQuery, List<RecordView>> answers = new HashMap<>();

    BoundedLookup(RecordLookup records, Effort effort) {
        this.records = records;
        this.effort = effort;
    }

    @Override
    public List<RecordView> find(RecordQuery query) {
        effort.spend();
        List<RecordView> known = answers.get(query);
        if (known != null) {
            return known;
        }
        if (answers.size() >= LOOKUPS_MAX) {
            throw Effort.tooMuch();
        }
        List<RecordView> found = records.find(query);
        answers.put(query, found);
        return found;
    }

    @Override
    public List<RecordView> deleted(String entity) {
        return records.deleted(entity);
    }
}
