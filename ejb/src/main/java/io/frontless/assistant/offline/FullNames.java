package io.frontless.assistant.offline;

import io.frontless.access.control.MemberView;
import io.frontless.operation.Comparison;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.operation.Filter;
import io.frontless.operation.Values;
import io.frontless.record.control.RecordQuery;
import io.frontless.record.control.RecordView;
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
    private static final Set<String> ADDING = Set.of("new", "add", "create");
    private static final int OTHERS_MAX = 20;
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
    private static final Set<String> NO_NAME =
            Set.of("to", "as", "into", "=", "and", "with", ",", "or", "of", "'s", "the", "a", "an");

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
        boolean somebody = people || KnownPeople.isSomebody(entity, field);
        if (words.isEmpty()
                || words.at(0).quoted()
                || !(somebody || ONE_NAME.matcher(said).matches())) {
            return said;
        }
        Optional<String> known = new Holders(turn, entity, List.of(field))
                .read(words, Holders.Relation.BY)
                .map(held -> String.valueOf(held.value()));
        if (!somebody) {
            return known.filter(name -> FULL_NAME.matcher(name).matches()).orElse(said);
        }
        return known.or(() -> elsewhere(words)).orElseGet(() -> {
            if (people || words.tokens().stream().anyMatch(token -> token.isOneOf(NO_NAME))) {
                requireName(words);
            }
            if (!isCommand()) {
                requireWhole(field, words);
            }
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
        return names.stream()
                .findFirst()
                .or(() -> words.size() > 1
                        ? Optional.empty()
                        : new MemberFinder(turn)
                                .member(words)
                                .map(MemberView::name)
                                .or(() -> titled(words.text())));
    }

    /** The one record that is called by a whole name that begins so: somebody who has a record of their own. */
    private Optional<String> titled(String first) {
        List<String> names = turn.schema().entities().stream()
                .flatMap(table -> table.titleField().stream()
                        .filter(title -> title.type() == FieldType.TEXT
                                && Names.stems(title.label()).contains("name"))
                        .flatMap(title -> turn
                                .request()
                                .records()
                                .find(RecordQuery.where(
                                        table.key(),
                                        Filter.compare(title.key(), Comparison.STARTS_WITH, first + " "),
                                        OTHERS_MAX))
                                .stream()))
                .map(RecordView::title)
                .filter(name -> FULL_NAME.matcher(name).matches())
                .distinct()
                .toList();
        if (names.size() > 1) {
            throw Unclear.say("“%s” could be %s. Which one?".formatted(first, SchemaLinker.join(names)));
        }
        return names.stream().findFirst();
    }

    /** “Set the host to Susanne” and “new task, assignee Susanne” mean what they say. */
    private boolean isCommand() {
        return UpdateRecordReading.saysChange(turn)
                || turn.words().startsWithOneOf(ADDING)
                || Light.isChanging(turn.words().at(0));
    }

    /** A first name that nobody known has is asked about where everybody else stands with a whole name. */
    private void requireWhole(FieldSpec field, Phrase words) {
        List<String> others = words.size() > 1
                ? List.of()
                : turn
                        .request()
                        .records()
                        .find(RecordQuery.where(
                                entity.key(), new Filter.Compare(field.key(), Comparison.NOT_EMPTY, null), OTHERS_MAX))
                        .stream()
                        .map(record -> String.valueOf(record.values().get(field.key())))
                        .toList();
        if (!others.isEmpty()
                && others.stream().allMatch(name -> FULL_NAME.matcher(name).matches())) {
            throw Unclear.say(
                    "Nobody called “%s” is known. Say the whole name, or put it in quotes.".formatted(words.text()));
        }
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
