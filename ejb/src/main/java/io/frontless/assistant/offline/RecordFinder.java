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
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the records that words mention, by their title before any other name. */
record RecordFinder(PlanningRequest request, SchemaLinker schema, Effort effort) {

    private static final Set<String> IT = Set.of("it", "him", "her", "them");
    private static final Set<String> ME = Set.of("me", "myself");
    private static final int CANDIDATES_MAX = 50;
    private static final int SUGGESTIONS_MAX = 4;
    private static final int PART_CHARS_MIN = 3;
    private static final Pattern DIGITS = Pattern.compile("0*(\\d{1,14})");
    private static final Pattern NO_DIGITS = Pattern.compile("\\D+");

    /** Digits of a number that every numeric title can have; a longer one finds nothing. */
    private static final int DIGITS_MAX = 14;

    /** What it depends on whom a phrase calls, among the same records. */
    private record Name(String entity, Phrase phrase) {}

    /** The records of the entity that are called so; where a title is exactly this, only those. */
    List<RecordView> called(EntityView entity, Phrase phrase) {
        return effort.called().answer(request.records(), new Name(entity.key(), phrase), () -> find(entity, phrase));
    }

    private List<RecordView> find(EntityView entity, Phrase phrase) {
        if (phrase.isEmpty() || phrase.text().isBlank()) {
            return List.of();
        }
        boolean numbered = numberTitle(entity, phrase).isPresent();
        List<RecordView> found = request.records().find(mentioning(entity, phrase)).stream()
                .filter(record -> numbered
                        || isCalled(record.title(), phrase)
                        || Roles.naming(entity).stream()
                                .anyMatch(field -> isCalled(record.values().get(field.key()), phrase)))
                .toList();
        if (found.isEmpty()
                && phrase.size() == 2
                && DIGITS.matcher(phrase.at(1).text()).matches()) {
            return resembling(entity, phrase).stream()
                    .filter(record -> Names.stems(record.title()).equals(Names.stems(phrase.text())))
                    .toList();
        }
        List<RecordView> titled = found.stream()
                .filter(record -> isCalled(record.title(), phrase))
                .toList();
        return titled.isEmpty() ? found : titled;
    }

    /** The records whose title has these words or this number in it: “Acme” for Acme Corp, 89 for INV-0089. */
    List<RecordView> resembling(EntityView entity, Phrase phrase) {
        String text = phrase.text();
        Optional<FieldSpec> title = entity.titleField().filter(field -> field.type() == FieldType.TEXT);
        var number = DIGITS.matcher(text);
        boolean digits = number.matches();
        if (title.isEmpty() || phrase.isQuoted() || (text.length() < PART_CHARS_MIN && !digits)) {
            return List.of();
        }
        if (digits) {
            return ofNumber(request, entity, number.group(1));
        }
        String longest = phrase.tokens().stream()
                .map(Token::text)
                .max(Comparator.comparingInt(String::length))
                .orElse(text);
        Filter part = Filter.compare(title.get().key(), Comparison.CONTAINS, longest);
        return request.records().find(RecordQuery.where(entity.key(), part, CANDIDATES_MAX)).stream()
                .filter(record -> hasWords(record.title(), text))
                .toList();
    }

    /** The query behind {@link #called}: a title that is a number is compared as one. */
    static RecordQuery mentioning(EntityView entity, Phrase phrase) {
        return numberTitle(entity, phrase)
                .map(equal -> RecordQuery.where(entity.key(), equal, CANDIDATES_MAX))
                .orElseGet(() -> RecordQuery.mentioning(entity.key(), phrase.text(), CANDIDATES_MAX));
    }

    private static Optional<Filter> numberTitle(EntityView entity, Phrase phrase) {
        return entity.titleField()
                .filter(field -> field.type() == FieldType.INTEGER || field.type() == FieldType.DECIMAL)
                .flatMap(field -> Amounts.whole(phrase)
                        .filter(value -> value.precision() <= DIGITS_MAX && value.scale() <= 0)
                        .map(value -> Filter.equal(field.key(), value)));
    }

    /** The one record that a reference to be set means. */
    RecordView target(FieldSpec reference, Phrase phrase) {
        EntityView entity = pointed(reference)
                .orElseThrow(() -> Unclear.say("%s points to a table that is gone.".formatted(reference.label())));
        List<RecordView> found = named(entity, phrase);
        if (found.size() > 1) {
            throw severalOf(entity, found, phrase);
        }
        return found.stream().findFirst().orElseThrow(() -> none(entity, phrase, true));
    }

    /** The entity that a reference points to. */
    Optional<EntityView> pointed(FieldSpec reference) {
        return Optional.ofNullable(reference.target()).flatMap(request.schema()::entity);
    }

    /** The records that are called so, with the entity's name before it or without, else those whose title has the words; “me” is called as its author is. */
    List<RecordView> named(EntityView entity, Phrase phrase) {
        if (phrase.size() == 1 && phrase.startsWithOneOf(ME)) {
            return called(entity, Phrase.quoted(request.author().name()));
        }
        if (phrase.size() == 1 && phrase.startsWithOneOf(IT)) {
            return mentioned(entity);
        }
        List<RecordView> found = called(entity, phrase);
        Phrase name = withoutEntity(entity, phrase);
        if (found.isEmpty() && name.size() < phrase.size()) {
            found = called(entity, name);
        }
        return found.isEmpty() ? resembling(entity, name) : found;
    }

    /** The record of this kind that was mentioned before. */
    private List<RecordView> mentioned(EntityView entity) {
        return request.lastMentioned().size() != 1
                        || !request.lastMentioned().get(0).entity().equals(entity.key())
                ? List.of()
                : request.records()
                        .find(RecordQuery.mentioning(
                                entity.key(),
                                request.lastMentioned().get(0).id().toString(),
                                1));
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
        List<String> options = beginningAlike(entity, name).stream()
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

    private List<RecordView> beginningAlike(EntityView entity, Phrase name) {
        Optional<FieldSpec> title = entity.titleField().filter(field -> field.type() == FieldType.TEXT);
        if (title.isEmpty() || name.text().length() < PART_CHARS_MIN) {
            return List.of();
        }
        String beginning = name.text().substring(0, PART_CHARS_MIN);
        Filter alike = Filter.compare(title.get().key(), Comparison.STARTS_WITH, beginning);
        List<String> words = Names.stems(name.text());
        return request.records().find(RecordQuery.where(entity.key(), alike, CANDIDATES_MAX)).stream()
                .filter(record -> record.title()
                                .toLowerCase(Locale.ROOT)
                                .startsWith(name.text().toLowerCase(Locale.ROOT))
                        || Names.alike(Names.stems(record.title()), words))
                .limit(SUGGESTIONS_MAX)
                .toList();
    }

    private static boolean isCalled(@Nullable Object value, Phrase phrase) {
        return value instanceof String text && text.equalsIgnoreCase(phrase.text());
    }

    private static boolean hasWords(String title, String text) {
        return Collections.indexOfSubList(Names.stems(title), Names.stems(text)) >= 0;
    }

    /** The records whose title has this number in it, and no other: 89 for INV-0089. */
    static List<RecordView> ofNumber(PlanningRequest request, EntityView entity, String number) {
        return entity.titleField().filter(title -> title.type() == FieldType.TEXT).stream()
                .map(title -> Filter.compare(title.key(), Comparison.CONTAINS, number))
                .flatMap(part -> request.records().find(RecordQuery.where(entity.key(), part, CANDIDATES_MAX)).stream())
                .filter(record -> sameNumber(record.title(), number))
                .toList();
    }

    private static boolean sameNumber(String title, String number) {
        String digits = NO_DIGITS.matcher(title).replaceAll("");
        return !digits.isEmpty()
                && digits.length() <= DIGITS_MAX
                && new BigDecimal(digits).compareTo(new BigDecimal(number)) == 0;
    }
}
