package io.frontless.assistant.offline;

import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.schema.control.EntityView;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads the options in a description: “planned”, “still a draft”, and as adjectives: “sandy soil”. Each method answers how many tokens it has read. */
record DescribedOptions(Turn turn, EntityView entity, Phrase words, NewValues values) {

    private static final int TOKENS_MAX = 6;
    private static final Set<String> STILL = Set.of("still", "just");
    private static final Set<String> NONE = Set.of("no", "without");
    private static final Set<String> DAYS = Set.of("date", "day");
    private static final Set<String> ARTICLES = Set.of("a", "an");
    private static final Set<String> ENDINGS = Set.of("y", "ey", "en", "n");

    int read(int i) {
        if (words.at(i).isOneOf(STILL) && i + 1 < words.size()) {
            int skip = words.size() > i + 2 && words.at(i + 1).isOneOf(ARTICLES) ? 2 : 1;
            int option = read(i + skip);
            return option == 0 ? 0 : skip + option;
        }
        Phrase rest = words.from(i);
        for (int length = Math.min(TOKENS_MAX, rest.size()); length > 0; length--) {
            Phrase said = rest.to(length);
            if (said.tokens().stream().anyMatch(token -> token.quoted() || token.isMark())) {
                continue;
            }
            List<State> states = turn.schema().states(entity, said).stream()
                    .filter(state -> state.field().type() == FieldType.CHOICE && !values.has(state.field()))
                    .toList();
            if (states.size() == 1 && !states.get(0).not()) {
                values.give(states.get(0).field(), states.get(0).value());
                return length;
            }
        }
        return 0;
    }

    /** “No date”, “no phone yet”: a part that tells that there is none of it. */
    int none(int i) {
        Phrase part =
                words.from(i).split(DescribedNames.ENDS).stream().findFirst().orElse(words.to(0));
        boolean begins = i == 0 || words.at(i - 1).isMark();
        if (!begins
                || !part.startsWithOneOf(NONE)
                || part.size() < 2
                || !part.at(0).equals(words.at(i))) {
            return 0;
        }
        Phrase name = part.at(part.size() - 1).is("yet") ? part.sub(1, part.size() - 1) : part.from(1);
        boolean day = name.size() == 1
                && name.startsWithOneOf(DAYS)
                && entity.fields().stream().anyMatch(field -> Roles.isDate(field) && !values.has(field));
        boolean named = turn.schema()
                .leadingField(entity, name)
                .filter(found -> found.length() == name.size())
                .filter(found -> !values.has(found.thing()) && mayBeNone(found.thing()))
                .isPresent();
        return day || named ? part.size() : 0;
    }

    /** Of a number none may be zero, and of an option another one. */
    private static boolean mayBeNone(FieldSpec field) {
        return !Roles.isNumber(field) && field.type() != FieldType.BOOLEAN && field.type() != FieldType.CHOICE;
    }

    /** An adjective made of an option, before the name of its field. */
    int adjective(int i) {
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
