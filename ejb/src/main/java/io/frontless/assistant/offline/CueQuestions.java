package io.frontless.assistant.offline;

import io.frontless.operation.FieldSpec;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What is asked where words could begin a field or belong to a text. */
final class CueQuestions {

    private CueQuestions() {}

    /** An option before everything else may begin a name, as in “New Horizons”. */
    static Unclear atBeginning(Phrase rest, Cues.Mention state) {
        Phrase option = rest.to(state.length());
        Phrase name = rest.split(Set.of(",", ";")).get(0);
        String label = state.fields().get(0).label();
        return Unclear.ask(
                "Is “%s” the %s, or does a name begin with it?".formatted(option.text(), label),
                List.of(
                        name.sentenceWith(RecordFinder.quote(name.text())),
                        option.sentenceWith(label.toLowerCase(Locale.ROOT) + ": " + option.text() + ",")));
    }

    /** A field or a part of a text, where its name has a capital. */
    static Unclear perhapsText(Phrase rest, Phrase name, FieldSpec field, boolean fresh) {
        String label = field.label().toLowerCase(Locale.ROOT);
        Phrase segment = rest.split(Set.of(",", ";")).get(0);
        return Unclear.ask(
                "Is “%s” the field, or part of a text? Put texts in quotes, and say “%s: …” for the field."
                        .formatted(name.text(), label),
                fresh
                        ? List.of(
                                segment.sentenceWith(RecordFinder.quote(segment.text())),
                                name.sentenceWith(label + ":"))
                        : List.of());
    }
}
