package io.frontless.assistant.offline;

import io.frontless.assistant.control.PlanningRequest;
import io.frontless.assistant.control.RecordLookup;
import io.frontless.operation.Comparison;
import io.frontless.operation.Filter;
import io.frontless.record.control.KnownTexts;
import io.frontless.record.control.RecordQuery;
import io.frontless.record.control.RecordView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Looks up for one sentence: each query once, and not more than a person would wait for. A sentence is tried in many ways, and most of what they take for names are none, so it asks at
 * once what there is that begins with one of the sentence's words, and looks up only what may be there.
 */
final class BoundedLookup implements RecordLookup {

    /** Lookups for one sentence: a name is looked up in every table, and a sentence has a few readings. */
    private static final int LOOKUPS_MAX = 600;

    /** Words that are asked for at once; of what begins with a later one nothing is known. */
    private static final int WORDS_MAX = 60;

    private static final Pattern BETWEEN = Pattern.compile("[\\s,;:!?()\"“”„]+");
    private static final Pattern INSIDE = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final PlanningRequest request;
    private final Effort effort;
    private final Map<RecordQuery, List<RecordView>> answers = new HashMap<>();
    private @Nullable KnownTexts known;
    private int lookups;

    /** Looks up among the request's records. */
    BoundedLookup(PlanningRequest request, Effort effort) {
        this.request = request;
        this.effort = effort;
    }

    @Override
    public List<RecordView> find(RecordQuery query) {
        effort.spend();
        List<RecordView> before = answers.get(query);
        if (before != null) {
            return before;
        }
        List<RecordView> found = mayFind(query) ? lookedUp(query) : List.of();
        answers.put(query, found);
        return found;
    }

    @Override
    public List<RecordView> deleted(String entity) {
        return request.records().deleted(entity);
    }

    /** Whether a text of some record has this word of the sentence as its first. */
    boolean isFirstWord(String word) {
        return known().isFirstWord(word);
    }

    private List<RecordView> lookedUp(RecordQuery query) {
        lookups++;
        if (lookups > LOOKUPS_MAX) {
            throw Effort.tooMuch();
        }
        return request.records().find(query);
    }

    private boolean mayFind(RecordQuery query) {
        String text = query.anyText();
        return (text == null || known().mayMention(query.entity(), text)) && mayMatch(query.entity(), query.filter());
    }

    private boolean mayMatch(String entity, Filter filter) {
        if (filter instanceof Filter.All all) {
            return all.parts().stream().allMatch(part -> mayMatch(entity, part));
        }
        if (filter instanceof Filter.Any any) {
            return any.parts().stream().anyMatch(part -> mayMatch(entity, part));
        }
        return !(filter instanceof Filter.Compare compare)
                || compare.comparison() != Comparison.STARTS_WITH
                || known().mayBegin(entity, compare.path(), String.valueOf(compare.value()));
    }

    private KnownTexts known() {
        KnownTexts texts = known;
        if (texts == null) {
            texts = request.records().beginning(words(request.sentence()));
            known = texts;
        }
        return texts;
    }

    /** What names in a sentence can begin with: its words, and those that are part of others, as in “INV-89” and “Lena's”. */
    private static List<String> words(String sentence) {
        Set<String> words = new LinkedHashSet<>();
        for (String word : BETWEEN.split(sentence, -1)) {
            add(words, word);
            for (String part : INSIDE.split(word, -1)) {
                add(words, part);
            }
        }
        return new ArrayList<>(words).subList(0, Math.min(words.size(), WORDS_MAX));
    }

    /** A single letter begins too much. */
    private static void add(Set<String> words, String word) {
        boolean digit = word.length() == 1 && Character.isDigit(word.charAt(0));
        if (word.length() > 1 || digit) {
            words.add(word);
        }
    }
}
