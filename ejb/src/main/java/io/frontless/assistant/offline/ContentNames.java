package io.frontless.assistant.offline;

import io.frontless.assistant.control.Proposal;
import io.frontless.operation.Comparison;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.operation.Filter;
import io.frontless.operation.UpdateRecord;
import io.frontless.record.control.RecordQuery;
import io.frontless.record.control.RecordView;
import io.frontless.schema.control.EntityView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Says a sentence with the title of the one record that is called by what it is: “the conference table”, where an order is of that piece, “the bookcase” of a
 * “Bookcase with ladder”, “the brass knobs” of a “Brass knob”. Only one record may be called so, and only that one may be changed.
 */
record ContentNames(Turn turn) {

    /** Fields that tell what a record is about, where its title is a mere number. */
    private static final Set<String> CONTENT = Set.of(
            "piece",
            "item",
            "what",
            "content",
            "task",
            "problem",
            "subject",
            "topic",
            "description",
            "work",
            "model",
            "dish",
            "product");

    /** What may stand between the words that are said and the rest of the content. */
    private static final Set<String> JOINS = Set.of("with", "of", "for", "in", "at", "on", "to", "from");

    private static final Set<String> TELLING = Words.listed(
            "cost costs come comes need needs belong belongs weigh weighs last lasts myself ourselves will was were has have");

    private static final Set<String> ADDING =
            Set.of("add", "create", "new", "register", "insert", "enter", "delete", "remove");
    private static final int TOKENS_MAX = 5;
    private static final int CANDIDATES_MAX = 50;

    /** The sentence with the title, and the record. */
    record Said(String sentence, UUID record) {

        /** Whether a proposal changes this record alone. */
        boolean isChanged(Proposal proposal) {
            return proposal instanceof Proposal.Change change
                    && change.steps().stream()
                            .allMatch(step -> step.op().equals(UpdateRecord.NAME)
                                    && record.toString()
                                            .equals(String.valueOf(step.params().get("id"))));
        }
    }

    /** Empty where no record is called so, or several are. */
    Optional<Said> said() {
        Phrase words = turn.words();
        if (turn.question() || words.startsWithOneOf(ADDING)) {
            return Optional.empty();
        }
        Map<UUID, Said> found = new LinkedHashMap<>();
        for (int start = 0; start < words.size(); ) {
            boolean may = start == 0 || words.at(start - 1).is("the");
            int taken = may && words.at(start).isWord() && !words.at(start).is("the") ? read(start, found) : 0;
            start += Math.max(1, taken);
        }
        return NewValues.one(List.copyOf(found.values()))
                .filter(said -> !said.sentence().equalsIgnoreCase(words.sentence()));
    }

    /** How many words from here name a record. */
    private int read(int start, Map<UUID, Said> found) {
        Phrase words = turn.words();
        Map<RecordView, List<String>> begun = begun(words.at(start));
        for (int length = Math.min(TOKENS_MAX, words.size() - start); length > 0 && !begun.isEmpty(); length--) {
            int end = start + length;
            Phrase name = words.sub(start, end);
            List<RecordView> called = isWhole(words, end)
                    ? begun.entrySet().stream()
                            .filter(entry -> entry.getValue().stream().anyMatch(content -> isCalled(content, name)))
                            .map(Map.Entry::getKey)
                            .toList()
                    : List.of();
            if (!called.isEmpty()) {
                String sentence = words.sentence();
                int from = start > 0
                        ? words.at(start - 1).start()
                        : words.at(start).start();
                called.forEach(record -> found.put(
                        record.id(),
                        new Said(
                                sentence.substring(0, from)
                                        + record.title()
                                        + sentence.substring(words.at(end - 1).end()),
                                record.id())));
                return length;
            }
        }
        return 0;
    }

    /** The records whose content or title begins with the word, each with these texts. */
    private Map<RecordView, List<String>> begun(Token word) {
        Map<RecordView, List<String>> begun = new LinkedHashMap<>();
        for (EntityView entity : turn.schema().entities()) {
            List<FieldSpec> fields = fields(entity);
            List<Filter> filters = fields.stream()
                    .map(field -> Filter.compare(field.key(), Comparison.STARTS_WITH, Names.singular(word.text())))
                    .toList();
            List<RecordView> records = filters.isEmpty()
                    ? List.of()
                    : turn.request()
                            .records()
                            .find(RecordQuery.where(entity.key(), new Filter.Any(filters), CANDIDATES_MAX));
            for (RecordView record : records) {
                List<String> texts = new ArrayList<>();
                fields.forEach(field -> Optional.ofNullable(record.values().get(field.key()))
                        .ifPresent(value -> texts.add(String.valueOf(value))));
                begun.put(record, texts);
            }
        }
        return begun;
    }

    private static List<FieldSpec> fields(EntityView entity) {
        Optional<FieldSpec> title = entity.titleField();
        return entity.fields().stream()
                .filter(field -> field.type() == FieldType.TEXT)
                .filter(field -> title.equals(Optional.of(field))
                        || Names.stems(field.label()).stream().anyMatch(CONTENT::contains))
                .toList();
    }

    /** The whole of it but for its number, or its beginning up to “with” or the like; of two words and more any beginning. */
    private static boolean isCalled(String content, Phrase name) {
        List<String> whole = Names.stems(content);
        List<String> said = Names.stems(name.text());
        boolean begins = !said.isEmpty()
                && said.size() <= whole.size()
                && whole.subList(0, said.size()).equals(said);
        return begins && (said.size() == whole.size() || said.size() > 1 || JOINS.contains(whole.get(said.size())));
    }

    /** What follows tells something of it and is no further word of its name: “the conference table legs” are something else. */
    private static boolean isWhole(Phrase words, int end) {
        if (end == words.size()) {
            return true;
        }
        Token next = words.at(end);
        return next.isMark()
                || next.is("'s")
                || Light.isJoining(next)
                || Light.isChanging(next)
                || Light.isBeside(next)
                || next.isOneOf(ToldWords.BEING)
                || next.isOneOf(TELLING)
                || Words.isDeed(next.text());
    }
}
