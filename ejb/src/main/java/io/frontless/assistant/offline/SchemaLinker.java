package io.frontless.assistant.offline;

import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.operation.Filter;
import io.frontless.schema.control.EntityView;
import io.frontless.schema.control.SchemaView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Links words to entities, fields and options; where words could mean several, it asks. A lenient one also takes synonyms, small misspellings and
 * parts of names; it is asked only about sentences that make no sense to a strict one.
 */
final class SchemaLinker {

    private static final int NAME_TOKENS_MAX = 6;

    /** Which name it is. */
    private static final Set<String> OF_NAMES = Set.of("full", "first", "last", "given", "key");

    private static final Set<String> WHOSE = Set.of("my", "his", "her", "their", "its");

    /** Records of a table that have an option. */
    record Kind(EntityView entity, Filter condition) {}

    /** Something that the first tokens of a phrase name. */
    record Named<T>(T thing, int length) {}

    private final SchemaView schema;
    private final Care care;
    private final Effort effort;

    /** Stems of labels and keys, which one sentence asks for thousands of times. */
    private final Map<String, List<String>> stems;

    private final Map<String, FieldNames> fieldNames;

    /** What words were found to name, which one sentence asks for thousands of times, too. */
    private final Map<String, List<EntityView>> entities = new HashMap<>();

    private final Map<Object, Boolean> answers = new HashMap<>();
    private final Map<Said, List<FieldSpec>> fields = new HashMap<>();
    private final Map<Said, List<State>> states = new HashMap<>();

    /** Words said of an entity. */
    private record Said(String entity, String words) {}

    SchemaLinker(SchemaView schema, Care care, Effort effort) {
        this.schema = schema;
        this.care = care;
        this.effort = effort;
        this.stems = effort.stems();
        this.fieldNames = effort.fieldNames();
    }

    /** The answer to something that one sentence asks again and again. */
    boolean known(Object asked, BooleanSupplier answer) {
        Boolean known = answers.get(asked);
        if (known == null) {
            known = answer.getAsBoolean();
            answers.put(asked, known);
        }
        return known;
    }

    List<EntityView> entities() {
        return schema.entities();
    }

    boolean lenient() {
        return care != Care.STRICT;
    }

    /** Whether words that carry nothing of a question may be passed over. */
    boolean loose() {
        return care == Care.LOOSE;
    }

    /** Whether a word of the language, such as “event”, is also what an entity is called. */
    boolean hasEntity(String name) {
        return schema.entities().stream().anyMatch(entity -> Names.same(entity.label(), name));
    }

    /** The entity that the whole phrase names. */
    Optional<EntityView> entity(Phrase phrase) {
        effort.spend();
        String name = phrase.bare().text();
        List<EntityView> known = entities.get(name);
        if (known == null) {
            known = entitiesNamed(name);
            entities.put(name, known);
        }
        return only(known, EntityView::label, phrase);
    }

    private List<EntityView> entitiesNamed(String name) {
        List<EntityView> exact = schema.entities().stream()
                .filter(entity ->
                        entity.label().equalsIgnoreCase(name) || entity.key().equalsIgnoreCase(name))
                .toList();
        if (!exact.isEmpty()) {
            return exact;
        }
        List<String> said = stems(name);
        List<EntityView> same = entities(Names::areSameWords, said);
        if (!same.isEmpty() || !lenient()) {
            return same;
        }
        List<BiPredicate<List<String>, List<String>>> ways =
                List.of(Names::alike, this::isSynonym, SchemaLinker::isPartOf);
        List<EntityView> titled = schema.entities().stream()
                .filter(entity -> said.equals(titleNoun(entity)))
                .toList();
        if (titled.size() == 1) {
            return titled;
        }
        for (BiPredicate<List<String>, List<String>> way : ways) {
            List<EntityView> found = entities(way, said);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return loose() && !isPartOfField(said) ? entities(SchemaLinker::areSynonyms, said) : List.of();
    }

    /** “Plants”, where varieties have a plant name. */
    private List<String> titleNoun(EntityView entity) {
        return entity.titleField()
                .map(title -> stems(title.label()).stream()
                        .filter(word -> !Roles.NAMES.contains(word) && !OF_NAMES.contains(word))
                        .toList())
                .filter(words -> !words.isEmpty())
                .orElse(List.of());
    }

    /** “Menu” is no other word for a dish, where dishes are on the menu. */
    private boolean isPartOfField(List<String> said) {
        return schema.entities().stream()
                .flatMap(entity -> entity.fields().stream())
                .anyMatch(field -> stems(field.label()).containsAll(said));
    }

    /** “Cars” are not all vehicles where some are motorcycles. */
    private boolean isSynonym(List<String> label, List<String> said) {
        return Synonyms.same(label, said)
                && schema.entities().stream()
                        .flatMap(entity -> entity.fields().stream())
                        .flatMap(field -> field.options().stream())
                        .noneMatch(option -> stems(option).equals(said));
    }

    private static boolean areSynonyms(List<String> label, List<String> said) {
        return label.size() == 1
                && said.size() == 1
                && Words.synonyms(label.get(0)).contains(said.get(0));
    }

    private List<EntityView> entities(BiPredicate<List<String>, List<String>> way, List<String> said) {
        return said.isEmpty()
                ? List.of()
                : schema.entities().stream()
                        .filter(entity -> way.test(stems(entity.label()), said) || way.test(stems(entity.key()), said))
                        .toList();
    }

    /** “Defects” for defect reports, “POs” for purchase orders. */
    private static boolean isPartOf(List<String> label, List<String> said) {
        if (said.size() != 1 || label.size() < 2) {
            return false;
        }
        String initials = label.stream().map(word -> word.substring(0, 1)).collect(Collectors.joining());
        String word = said.get(0);
        return word.equals(initials)
                || (word.length() > 3
                        && (label.get(0).equals(word) || last(label).equals(word)));
    }

    /** The same, where there must be one. */
    EntityView entityNamed(Phrase phrase) {
        return entity(phrase)
                .orElseThrow(() -> Unclear.say(
                        schema.entities().isEmpty()
                                ? "There are no tables yet, so none called “%s”."
                                        .formatted(phrase.bare().text())
                                : "There is no table “%s”; the tables are %s."
                                        .formatted(
                                                phrase.bare().text(),
                                                join(schema.entities().stream()
                                                        .map(EntityView::label)
                                                        .toList()))));
    }

    /** The entity that the first tokens name, the longest name first. */
    Optional<Named<EntityView>> leadingEntity(Phrase phrase) {
        return leading(phrase, this::entity);
    }

    /** The field that the whole phrase names, by its name, by its name without “number” and the like, or by one of its words. */
    Optional<FieldSpec> field(EntityView entity, Phrase phrase) {
        Optional<FieldSpec> named = fieldNamed(entity, phrase);
        if (named.isPresent()) {
            return named;
        }
        Set<String> words = Set.copyOf(stems(phrase.bare().text()));
        if (words.isEmpty()) {
            return Optional.empty();
        }
        List<FieldSpec> containing = entity.fields().stream()
                .filter(field -> stems(field.label()).containsAll(words))
                .toList();
        return only(containing, FieldSpec::label, phrase);
    }

    /** The same, where there must be one. */
    FieldSpec requireField(EntityView entity, Phrase phrase) {
        return field(entity, phrase)
                .orElseThrow(() -> Unclear.say("%s has no field “%s”; its fields are %s."
                        .formatted(
                                entity.label(),
                                phrase.bare().text(),
                                join(entity.fields().stream()
                                        .map(FieldSpec::label)
                                        .toList()))));
    }

    /** The field that the first tokens name, the longest name first. */
    Optional<Named<FieldSpec>> leadingField(EntityView entity, Phrase phrase) {
        return leading(phrase, name -> fieldNamed(entity, name));
    }

    /** Whether the whole phrase names a field of the entity, or several. */
    boolean hasField(EntityView entity, Phrase phrase) {
        return !fieldsNamed(entity, phrase).isEmpty();
    }

    /** The option of a choice that the phrase names. */
    Optional<String> option(FieldSpec field, Phrase phrase) {
        effort.spend();
        String name = phrase.text();
        Optional<String> exact =
                field.options().stream().filter(name::equalsIgnoreCase).findFirst();
        if (exact.isPresent()) {
            return exact;
        }
        List<String> said = stems(name);
        Optional<String> same = field.options().stream()
                .filter(option -> !said.isEmpty() && stems(option).equals(said))
                .findFirst();
        if (same.isPresent() || !lenient()) {
            return same;
        }
        List<String> alike = field.options().stream()
                .filter(option -> Names.alike(stems(option), said) && !isOtherWord(stems(option), said))
                .toList();
        return alike.size() == 1 ? alike.stream().findFirst() : Optional.empty();
    }

    /** “Moved” is no slip for “moped”. */
    private static boolean isOtherWord(List<String> option, List<String> said) {
        return said.size() == 1
                && Words.isKnown(said.get(0))
                && !Names.root(option.get(0)).equals(Names.root(said.get(0)));
    }

    /** “Robots”, where machines have that kind: the table whose records a plural option tells of, where it is only one; {@code one} where a singular does, too. */
    Optional<Named<Kind>> leadingKind(Phrase phrase, boolean one) {
        for (int length = Math.min(2, phrase.size()); length > 0; length--) {
            Phrase name = phrase.to(length);
            String word = name.at(length - 1).text().toLowerCase(Locale.ROOT);
            boolean plural =
                    name.tokens().stream().allMatch(Token::isWord) && (one || !word.equals(Names.singular(word)));
            List<Kind> kinds = new ArrayList<>();
            for (EntityView entity : plural ? schema.entities() : List.<EntityView>of()) {
                entity.fields().stream()
                        .filter(field -> field.type() == FieldType.CHOICE)
                        .forEach(field -> option(field, name)
                                .ifPresent(option -> kinds.add(new Kind(entity, Filter.equal(field.key(), option)))));
            }
            if (kinds.size() == 1) {
                return Optional.of(new Named<>(kinds.get(0), length));
            }
        }
        return Optional.empty();
    }

    /** What the whole phrase says of a choice or a yes-or-no field, by every field of which it says something. */
    List<State> states(EntityView entity, Phrase phrase) {
        effort.spend();
        Said said = new Said(entity.key(), phrase.text());
        List<State> known = states.get(said);
        if (known == null) {
            known = entity.fields().stream()
                    .flatMap(field -> State.of(this, field, phrase).stream())
                    .toList();
            states.put(said, known);
        }
        return known;
    }

    /** Whether a word names the field, “is” and “has” set aside; by its root where the linker is lenient. */
    boolean isCalled(FieldSpec field, String word) {
        List<String> name = FieldNames.withoutBeing(stems(field.label()));
        List<String> said = FieldNames.withoutArticles(stems(word));
        return !said.isEmpty()
                && (name.equals(said)
                        || new FlagDeeds(this).says(field, said)
                        || (lenient()
                                && (Names.alike(name, said)
                                        || FlagDeeds.withoutParticle(name).equals(said))));
    }

    private Optional<FieldSpec> fieldNamed(EntityView entity, Phrase phrase) {
        return only(happening(fieldsNamed(entity, phrase), phrase), FieldSpec::label, phrase);
    }

    private List<FieldSpec> fieldsNamed(EntityView entity, Phrase phrase) {
        effort.spend();
        return fields.computeIfAbsent(new Said(entity.key(), phrase.bare().text()), said -> {
            List<String> words = stems(said.words());
            FieldNames names = fieldNames.computeIfAbsent(entity.key(), key -> new FieldNames(entity));
            List<FieldSpec> called = words.isEmpty() ? List.of() : names.called(words);
            List<FieldSpec> told = called.isEmpty() ? new FlagDeeds(this).told(entity, words) : called;
            return told.isEmpty() && lenient() && !words.isEmpty() ? names.alike(words) : told;
        });
    }

    /** A name is made of words, perhaps with a possessive inside. */
    private static <T> Optional<Named<T>> leading(Phrase phrase, Function<Phrase, Optional<T>> linked) {
        int longest = phrase.startsWithOneOf(WHOSE) ? 0 : words(phrase);
        for (int length = longest; length > 0; length--) {
            Optional<T> found = linked.apply(phrase.to(length));
            if (found.isPresent()) {
                return Optional.of(new Named<>(found.get(), length));
            }
        }
        return Optional.empty();
    }

    /** How many words the phrase begins with, as far as a name goes. */
    private static int words(Phrase phrase) {
        int words = 0;
        while (words < Math.min(phrase.size(), NAME_TOKENS_MAX)
                && phrase.at(words).isWord()) {
            words++;
        }
        return words;
    }

    /** Whether a word of the field's name is for who or what does the verb, or is of its family: “Owner” for “owns”. */
    boolean isDoneBy(FieldSpec field, String verb) {
        return stems(field.label()).stream().anyMatch(word -> Names.isDoneBy(word, verb));
    }

    /** The stems of a name, kept for the sentence. */
    List<String> stems(String name) {
        return stems.computeIfAbsent(name, Names::stems);
    }

    private static String last(List<String> words) {
        return words.get(words.size() - 1);
    }

    /** “Paid” alone is when it was, where others tell by whom or how. */
    private static List<FieldSpec> happening(List<FieldSpec> fields, Phrase phrase) {
        List<FieldSpec> days = fields.size() > 1 && phrase.size() == 1 && Words.isPast(phrase.text())
                ? fields.stream().filter(Roles::isDate).toList()
                : List.of();
        return days.size() == 1 ? days : fields;
    }

    private static <T> Optional<T> only(List<T> found, Function<T, String> label, Phrase phrase) {
        if (found.size() > 1) {
            throw Unclear.ask(
                    "“%s” could be %s. Which one?"
                            .formatted(phrase.text(), found.stream().map(label).collect(Collectors.joining(" or "))),
                    found.stream()
                            .map(thing -> phrase.sentenceWith(label.apply(thing)))
                            .toList());
        }
        return found.stream().findFirst();
    }

    /** Names for an answer, at most ten of them. */
    static String join(List<String> names) {
        String first = names.stream().limit(10).collect(Collectors.joining(", "));
        return names.size() > 10 ? first + " and " + (names.size() - 10) + " more" : first;
    }
}
