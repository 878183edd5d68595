package io.frontless.assistant.offline;

import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a word says of the field whose name it is a form of: that it is done, that it is not, or nothing. */
final class FieldWords {

    private static final Set<String> ARTICLES = Set.of("the", "our", "its", "his", "her", "their");

    private static final Set<String> RETURNING = Set.of("back", "return", "returns", "returned", "returning");

    private FieldWords() {}

    /** Whether a word of the field's name stands among the words: “full time” is no full name. */
    static boolean isNamed(FieldSpec field, Phrase words) {
        Set<String> label = Names.stems(field.label()).stream()
                .filter(stem -> !stem.equals("full"))
                .collect(Collectors.toSet());
        return words.tokens().stream()
                .anyMatch(token -> Names.stems(token.text()).stream().anyMatch(label::contains));
    }

    /** “Newsletter off”, “off the newsletter”. */
    static boolean isOff(Phrase words, int start, int end) {
        int before = start;
        while (before > 0 && words.at(before - 1).isOneOf(ARTICLES)) {
            before--;
        }
        return (before > 0 && words.at(before - 1).is("off"))
                || (end < words.size() && words.at(end).is("off"));
    }

    /** “Paid” of what is paid on a day: the state, and the day may be told beside. */
    static boolean isWhenItWas(Optional<SchemaLinker.Named<FieldSpec>> cue, Phrase rest) {
        return cue.filter(found -> Roles.isDate(found.thing())
                        && found.length() == 1
                        && Words.isPast(rest.at(0).text()))
                .isPresent();
    }

    static boolean isVerb(FieldSpec field, Phrase said) {
        List<String> label = Names.stems(field.label());
        return !label.containsAll(Names.stems(said.text()))
                && label.stream().anyMatch(word -> Names.isDoneBy(word, said.text()));
    }

    /** Whether the words name a yes-or-no field so that it may be told of: who is back from leave is not on it, and may never have been. */
    static boolean isFlag(FieldSpec field, Phrase words, int start, int length) {
        boolean back = start > 1
                && words.at(start - 1).is("from")
                && words.at(start - 2).isOneOf(RETURNING);
        return field.type() == FieldType.BOOLEAN && !back && !isOtherForm(field, words.sub(start, start + length));
    }

    /** “Renew” is no doing of what is called renewable. */
    static boolean isOtherForm(FieldSpec field, Phrase said) {
        List<String> label = Names.stems(field.label());
        List<String> words = Names.stems(said.text());
        return label.size() == words.size()
                && !label.equals(words)
                && Names.root(label.get(0)).equals(Names.root(words.get(0)));
    }
}
