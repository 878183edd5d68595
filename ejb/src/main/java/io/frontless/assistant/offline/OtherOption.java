package io.frontless.assistant.offline;

import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.schema.control.EntityView;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Whether an option that a change gives is one of two that were said, or only a word of a field's name: “hem and take in”, “its report is due on 20 October”; or a text
 * only the end of how something is to be: “put all clients in the Harbour district on hold”.
 */
record OtherOption(Phrase words) {

    boolean is(EntityView entity, Map<?, ?> values) {
        List<String> names = namesOfDays(entity, values);
        return isHalfOfState(entity, values)
                || Given.of(entity, values)
                        .filter(given -> given.field().type() == FieldType.CHOICE)
                        .anyMatch(given -> isOneOfTwo(given.field(), given.text()) || isOfAName(names, given.text()));
    }

    private boolean isHalfOfState(EntityView entity, Map<?, ?> values) {
        String said = " " + words.text().toLowerCase(Locale.ROOT) + " ";
        List<String> texts = Given.of(entity, values)
                .filter(given -> given.field().type() == FieldType.TEXT)
                .map(given -> " " + given.text().toLowerCase(Locale.ROOT))
                .toList();
        return !texts.isEmpty()
                && entity.fields().stream()
                        .flatMap(field ->
                                field.type() == FieldType.BOOLEAN ? Stream.of(field.label()) : field.options().stream())
                        .map(state -> state.toLowerCase(Locale.ROOT))
                        .anyMatch(
                                state -> texts.stream().anyMatch(state::endsWith) && said.contains(" " + state + " "));
    }

    /** A field that has one option is not told by two. */
    private boolean isOneOfTwo(FieldSpec field, String option) {
        String said = words.text().toLowerCase(Locale.ROOT);
        return field.options().stream()
                .filter(other -> !other.equals(option))
                .flatMap(other -> Stream.of(option + " and " + other, other + " and " + option))
                .map(both -> both.toLowerCase(Locale.ROOT))
                .anyMatch(said::contains);
    }

    /** Of a field “Report due” that gets a day: it is not “reported” by that. */
    private boolean isOfAName(List<String> names, String option) {
        return !says(option)
                && names.stream().filter(this::says).anyMatch(word -> Words.bases(option)
                        .anyMatch(word::equals));
    }

    private List<String> namesOfDays(EntityView entity, Map<?, ?> values) {
        return Given.fields(entity, values)
                .filter(field -> Roles.isDate(field) && FieldWords.isNamed(field, words))
                .flatMap(field ->
                        Stream.of(field.label().toLowerCase(Locale.ROOT).split(" ", -1)))
                .toList();
    }

    private boolean says(String word) {
        return words.tokens().stream().anyMatch(token -> token.text().equalsIgnoreCase(word));
    }
}
