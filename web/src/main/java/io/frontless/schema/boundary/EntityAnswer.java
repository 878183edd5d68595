package io.frontless.schema.boundary;

import io.frontless.boundary.JsonAnswer;
import io.frontless.operation.ConstraintSpec;
import io.frontless.operation.FieldSpec;
import io.frontless.schema.control.EntityView;

/** An entity as clients see it. */
public final class EntityAnswer {

    private EntityAnswer() {}

    /** The entity with its fields and constraints, in the form in which plans write them. */
    public static JsonAnswer of(EntityView entity) {
        return new JsonAnswer()
                .with("entity", entity.key())
                .with("label", entity.label())
                .with("version", entity.version())
                .with("fields", entity.fields().stream().map(FieldSpec::params).toList())
                .with(
                        "constraints",
                        entity.constraints().stream()
                                .map(ConstraintSpec::params)
                                .toList());
    }
}
