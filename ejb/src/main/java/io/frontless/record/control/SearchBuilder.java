package io.frontless.record.control;

import io.frontless.kernel.Limits;
import io.frontless.kernel.Rejection;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.record.entity.RecordCondition;
import io.frontless.record.entity.RecordCondition.Word;
import io.frontless.record.entity.RecordSearch;
import io.frontless.record.entity.RecordSearch.Column;
import io.frontless.record.entity.RecordSearch.FieldKey;
import io.frontless.record.entity.RecordSearch.RankKey;
import io.frontless.schema.control.EntityView;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Makes a search of a query: every part of it is checked against the schema. */
@Dependent
public class SearchBuilder {

    private final FilterTypes types;
    private final RecordAccess access;

    @Inject
    public SearchBuilder(FilterTypes types, RecordAccess access) {
        this.types = types;
        this.access = access;
    }

    /** The search, on the entity as the caller sees it and of records that their role lets them have; what the entity does not have, or cannot be compared so, is refused as INVALID. */
    RecordSearch search(RecordReading reading, EntityView entity, RecordQuery query) {
        List<RecordCondition> parts = new ArrayList<>();
        add(parts, entity, access.filter(reading.caller(), reading.permission(), entity.key()));
        add(parts, entity, types.check(reading.caller(), reading.now(), entity, query.filter()));
        String mentioned = query.anyText();
        if (mentioned != null) {
            parts.add(mentions(entity, mentioned));
        }
        String search = query.search();
        List<RecordSearch.Key> order = new ArrayList<>();
        query.sort().forEach(sort -> order.add(key(entity, sort)));
        if (search != null) {
            List<String> words = List.copyOf(SearchWords.words(search, Limits.SEARCH_WORDS_MAX));
            if (words.isEmpty()) {
                throw Rejection.invalid("search", "a word of at least 2 letters or digits", search);
            }
            parts.add(all(words, SearchWords.fields(entity)));
            if (order.isEmpty()) {
                order.add(new RankKey(all(words, title(entity))));
            }
        }
        RecordCondition condition = parts.size() == 1 ? parts.get(0) : new RecordCondition.All(parts);
        return new RecordSearch(
                reading.caller().workspaceId(), entity.key(), condition, order, Narrowing.of(entity, condition, order));
    }

    private static void add(List<RecordCondition> parts, EntityView entity, TypedFilter filter) {
        if (!filter.equals(new TypedFilter.All(List.of()))) {
            parts.add(Conditions.of(entity.key(), filter));
        }
    }

    private static RecordCondition all(List<String> words, List<String> fields) {
        List<RecordCondition> parts = new ArrayList<>();
        for (int index = 0; index < words.size(); index++) {
            parts.add(new Word(words.get(index), index == words.size() - 1, fields));
        }
        return new RecordCondition.All(parts);
    }

    private static List<String> title(EntityView entity) {
        return entity.titleField().map(FieldSpec::key).stream().toList();
    }

    private static RecordCondition mentions(EntityView entity, String text) {
        if (References.isId(text)) {
            return new RecordCondition.Identified(UUID.fromString(text));
        }
        List<RecordCondition> parts = entity.fields().stream()
                .filter(field -> field.type() != FieldType.LONG_TEXT && FilterValues.isText(field))
                .map(field -> Conditions.equal(entity.key(), field.key(), Column.TEXT, TypedRow.folded(text)))
                .toList();
        return new RecordCondition.Any(parts);
    }

    private static RecordSearch.Key key(EntityView entity, RecordQuery.Sort sort) {
        FieldSpec field = entity.field(sort.field())
                .filter(found -> found.type() != FieldType.LONG_TEXT)
                .orElseThrow(() -> Rejection.invalid(
                        "sort",
                        "a field of " + entity.key() + " that is no long text: "
                                + entity.fields().stream().map(FieldSpec::key).toList(),
                        sort.field()));
        return new FieldKey(field.key(), TypedRow.column(field.type()), sort.descending(), field.required());
    }
}
