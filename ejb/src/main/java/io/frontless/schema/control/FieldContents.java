package io.frontless.schema.control;

import io.frontless.operation.FieldSpec;
import java.util.Optional;
import java.util.UUID;

/** What the schema must know of the records it describes, and do to their typed values. The record component provides it. */
public interface FieldContents {

    /** How many living records an entity has. */
    long recordsOf(UUID workspaceId, String entity);

    /** How many living records have no value in a field. */
    long recordsWithout(UUID workspaceId, String entity, String field);

    /** How many living records hold this value in a choice field. */
    long recordsWith(UUID workspaceId, String entity, FieldSpec field, String option);

    /** A value that two living records share in a field, if there is one. */
    Optional<String> sharedValue(UUID workspaceId, String entity, FieldSpec field);

    /** A value of a reference field, deleted or not, that points to no living record, if there is one. */
    Optional<String> danglingReference(UUID workspaceId, String entity, FieldSpec field);

    /** Makes the typed values of a field anew from the records' JSON. */
    void index(UUID workspaceId, String entity, FieldSpec field);

    /** Removes the typed values of a field; the JSON keeps them. */
    void unindex(UUID workspaceId, String entity, String field);
}
