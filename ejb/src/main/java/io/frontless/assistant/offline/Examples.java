package io.frontless.assistant.offline;

import io.frontless.operation.FieldSpec;
import io.frontless.schema.control.EntityView;
import io.frontless.schema.control.SchemaView;
import java.util.ArrayList;
import java.util.List;

/** Sentences that would be understood, made of the workspace's own tables. */
final class Examples {

    private static final String FIRST_TABLE =
            "create a table Invoice with number, client, amount, status (pending, paid) and due date";
    private static final String CHANGES = "show the last 20 changes";

    private Examples() {}

    static List<String> of(SchemaView schema) {
        if (schema.entities().isEmpty()) {
            return List.of(FIRST_TABLE, "what tables are there", CHANGES);
        }
        EntityView entity = schema.entities().get(0);
        String many = Names.plural(entity.label());
        List<String> examples = new ArrayList<>(List.of("show " + many));
        entity.fields().stream()
                .map(FieldSpec::options)
                .filter(options -> !options.isEmpty())
                .findFirst()
                .ifPresent(options -> examples.add("show " + options.get(0) + " " + many));
        examples.add("how many " + many + " are there");
        examples.add(CHANGES);
        return List.copyOf(examples);
    }
}
