package io.frontless.assistant.offline;

import io.frontless.operation.FieldSpec;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a word says of the field whose name it is a form of: that it is done, that it is not, or nothing. */
final class FieldWords {

    private static final Set<String> ARTICLES = Set.of("the", "our", "its", "his", "her", "their");

    private FieldWords() {}

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

    /** “Renew” is no doing of what is called renewable. */
    static boolean isOtherForm(FieldSpec field, Phrase said) {
        List<String> label = Names.stems(field.label());
        List<String> words = Names.stems(said.text());
        return label.size() == words.size()
                && !label.equals(words)
                && Names.root(label.get(0)).equals(Names.root(words.get(0)));
    }
}
