package io.frontless.assistant.offline;

import io.frontless.operation.FieldSpec;
import io.frontless.schema.control.EntityView;
import java.util.List;
import java.util.Optional;

/** Fields by one of the words of their names, where only one of them has it: “retail” for the retail price. */
record FieldParts(Turn turn, EntityView entity) {

    private static final int WORD_CHARS_MIN = 4;
    private static final int APART_MAX = 5;

    /** “Heard of us via”: a name of two words that stand apart. */
    Optional<SchemaLinker.Named<FieldSpec>> apart(Phrase rest) {
        for (FieldSpec field : entity.fields()) {
            List<String> label = turn.schema().stems(field.label());
            boolean begins = label.size() == 2
                    && rest.at(0).isWord()
                    && turn.schema().stems(rest.at(0).text()).equals(label.subList(0, 1));
            for (int i = 1; begins && i < Math.min(rest.size() - 1, APART_MAX) && Light.isJoining(rest.at(i)); i++) {
                if (rest.at(i).is(label.get(1))) {
                    return Optional.of(new SchemaLinker.Named<>(field, i + 1));
                }
            }
        }
        return Optional.empty();
    }

    Optional<FieldSpec> of(Token word) {
        if (!word.isWord() || word.text().length() < WORD_CHARS_MIN || Light.isJoining(word)) {
            return Optional.empty();
        }
        List<String> stem = turn.schema().stems(word.text());
        return NewValues.one(entity.fields().stream()
                .skip(1)
                .filter(field ->
                        stem.size() == 1 && turn.schema().stems(field.label()).contains(stem.get(0)))
                .toList());
    }
}
