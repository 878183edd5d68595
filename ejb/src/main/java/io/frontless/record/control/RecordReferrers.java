package io.frontless.record.control;

import io.frontless.engine.control.Referrers;
import io.frontless.record.entity.TypedValues;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Tells which records refer to others, by the typed copies of their references. */
@Dependent
public class RecordReferrers implements Referrers {

    private final TypedValues typedValues;
    private final WorkingSet records;

    @Inject
    public RecordReferrers(TypedValues typedValues, WorkingSet records) {
        this.typedValues = typedValues;
        this.records = records;
    }

    @Override
    public Set<UUID> of(UUID workspaceId, Collection<UUID> recordIds) {
        records.flush();
        return recordIds.isEmpty() ? Set.of() : typedValues.referring(workspaceId, List.copyOf(recordIds));
    }
}
