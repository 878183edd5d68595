package io.frontless.assistant.offline;

import io.frontless.assistant.offline.Told.Kind;
import io.frontless.operation.FieldSpec;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What has been found of a sentence so far.
 *
 * @param fields those that may be told of
 * @param found in the order of the words; it grows
 */
record ToldFinds(List<FieldSpec> fields, List<Told> found) {

    /** Notes a find, and answers how many tokens it takes. */
    int add(Kind kind, int at, int tokens, List<FieldSpec> some, @Nullable Object value) {
        found.add(new Told(kind, at, at + tokens, some, value));
        return tokens;
    }

    List<FieldSpec> some(Predicate<FieldSpec> wanted) {
        return fields.stream().filter(wanted).toList();
    }
}
