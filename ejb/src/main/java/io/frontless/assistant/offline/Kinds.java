package io.frontless.assistant.offline;

import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.operation.Filter;
import io.frontless.record.control.RecordQuery;
import io.frontless.schema.control.EntityView;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds records by a noun that names no table: by an option, as “robots”, or by what a text of theirs says, as “the nurses”, where candidates have a profession. */
record Kinds(Turn turn) {

    private static final int TOKENS_MAX = 3;

    /** What a field is called that tells what something is, and not how. */
    private static final Set<String> WHAT =
            Set.of("kind", "type", "category", "sort", "material", "species", "breed", "genre");

    /** The table whose records the first words tell of in the plural, where it is only one. */
    Optional<SchemaLinker.Named<SchemaLinker.Kind>> leading(Phrase phrase) {
        return leading(phrase, false);
    }

    /** The same, of one of them where that is sure to be meant: “the heaviest dog”, “each dog”. */
    Optional<SchemaLinker.Named<SchemaLinker.Kind>> leading(Phrase phrase, boolean one) {
        return turn.schema().leadingKind(phrase, one).or(() -> known(phrase));
    }

    /** “All wood”, where that is a kind of material: what has no plural is an option of a field for what it is. */
    Optional<SchemaLinker.Named<SchemaLinker.Kind>> stuff(Phrase phrase) {
        return turn.schema()
                .leadingKind(phrase, true)
                .filter(found -> found.thing().condition().comparisons().allMatch(compare -> found.thing()
                        .entity()
                        .field(compare.path())
                        .filter(field ->
                                turn.schema().stems(field.label()).stream().anyMatch(WHAT::contains))
                        .isPresent()));
    }

    private Optional<SchemaLinker.Named<SchemaLinker.Kind>> known(Phrase phrase) {
        for (int length = Math.min(TOKENS_MAX, phrase.size()); length > 0; length--) {
            Token last = phrase.at(length - 1);
            String word = last.text().toLowerCase(Locale.ROOT);
            String one = Names.singular(word);
            boolean noun =
                    phrase.to(length).tokens().stream().allMatch(Token::isWord) && !Light.isJoining(phrase.at(0));
            if (!noun || word.equals(one) || !turn.schema().lenient()) {
                continue;
            }
            List<SchemaLinker.Kind> flags = length > 1 ? List.of() : flags(one);
            if (flags.size() == 1) {
                return Optional.of(new SchemaLinker.Named<>(flags.get(0), length));
            }
            String text = (length > 1 ? phrase.to(length - 1).text() + " " : "") + one;
            Optional<SchemaLinker.Kind> ending = length > 1 ? Optional.empty() : ending(one);
            if (ending.isPresent()) {
                return Optional.of(new SchemaLinker.Named<>(ending.get(), length));
            }
            List<SchemaLinker.Kind> kinds = turn.schema().entities().stream()
                    .flatMap(entity -> kinds(entity, text).stream())
                    .toList();
            if (kinds.size() == 1) {
                return Optional.of(new SchemaLinker.Named<>(kinds.get(0), length));
            }
            List<SchemaLinker.Kind> synonyms = length > 1 ? List.of() : synonyms(one);
            if (synonyms.size() == 1) {
                return Optional.of(new SchemaLinker.Named<>(synonyms.get(0), length));
            }
        }
        return Optional.empty();
    }

    /** “Kids”, of children: another noun for a table, which is no part of a field's name. */
    private List<SchemaLinker.Kind> synonyms(String noun) {
        Set<String> others = Words.synonyms(noun);
        boolean field = others.isEmpty()
                || turn.schema().entities().stream()
                        .flatMap(entity -> entity.fields().stream())
                        .anyMatch(one -> turn.schema().stems(one.label()).contains(noun));
        return field
                ? List.of()
                : turn.schema().entities().stream()
                        .filter(entity -> isSynonym(entity, noun))
                        .map(entity -> new SchemaLinker.Kind(entity, Filter.everything()))
                        .toList();
    }

    private boolean isSynonym(EntityView entity, String noun) {
        List<String> label = turn.schema().stems(entity.label());
        return label.size() == 1 && Words.synonyms(noun).contains(label.get(0));
    }

    /** “Clients”, where companies are clients or not, and “freelancers”, where people are freelance or not. */
    private List<SchemaLinker.Kind> flags(String noun) {
        return turn.schema().entities().stream()
                .flatMap(entity -> entity.fields().stream()
                        .filter(field -> field.type() == FieldType.BOOLEAN
                                && isCalled(turn.schema().stems(field.label()), noun))
                        .map(field -> new SchemaLinker.Kind(entity, Filter.equal(field.key(), true))))
                .toList();
    }

    private static boolean isCalled(List<String> label, String noun) {
        String word = label.size() == 1 ? label.get(0) : "";
        return word.equals(noun) || (word.endsWith("e") && noun.equals(word + "r"));
    }

    /** “Rooms”, where some options end so, as “meeting room” does: all of those of one field. */
    private Optional<SchemaLinker.Kind> ending(String noun) {
        List<SchemaLinker.Kind> kinds = new ArrayList<>();
        for (EntityView entity : turn.schema().entities()) {
            for (FieldSpec field : entity.fields()) {
                List<Filter> options = field.options().stream()
                        .filter(option -> endsWith(turn.schema().stems(option), noun))
                        .map(option -> Filter.equal(field.key(), option))
                        .toList();
                if (!options.isEmpty()) {
                    // “Players” are all musicians, and not only guest players.
                    boolean all = options.size() == 1 && isSynonym(entity, noun);
                    kinds.add(new SchemaLinker.Kind(
                            entity,
                            all
                                    ? Filter.everything()
                                    : options.size() == 1 ? options.get(0) : new Filter.Any(options)));
                }
            }
        }
        return kinds.size() == 1 ? kinds.stream().findFirst() : Optional.empty();
    }

    private static boolean endsWith(List<String> words, String noun) {
        return words.size() > 1 && words.get(words.size() - 1).equals(noun);
    }

    private List<SchemaLinker.Kind> kinds(EntityView entity, String text) {
        List<FieldSpec> fields = entity.fields().stream()
                .skip(1)
                .filter(field -> field.type() == FieldType.TEXT)
                .filter(field -> !Roles.naming(entity).contains(field)
                        && !Roles.isSurelyPerson(field)
                        && !Roles.place(entity).contains(field))
                .toList();
        return fields.stream()
                .map(field -> Filter.equal(field.key(), text))
                .filter(filter -> !turn.request()
                        .records()
                        .find(RecordQuery.where(entity.key(), filter, 1))
                        .isEmpty())
                .map(filter -> new SchemaLinker.Kind(entity, filter))
                .toList();
    }
}
