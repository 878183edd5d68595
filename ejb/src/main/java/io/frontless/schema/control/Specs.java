package io.frontless.schema.control;

import io.frontless.kernel.Json;
import io.frontless.operation.FieldRules;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.operation.Params;
import io.frontless.schema.entity.FieldDefinition;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Field specifications to and from their rows. */
final class Specs {

    private Specs() {}

    static FieldSpec of(FieldDefinition row) {
        FieldDefinition.Traits traits = row.traits();
        return new FieldSpec(
                row.field(),
                traits.label(),
                FieldType.valueOf(row.type().toUpperCase(Locale.ROOT)),
                traits.required(),
                traits.unique(),
                new Params("", Json.readObject(traits.options())).texts("options"),
                row.target(),
                FieldRules.read(Json.readObject(traits.rules())));
    }

    static FieldDefinition row(UUID workspaceId, String entity, FieldSpec spec, int position) {
        return new FieldDefinition(
                workspaceId,
                entity,
                spec.key(),
                new FieldDefinition.Nature(spec.type().wireName(), spec.target(), position),
                traits(spec));
    }

    static FieldDefinition.Traits traits(FieldSpec spec) {
        return new FieldDefinition.Traits(
                spec.label(),
                spec.required(),
                spec.unique(),
                Json.write(Map.of("options", spec.options())),
                Json.write(spec.rules().params()));
    }
}
