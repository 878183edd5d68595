package io.frontless.assistant.offline;

import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.operation.Values;
import io.frontless.schema.control.EntityView;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Who is called by one name in a sentence, and by more in the records, is meant to be the same: “host Kirsten” is Kirsten Holm. Whether a field holds people
 * shows in what it is called and in what it holds. A name that is quoted is taken as it is.
 */
record FullNames(Turn turn, EntityView entity) {

    private static final Pattern ONE_NAME = Pattern.compile("\\p{Lu}\\p{Ll}+");
    private static final Pattern FULL_NAME = Pattern.compile("\\p{Lu}\\p{L}+( \\p{Lu}[\\p{L}.'’-]*){1,3}");
    private static final Set<String> ME = Set.of("me", "myself");
    private static final Set<String> NOBODY = Set.of(
            "nobody",
            "no one",
            "no-one",
            "noone",
            "none",
            "anyone",
            "anybody",
            "someone",
            "somebody",
            "everyone",
            "everybody",
            "whoever");
    private static final Set<String> NO_NAME = Set.of("to", "as", "into", "=", "and", "with", ",", "or", "of", "'s");

    /** The values with whole names; a question where several are called so, or where what people hold is no name. */
    Values in(Values values) {
        Values whole = values;
        for (FieldSpec field : entity.fields()) {
            boolean title = entity.titleField().equals(Optional.of(field));
            if (field.type() == FieldType.TEXT && !title && values.get(field.key()) instanceof String said) {
                whole = whole.with(field.key(), isSettled(said) ? said : whole(field, said));
            }
        }
        return whole;
    }

    private boolean isSettled(String said) {
        return said.equals(turn.request().author().name())
                || turn.words().tokens().stream()
                        .anyMatch(token -> token.quoted() && token.text().equals(said));
    }

    private String whole(FieldSpec field, String said) {
        String lower = said.toLowerCase(Locale.ROOT);
        if (ME.contains(lower)) {
            return turn.request().author().name();
        }
        if (NOBODY.contains(lower)) {
            throw Unclear.say("Is %s to be cleared? Say “clear the %s of …”, or put “%s” in quotes."
                    .formatted(field.label(), field.label().toLowerCase(Locale.ROOT), said));
        }
        boolean people = Roles.person(entity).contains(field);
        Phrase words = Sentence.read(said).words();
        if (words.isEmpty()
                || words.at(0).quoted()
                || !(people || ONE_NAME.matcher(said).matches())) {
            return said;
        }
        Optional<String> known = new Holders(turn, entity, List.of(field))
                .read(words, Holders.Relation.BY)
                .map(held -> String.valueOf(held.value()));
        if (!people) {
            return known.filter(name -> FULL_NAME.matcher(name).matches()).orElse(said);
        }
        return known.or(() -> elsewhere(words)).orElseGet(() -> {
            requireName(words);
            return said;
        });
    }

    private Optional<String> elsewhere(Phrase words) {
        List<String> names = new KnownPeople(turn)
                .called(words).stream()
                        .filter(found -> found.tokens() == words.size())
                        .map(KnownPeople.Known::name)
                        .toList();
        if (names.size() > 1) {
            throw Unclear.say("“%s” could be %s. Which one?".formatted(words.text(), SchemaLinker.join(names)));
        }
        return names.stream().findFirst();
    }

    /** Somebody who is not known yet is written like a name: “whoever has time” and “Lena's boss” are none. */
    private static void requireName(Phrase phrase) {
        boolean name = phrase.tokens().stream().allMatch(token -> token.isWord() || token.quoted())
                && phrase.at(0).text().matches("(?s)\\p{Lu}.*")
                && phrase.at(phrase.size() - 1).text().matches("(?s)[\\p{Lu}\\d].*")
                && phrase.tokens().stream().noneMatch(token -> token.isOneOf(NO_NAME));
        if (!name) {
            throw Unclear.say("“%s” does not look like one name. Put it in quotes if it is.".formatted(phrase.text()));
        }
    }
}
