package io.frontless.assistant.offline;

import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.schema.control.EntityView;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Whether records that lack one thing get another of its kind: “lots without a buyer go to Pym Estate” has no other consignor by that. */
record LackingOther(SchemaLinker schema, Phrase words) {

    private static final Set<String> LACKING = Set.of("without", "no", "lacking");

    boolean is(EntityView entity, Map<?, ?> values) {
        return Given.fields(entity, values).anyMatch(field -> isReference(field) && !FieldWords.isNamed(field, words))
                && IntStream.range(0, words.size() - 1)
                        .filter(i -> words.at(i).isOneOf(LACKING))
                        .mapToObj(i ->
                                schema.leadingField(entity, words.from(i + 1).bare()))
                        .flatMap(named -> named.stream().map(SchemaLinker.Named::thing))
                        .anyMatch(field -> isReference(field) && !values.containsKey(field.key()));
    }

    private static boolean isReference(FieldSpec field) {
        return field.type() == FieldType.REFERENCE;
    }
}
