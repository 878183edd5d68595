package io.frontless.schema.control;

import io.frontless.kernel.Json;
import io.frontless.operation.ConstraintSpec;
import io.frontless.operation.Params;
import io.frontless.operation.ViewSpec;
import io.frontless.schema.entity.PartDefinition;
import java.util.Locale;

/** What belongs to an entity beside its fields. */
enum PartKind {
    VIEW,
    CONSTRAINT;

    /** The name in the database and in messages. */
    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    PartDefinition.Name named(String entity, String key) {
        return new PartDefinition.Name(entity, wireName(), key);
    }

    /** A row as the constraint that it holds. */
    static ConstraintSpec constraint(PartDefinition row) {
        return ConstraintSpec.from(content(row));
    }

    /** A row as the view that it holds. */
    static ViewSpec view(PartDefinition row) {
        return ViewSpec.from(content(row));
    }

    private static Params content(PartDefinition row) {
        return new Params(row.name().kind(), Json.readObject(row.content()));
    }
}
