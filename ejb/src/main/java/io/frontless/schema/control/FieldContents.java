package io.frontless.schema.control;

import io.frontless.operation.ConstraintSpec;
import io.frontless.operation.FieldSpec;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the schema must know of the records it describes, and do to their typed values. The record component provides it. */
public interface FieldContents {

    /**
     * How many records something holds for, and a few of them.
     *
     * @param examples at most {@link io.frontless.kernel.Limits#EXAMPLES_MAX}
     */
    record Survey(long count, List<Example> examples) {}

    /** One record, by what people call it, and what its field holds. */
    record Example(UUID recordId, String title, String value) {}

    /** How many living records an entity has. */
    long recordsOf(UUID workspaceId, String entity);

    /** How many living records have nothing stored in a field. */
    long recordsWithout(UUID workspaceId, String entity, String field);

    /** How many living records hold this value in a choice field. */
    long recordsWith(UUID workspaceId, String entity, FieldSpec field, String option);

    /** Living records that hold this value in a choice field, in the order of their ids after the given one, a batch of them. */
    List<UUID> holders(UUID workspaceId, String entity, FieldSpec field, String option, UUID after);

    /** Refuses a field whose default, bounds or pattern are not what it could hold. */
    void requireSound(FieldSpec field);

    /** The living records whose value breaks the rules of a field. */
    Survey violations(UUID workspaceId, EntityView entity, FieldSpec field);

    /** The living records that have something stored which is no value of a field's type. */
    Survey losses(UUID workspaceId, EntityView entity, FieldSpec field);

    /** A value that two living records share in a field, if there is one. */
    Optional<String> sharedValue(UUID workspaceId, String entity, FieldSpec field);

    /** The living records that have the same values as an earlier one in all fields of a constraint. */
    Survey shared(UUID workspaceId, EntityView entity, ConstraintSpec constraint);

    /** A value of a reference field, deleted or not, that points to no living record, if there is one. */
    Optional<String> danglingReference(UUID workspaceId, String entity, FieldSpec field);

    /** Makes the typed values of some fields anew from the records' JSON. */
    void index(UUID workspaceId, EntityView entity, Collection<String> fields);

    /** Removes the typed values of a field; the JSON keeps them. */
    void unindex(UUID workspaceId, String entity, String field);

    /** Keeps records in the orders that an entity has now, and no longer in those that it had before. */
    void reorder(UUID workspaceId, EntityView before, EntityView after);

    /** Makes anew what a constraint tells records apart by. */
    void indexConstraint(UUID workspaceId, EntityView entity, ConstraintSpec constraint);

    /** Removes that. */
    void unindexConstraint(UUID workspaceId, String entity, String constraint);
}
