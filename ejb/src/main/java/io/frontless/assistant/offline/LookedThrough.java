package io.frontless.assistant.offline;

import io.frontless.kernel.Limits;
import io.frontless.operation.FieldType;
import io.frontless.operation.Filter;
import io.frontless.record.control.RecordQuery;
import io.frontless.record.control.RecordView;
import io.frontless.schema.control.EntityView;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Conditions that no query can say are decided by looking through the records, and said by the titles of those that meet them. */
record LookedThrough(Turn turn, EntityView entity) {

    /** Records that are named at most: more are rather looked for in their own table. */
    private static final int NAMED_MAX = 100;

    /** Records that are looked through while somebody waits. */
    private static final int RECORDS_MAX = 2_000;

    /** Whether records can be named so. */
    boolean canName() {
        return entity.titleField()
                .filter(field -> field.type() != FieldType.REFERENCE)
                .isPresent();
    }

    /** That a record is one of these, by its title; one that another has, too, names none. */
    Filter among(Set<String> ids) {
        String title = entity.titleField().orElseThrow().key();
        Set<Object> wanted = new LinkedHashSet<>();
        Set<Object> others = new HashSet<>();
        for (RecordView record : all(RecordQuery.of(entity.key()))) {
            Object value = record.values().get(title);
            if (value != null) {
                (ids.contains(record.id().toString()) ? wanted : others).add(value);
            }
        }
        if (wanted.size() > NAMED_MAX) {
            throw Unclear.say("These are more than %d %s, which are too many for one condition."
                    .formatted(NAMED_MAX, Names.plural(entity.label())));
        }
        if (wanted.stream().anyMatch(others::contains)) {
            throw Unclear.say("Several %s have the same name, so those cannot be told apart by it."
                    .formatted(Names.plural(entity.label())));
        }
        return new Filter.Any(
                wanted.stream().map(value -> Filter.equal(title, value)).toList());
    }

    /** All records of a query, as far as they can be looked through. */
    List<RecordView> all(RecordQuery query) {
        List<RecordView> found = new ArrayList<>();
        List<RecordView> page;
        do {
            page = turn.request().records().find(query.paged(Limits.PAGE_ROWS_MAX, found.size()));
            found.addAll(page);
        } while (page.size() == Limits.PAGE_ROWS_MAX && found.size() < RECORDS_MAX);
        if (found.size() >= RECORDS_MAX) {
            throw Unclear.say("There are too many records to look through for that.");
        }
        return found;
    }
}
