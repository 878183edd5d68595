package io.frontless.audit.control;

import io.frontless.audit.entity.RetentionRows;
import io.frontless.engine.control.Change;
import io.frontless.engine.control.Execution;
import io.frontless.engine.control.OperationHandler;
import io.frontless.engine.control.Prepared;
import io.frontless.engine.control.Present;
import io.frontless.event.control.EventView;
import io.frontless.kernel.Rejection;
import io.frontless.operation.Operation;
import io.frontless.operation.Params;
import io.frontless.operation.SetRetention;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sets how long the log is kept. What was removed meanwhile is in the archives; setting it back brings nothing back. */
@Dependent
public class SetRetentionHandler implements OperationHandler<SetRetention> {

    private static final String KEY = "retention";
    private static final String LABEL = "Retention of the log";

    private final RetentionRows rows;
    private final RetentionConfig config;

    @Inject
    public SetRetentionHandler(RetentionRows rows, RetentionConfig config) {
        this.rows = rows;
        this.config = config;
    }

    @Override
    public Class<SetRetention> operation() {
        return SetRetention.class;
    }

    @Override
    public Prepared check(SetRetention operation, Execution execution) {
        Owners.require(execution, "sets how long its log is kept");
        Integer after = operation.keepDays();
        if (after != null) {
            config.require(after);
        }
        UUID workspaceId = execution.workspaceId();
        RetentionRows.Row before = rows.lock(workspaceId);
        execution.requireVersion("retention", before.version());
        if (Objects.equals(before.keepDays(), after)) {
            throw Rejection.conflict("keepDays", "something to change", String.valueOf(after));
        }

        Change change = new Change(
                new Change.Subject(null, null, KEY),
                LABEL,
                state(before.keepDays()),
                state(after),
                before.version() + 1,
                0,
                Map.of());
        return new Prepared(change, () -> rows.set(workspaceId, after));
    }

    @Override
    public Operation inverse(EventView event) {
        return new SetRetention(new Params("before", Objects.requireNonNull(event.before()))
                .optionalNumber("keepDays")
                .map(BigDecimal::intValueExact)
                .orElse(null));
    }

    @Override
    public Present present(EventView event, Execution execution) {
        RetentionRows.Row row = rows.find(execution.workspaceId());
        return new Present(state(row.keepDays()), row.version());
    }

    private static Map<String, @Nullable Object> state(@Nullable Integer keepDays) {
        Map<String, @Nullable Object> state = new LinkedHashMap<>();
        state.put("key", KEY);
        state.put("label", LABEL);
        state.put("keepDays", keepDays == null ? null : BigDecimal.valueOf(keepDays));
        return state;
    }
}
