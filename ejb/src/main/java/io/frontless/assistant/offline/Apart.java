package io.frontless.assistant.offline;

import io.frontless.operation.FieldSpec;
import io.frontless.schema.control.EntityView;
import java.util.List;
import java.util.Optional;

/** “Tickets were sold”, of “Tickets sold”: a number whose name is two words that stand apart, and what is left beside them. */
record Apart(FieldSpec field, Phrase rest) {

    private static final int TOKENS_MAX = 5;

    SchemaLinker.Named<FieldSpec> named() {
        return new SchemaLinker.Named<>(field, 1);
    }

    /** The one that the phrase begins with. */
    static Optional<Apart> of(Turn turn, EntityView entity, Phrase rest) {
        for (FieldSpec field : entity.fields()) {
            List<String> label = turn.schema().stems(field.label());
            boolean begins = Roles.isNumber(field)
                    && label.size() == 2
                    && turn.schema().stems(rest.at(0).text()).equals(label.subList(0, 1));
            for (int i = 2; begins && i < Math.min(rest.size(), TOKENS_MAX); i++) {
                if (turn.schema().stems(rest.at(i).text()).equals(label.subList(1, 2))) {
                    return Optional.of(new Apart(field, rest.sub(1, i).joined(rest.from(i + 1))));
                }
            }
        }
        return Optional.empty();
    }

    /** “Agreed fees” of the field “Fee agreed”. */
    static Optional<SchemaLinker.Named<FieldSpec>> turned(Turn turn, EntityView entity, Phrase name) {
        List<String> said = turn.schema().stems(name.text());
        List<FieldSpec> fields = said.size() < 2
                ? List.of()
                : entity.fields().stream()
                        .filter(field -> {
                            List<String> label = turn.schema().stems(field.label());
                            return label.size() == said.size() && label.containsAll(said);
                        })
                        .toList();
        return NewValues.one(fields).map(field -> new SchemaLinker.Named<>(field, name.size()));
    }
}
