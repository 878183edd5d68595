package io.frontless.assistant.offline;

import io.frontless.assistant.control.PlanningRequest;
import io.frontless.operation.Comparison;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.operation.Filter;
import io.frontless.record.control.RecordQuery;
import io.frontless.record.control.RecordView;
import io.frontless.schema.control.EntityView;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the records that words mention, by their title before any other text. */
record RecordFinder(PlanningRequest request, SchemaLinker schema) {

    private static final int CANDIDATES_MAX = 6;
    private static final int SUGGESTIONS_MAX = 4;

    /** Digits of a number that every numeric title can have; a longer one finds nothing. */
    private static final int DIGITS_MAX = 14;

    /** The records of the entity that are called so; where a title is exactly this, only those. */
    List<RecordView> called(EntityView entity, Phrase phrase) {
        if (phrase.isEmpty() || phrase.text().isBlank()) {
            return List.of();
        }
        List<RecordView> found = request.records().find(mentioning(entity, phrase)).stream()
                .filter(record -> !isOnlyAnOption(entity, record, phrase.text()))
                .toList();
        List<RecordView> titled = found.stream()
                .filter(record -> record.title().equalsIgnoreCase(phrase.text()))
                .toList();
        return titled.isEmpty() ? found : titled;
    }

    /** The query behind {@link #called}: a title that is a number is compared as one. */
    static RecordQuery mentioning(EntityView entity, Phrase phrase) {
        Optional<FieldSpec> title = entity.titleField();
        Optional<BigDecimal> number = title.filter(field -> isNumber(field.type()))
                .flatMap(field -> Amounts.whole(phrase))
                .filter(value -> value.precision() <= DIGITS_MAX && value.scale() <= 0);
        if (title.isPresent() && number.isPresent()) {
            Filter equal = Filter.equal(title.get().key(), number.get());
            return RecordQuery.where(entity.key(), equal, CANDIDATES_MAX);
        }
        return RecordQuery.mentioning(entity.key(), phrase.text(), CANDIDATES_MAX);
    }

    /** The one record that a reference to be set means. */
    RecordView target(FieldSpec reference, Phrase phrase) {
        EntityView entity = schema.entities().stream()
                .filter(candidate -> candidate.key().equals(reference.target()))
                .findFirst()
                .orElseThrow(() -> Unclear.say("%s points to a table that is gone.".formatted(reference.label())));
        List<RecordView> found = called(entity, phrase);
        if (found.isEmpty()) {
            found = called(entity, withoutEntity(entity, phrase));
        }
        if (found.size() > 1) {
            throw severalOf(entity, found, phrase);
        }
        return found.stream().findFirst().orElseThrow(() -> none(entity, phrase, true));
    }

    /** The phrase without the entity's name before it. */
    Phrase withoutEntity(EntityView entity, Phrase phrase) {
        return schema.leadingEntity(phrase.bare())
                .filter(named -> named.thing().equals(entity)
                        && named.length() < phrase.bare().size())
                .map(named -> phrase.bare().from(named.length()))
                .orElse(phrase.bare());
    }

    /** The answer where an entity has no such record, with those that are called alike. */
    Unclear none(EntityView entity, Phrase phrase) {
        return none(entity, phrase, false);
    }

    private Unclear none(EntityView entity, Phrase phrase, boolean addable) {
        Phrase name = withoutEntity(entity, phrase);
        String label = entity.label().toLowerCase(Locale.ROOT);
        String message = "There is no %s “%s”.".formatted(label, name.text());
        List<String> options = resembling(entity, name).stream()
                .map(record -> name.sentenceWith(quote(record.title())))
                .toList();
        if (!options.isEmpty()) {
            return Unclear.ask(message + " Did you mean one of these?", options);
        }
        return addable ? Unclear.say(message, "add %s %s".formatted(label, quote(name.text()))) : Unclear.say(message);
    }

    /** The question where several records of an entity are called so. */
    Unclear severalOf(EntityView entity, List<RecordView> found, Phrase phrase) {
        Phrase name = withoutEntity(entity, phrase);
        List<String> titles = found.stream()
                .limit(SUGGESTIONS_MAX)
                .map(RecordView::title)
                .distinct()
                .toList();
        String message = "“%s” could be several %s: %s."
                .formatted(name.text(), Names.plural(entity.label()), SchemaLinker.join(titles));
        if (titles.size() < Math.min(found.size(), SUGGESTIONS_MAX)) {
            return Unclear.say(message + " Name the one by a value that only it has.");
        }
        return Unclear.ask(
                message + " Which one?",
                titles.stream().map(title -> name.sentenceWith(quote(title))).toList());
    }

    static String quote(String text) {
        return text.indexOf('"') < 0 ? "\"" + text + "\"" : "“" + text + "”";
    }

    private List<RecordView> resembling(EntityView entity, Phrase name) {
        Optional<FieldSpec> title = entity.titleField().filter(field -> field.type() == FieldType.TEXT);
        if (title.isEmpty() || name.text().length() < 3) {
            return List.of();
        }
        Filter alike = new Filter.Compare(title.get().key(), Comparison.CONTAINS, name.text());
        return request.records().find(RecordQuery.where(entity.key(), alike, SUGGESTIONS_MAX));
    }

    /** A record is not called “paid” for being paid. */
    private static boolean isOnlyAnOption(EntityView entity, RecordView record, String text) {
        List<FieldSpec> equal = entity.fields().stream()
                .filter(field ->
                        text.equalsIgnoreCase(String.valueOf(record.values().get(field.key()))))
                .toList();
        return !equal.isEmpty() && equal.stream().allMatch(field -> field.type() == FieldType.CHOICE);
    }

    private static boolean isNumber(FieldType type) {
        return type == FieldType.INTEGER || type == FieldType.DECIMAL;
    }
}
