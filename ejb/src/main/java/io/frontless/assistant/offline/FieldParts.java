package io.frontless.assistant.offline;

import io.frontless.operation.FieldSpec;
import io.frontless.schema.control.EntityView;
import java.util.List;
import java.util.Optional;

/** Fields by one of the words of their names, where only one of them has it: “retail” for the retail price. */
record FieldParts(Turn turn, EntityView entity) {

    private static final int WORD_CHARS_MIN = 4;

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
