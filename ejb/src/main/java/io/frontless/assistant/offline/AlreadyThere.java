package io.frontless.assistant.offline;

import io.frontless.assistant.control.PlanningRequest;
import io.frontless.assistant.control.Proposal;
import io.frontless.operation.Comparison;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.Filter;
import io.frontless.operation.Step;
import io.frontless.record.control.RecordQuery;
import io.frontless.record.control.RecordView;
import io.frontless.schema.control.EntityView;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * “Add invoice INV-0089” where there is one: the engine would refuse it, and whoever says so has perhaps mistaken the number, or means a change of that
 * record. So it is asked about. What a plan deletes or renames first may be there again.
 */
record AlreadyThere(PlanningRequest request) {

    /** The question where a record that is to be added has what only one may have; else the change. */
    Proposal asked(Proposal.Change change) {
        boolean adds = change.steps().stream().allMatch(step -> step.op().equals("record.create"));
        return (adds ? change.steps() : List.<Step>of())
                .stream().flatMap(step -> there(step).stream()).findFirst().orElse(change);
    }

    private Optional<Proposal> there(Step step) {
        return new Changed(request).entity(step).flatMap(entity -> given(entity, step)
                .flatMap(unique -> request.records().find(unique).stream())
                .findFirst()
                .map(record -> question(entity, record)));
    }

    /** What finds the records that have the same. */
    private static Stream<RecordQuery> given(EntityView entity, Step step) {
        return step.params().get("values") instanceof Map<?, ?> values
                ? entity.fields().stream()
                        .filter(FieldSpec::unique)
                        .filter(field -> values.get(field.key()) != null
                                && !String.valueOf(values.get(field.key())).startsWith("$"))
                        .map(field -> RecordQuery.where(
                                entity.key(),
                                new Filter.Compare(field.key(), Comparison.EQ, values.get(field.key())),
                                1))
                : Stream.empty();
    }

    private static Proposal question(EntityView entity, RecordView record) {
        return new Proposal.Question(
                "There is a record %s in %s already. Is it meant?".formatted(record.title(), entity.label()),
                List.of("show " + record.title()));
    }
}
