package io.frontless.assistant.offline;

import io.frontless.operation.DeleteRecord;
import io.frontless.operation.Step;
import io.frontless.operation.UpdateRecord;
import io.frontless.operation.Values;
import io.frontless.record.control.RecordView;
import io.frontless.schema.control.EntityView;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record that a sentence is about.
 *
 * @param version what a change of it relies on; null where only its id is known, from the turn before
 */
record Found(EntityView entity, UUID id, @Nullable Long version, String title, Values values) {

    static Found of(EntityView entity, RecordView record) {
        return new Found(entity, record.id(), record.version(), record.title(), record.values());
    }

    Step update(int number, Values changes) {
        return relying(Step.of("s" + number, new UpdateRecord(entity.key(), id, changes)));
    }

    Step delete(int number) {
        return relying(Step.of("s" + number, new DeleteRecord(entity.key(), id)));
    }

    private Step relying(Step step) {
        return version == null ? step : step.expecting(version);
    }
}
