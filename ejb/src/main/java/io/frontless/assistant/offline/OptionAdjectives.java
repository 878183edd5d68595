package io.frontless.assistant.offline;

import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.schema.control.EntityView;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Adjectives made of an option, before the name of its field: “sandy soil”, “wooden frame”. */
record OptionAdjectives(Turn turn, EntityView entity, Phrase words, NewValues values) {

    private static final Set<String> ENDINGS = Set.of("y", "ey", "en", "n");

    /** How many tokens are one, 0 for none; its value is given. */
    int read(int i) {
        Optional<SchemaLinker.Named<FieldSpec>> field =
                i + 1 < words.size() && words.at(i).isWord()
                        ? turn.schema()
                                .leadingField(entity, words.from(i + 1))
                                .filter(named -> named.thing().type() == FieldType.CHOICE && !values.has(named.thing()))
                        : Optional.empty();
        String said = words.at(i).text().toLowerCase(Locale.ROOT);
        List<String> options = field.map(named -> named.thing().options()).orElse(List.of()).stream()
                .filter(option -> isOf(said, option.toLowerCase(Locale.ROOT)))
                .toList();
        if (options.size() != 1) {
            return 0;
        }
        values.give(field.get().thing(), options.get(0));
        return 1 + field.get().length();
    }

    /** “Stony” loses the end of “stone”. */
    private static boolean isOf(String adjective, String option) {
        String stem = option.endsWith("e") ? option.substring(0, option.length() - 1) : option;
        return ENDINGS.stream()
                .anyMatch(ending -> adjective.equals(option + ending) || adjective.equals(stem + ending));
    }
}
