package io.frontless.assistant.model;

import io.frontless.assistant.control.PlanningRequest;
import io.frontless.kernel.Json;
import io.frontless.kernel.Limits;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.record.control.RecordQuery;
import io.frontless.record.control.RecordView;
import io.frontless.schema.control.EntityView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The few records that a sentence mentions, as the person may read them, without long texts and without what no model may see. A model knows them by
 * {@code r1}, {@code r2} and so on and by nothing else, so it can name no other record of the workspace.
 */
record ShownRecords(List<RecordView> records, TellableSchema schema) {

    /** What is quoted, what has a digit in it, and what begins with a capital letter. */
    private static final Pattern TERM =
            Pattern.compile("\"([^\"]{1,100})\"|“([^”]{1,100})”|([\\p{L}\\p{N}_./@+-]*\\p{N}[\\p{L}\\p{N}_./@+-]*)"
                    + "|(\\p{Lu}[\\p{L}\\p{N}&.'’-]*(?: \\p{Lu}[\\p{L}\\p{N}&.'’-]*)*)");

    private static final int EACH_MAX = 3;

    ShownRecords {
        records = List.copyOf(records);
    }

    static ShownRecords of(PlanningRequest request, TellableSchema schema) {
        List<RecordQuery> queries = new ArrayList<>();
        request.lastMentioned().stream()
                .filter(mention -> schema.entity(mention.entity()).isPresent())
                .forEach(mention -> queries.add(
                        RecordQuery.mentioning(mention.entity(), mention.id().toString(), 1)));
        for (String term : terms(request.sentence())) {
            schema.whole().forEach(entity -> queries.add(RecordQuery.mentioning(entity.key(), term, EACH_MAX)));
        }
        Map<String, RecordView> found = new LinkedHashMap<>();
        queries.stream().limit(Limits.MODEL_LOOKUPS_MAX).forEach(query -> request.records()
                .find(query)
                .forEach(record -> found.putIfAbsent(record.id().toString(), record)));
        return new ShownRecords(
                found.values().stream().limit(Limits.MODEL_RECORDS_MAX).toList(), schema);
    }

    /** The record of a name such as {@code r1}. */
    Optional<RecordView> named(String name) {
        return IntStream.range(0, records.size())
                .filter(index -> name(index).equals(name))
                .mapToObj(records::get)
                .findFirst();
    }

    /** As a model reads them. */
    String json() {
        return Json.write(IntStream.range(0, records.size())
                .mapToObj(index -> {
                    Map<String, @Nullable Object> json = new LinkedHashMap<>();
                    json.put("record", name(index));
                    json.put("entity", records.get(index).entity());
                    json.put("values", tellable(records.get(index)));
                    return json;
                })
                .toList());
    }

    /** Whether a text stands in a value that the model was shown. */
    boolean say(String text) {
        return records.stream()
                .flatMap(record -> tellable(record).values().stream())
                .anyMatch(value -> ValueOrigin.within(text, String.valueOf(value)));
    }

    private Map<String, Object> tellable(RecordView record) {
        Map<String, Object> values = new LinkedHashMap<>();
        List<FieldSpec> fields =
                schema.entity(record.entity()).map(EntityView::fields).orElse(List.of());
        for (FieldSpec field : fields) {
            Object value = record.values().get(field.key());
            if (value != null && field.type() != FieldType.LONG_TEXT) {
                tellable(record, field, value).ifPresent(text -> values.put(field.key(), text));
            }
        }
        return values;
    }

    /** A reference is told by what people call its target, where that may be told. */
    private Optional<String> tellable(RecordView record, FieldSpec field, Object value) {
        String text = String.valueOf(value);
        if (field.type() == FieldType.REFERENCE) {
            return Optional.ofNullable(record.referenceTitles().get(text))
                    .filter(title -> field.target() != null && schema.titled().contains(field.target()))
                    .map(ShownRecords::cut);
        }
        return Optional.of(cut(text));
    }

    private static String cut(String text) {
        return text.length() <= Limits.MODEL_VALUE_CHARS_MAX
                ? text
                : text.substring(0, text.offsetByCodePoints(Limits.MODEL_VALUE_CHARS_MAX, -1));
    }

    private static String name(int index) {
        return "r" + (index + 1);
    }

    private static Set<String> terms(String sentence) {
        Set<String> terms = new LinkedHashSet<>();
        Matcher matcher = TERM.matcher(sentence);
        while (matcher.find()) {
            IntStream.rangeClosed(1, matcher.groupCount())
                    .mapToObj(matcher::group)
                    .filter(group -> group != null)
                    .forEach(group -> terms.add(group.strip()));
        }
        terms.removeIf(String::isEmpty);
        return terms;
    }
}
