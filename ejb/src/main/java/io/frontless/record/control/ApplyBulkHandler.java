package io.frontless.record.control;

import io.frontless.engine.control.Children;
import io.frontless.engine.control.CompositeHandler;
import io.frontless.engine.control.Execution;
import io.frontless.operation.ApplyBulk;
import io.frontless.schema.control.SchemaReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Does the same to many records, each by its own operation; a record that is so already is left as it is. */
@Dependent
public class ApplyBulkHandler implements CompositeHandler<ApplyBulk> {

    private final SchemaReader schema;
    private final WorkingSet records;
    private final IncomingValues incoming;
    private final RecordAccess access;

    @Inject
    public ApplyBulkHandler(SchemaReader schema, WorkingSet records, IncomingValues incoming, RecordAccess access) {
        this.schema = schema;
        this.records = records;
        this.incoming = incoming;
        this.access = access;
    }

    @Override
    public Class<ApplyBulk> operation() {
        return ApplyBulk.class;
    }

    @Override
    public Children children(ApplyBulk operation, Execution execution) {
        Map<String, @Nullable Object> wanted = incoming.normal(
                execution.caller(),
                schema.entityToWrite(execution.workspaceId(), operation.entity()),
                operation.values());
        return new BulkSteps(new BulkSteps.Sources(execution.caller(), records, access), operation, wanted);
    }
}
