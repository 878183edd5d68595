package io.frontless.schema.control;

import io.frontless.engine.control.Children;
import io.frontless.engine.control.CompositeHandler;
import io.frontless.engine.control.Execution;
import io.frontless.kernel.Rejection;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.Operation;
import io.frontless.operation.RenameOption;
import io.frontless.operation.Step;
import io.frontless.operation.UpdateField;
import io.frontless.operation.UpdateRecord;
import io.frontless.operation.Values;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Renames an option: the new one is put beside the old one, every record and view that has the old one gets the new one, and the old one goes. */
@Dependent
public class RenameOptionHandler implements CompositeHandler<RenameOption> {

    private static final UUID FIRST = new UUID(0, 0);

    private final SchemaReader schema;
    private final FieldContents contents;
    private final OptionViews views;

    @Inject
    public RenameOptionHandler(SchemaReader schema, FieldContents contents, OptionViews views) {
        this.schema = schema;
        this.contents = contents;
        this.views = views;
    }

    @Override
    public Class<RenameOption> operation() {
        return RenameOption.class;
    }

    @Override
    public Children children(RenameOption operation, Execution execution) {
        EntityView entity = schema.entity(execution.workspaceId(), operation.entity());
        FieldSpec field =
                entity.field(operation.field()).orElseThrow(() -> Rejection.notFound("field", operation.field()));
        Long expected = execution.expectVersion();
        if (expected != null) {
            throw Rejection.conflict("expectVersion", "none, since it changes many things", expected);
        }
        int place = field.options().indexOf(operation.from());
        if (place < 0) {
            throw Rejection.conflict("from", "an option of " + field.key() + ": " + field.options(), operation.from());
        }
        if (field.options().stream().anyMatch(operation.to()::equalsIgnoreCase)) {
            throw Rejection.conflict("to", "an option that is not there yet", operation.to());
        }
        return new Portions(operation, execution.workspaceId(), field, place);
    }

    /** The steps, each portion made when the one before has run. */
    private final class Portions implements Children {

        private final RenameOption operation;
        private final UUID workspaceId;
        private final FieldSpec both;
        private final FieldSpec renamed;
        private boolean begun;
        private @Nullable UUID after = FIRST;
        private boolean ended;

        Portions(RenameOption operation, UUID workspaceId, FieldSpec field, int place) {
            this.operation = operation;
            this.workspaceId = workspaceId;
            List<String> options = new ArrayList<>(field.options());
            options.add(place + 1, operation.to());
            this.both = field.offering(options);
            List<String> left = new ArrayList<>(options);
            left.remove(place);
            boolean isDefault = operation.from().equals(field.rules().ifMissing());
            this.renamed =
                    field.offering(left).ruledBy(isDefault ? field.rules().orElse(operation.to()) : field.rules());
        }

        @Override
        public List<Step> next() {
            if (!begun) {
                begun = true;
                return steps(List.of(new UpdateField(operation.entity(), both)));
            }
            List<UUID> holders = holders();
            if (!holders.isEmpty()) {
                return steps(holders.stream().map(this::update).toList());
            }
            if (ended) {
                return List.of();
            }
            ended = true;
            List<Operation> last = new ArrayList<>(views.renamed(workspaceId, operation));
            last.add(new UpdateField(operation.entity(), renamed));
            return steps(last);
        }

        private List<UUID> holders() {
            if (after == null) {
                return List.of();
            }
            List<UUID> holders = contents.holders(workspaceId, operation.entity(), both, operation.from(), after);
            after = holders.isEmpty() ? null : holders.get(holders.size() - 1);
            return holders;
        }

        private Operation update(UUID recordId) {
            return new UpdateRecord(operation.entity(), recordId, Values.of(operation.field(), operation.to()));
        }
    }

    private static List<Step> steps(List<? extends Operation> operations) {
        List<Step> steps = new ArrayList<>();
        operations.forEach(operation -> steps.add(Step.of("c" + (steps.size() + 1), operation)));
        return steps;
    }
}
