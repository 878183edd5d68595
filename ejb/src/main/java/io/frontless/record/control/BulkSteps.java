package io.frontless.record.control;

import io.frontless.engine.control.Children;
import io.frontless.kernel.Limits;
import io.frontless.operation.ApplyBulk;
import io.frontless.operation.DeleteRecord;
import io.frontless.operation.Operation;
import io.frontless.operation.Permission;
import io.frontless.operation.RestoreRecord;
import io.frontless.operation.Step;
import io.frontless.operation.UpdateRecord;
import io.frontless.record.entity.StoredRecord;
import io.frontless.workspace.control.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The steps of a bulk change, a portion at a time. A step's id names its record, and so does a refusal. */
final class BulkSteps implements Children {

    private final Sources sources;
    private final ApplyBulk bulk;
    private final Map<String, @Nullable Object> wanted;
    private int next;

    /** Who asks, and where the present records are. */
    record Sources(Caller caller, WorkingSet records, RecordAccess access) {}

    BulkSteps(Sources sources, ApplyBulk bulk, Map<String, @Nullable Object> wanted) {
        this.sources = sources;
        this.bulk = bulk;
        this.wanted = wanted;
    }

    /** Goes on until some record has something to change: an empty portion would be the end. */
    @Override
    public List<Step> next() {
        List<Step> steps = new ArrayList<>();
        while (steps.isEmpty() && next < bulk.ids().size()) {
            int end = Math.min(next + Limits.BATCH_STEPS, bulk.ids().size());
            List<UUID> some = bulk.ids().subList(next, end);
            sources.records().load(sources.caller().workspaceId(), some, true);
            some.stream().filter(id -> !isSo(id)).forEach(id -> steps.add(Step.of("r" + id, operation(id))));
            next = end;
        }
        return steps;
    }

    private Operation operation(UUID id) {
        return switch (bulk.action()) {
            case SET -> new UpdateRecord(bulk.entity(), id, bulk.values());
            case DELETE -> new DeleteRecord(bulk.entity(), id);
            case RESTORE -> new RestoreRecord(bulk.entity(), id);
        };
    }

    /** Whether nothing is left to do; what is not there for the caller, or of another entity, is refused by its own operation. */
    private boolean isSo(UUID id) {
        Optional<StoredRecord> record = sources.records()
                .find(sources.caller().workspaceId(), id)
                .filter(found -> found.entity().equals(bulk.entity()))
                .filter(found -> sources.access()
                        .allows(sources.caller(), Permission.READ, bulk.entity(), RecordState.values(found)));
        return switch (bulk.action()) {
            case SET ->
                record.filter(found -> !found.deleted()).filter(this::hasWanted).isPresent();
            case DELETE -> record.filter(StoredRecord::deleted).isPresent();
            case RESTORE -> record.filter(found -> !found.deleted()).isPresent();
        };
    }

    private boolean hasWanted(StoredRecord record) {
        Map<String, @Nullable Object> present = RecordState.values(record);
        return wanted.entrySet().stream().allMatch(one -> Objects.equals(one.getValue(), present.get(one.getKey())));
    }
}
