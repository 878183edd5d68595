package io.frontless.schema.control;

import io.frontless.engine.control.Change;
import io.frontless.engine.control.Execution;
import io.frontless.engine.control.OperationHandler;
import io.frontless.engine.control.Prepared;
import io.frontless.engine.control.Present;
import io.frontless.event.control.EventView;
import io.frontless.kernel.Rejection;
import io.frontless.operation.MoveField;
import io.frontless.operation.Operation;
import io.frontless.operation.Params;
import io.frontless.schema.entity.Definitions;
import io.frontless.schema.entity.EntityDefinition;
import io.frontless.schema.entity.FieldDefinition;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts a field elsewhere among its entity's fields. It is a change of the entity: its fields stay as they are. */
@Dependent
public class MoveFieldHandler implements OperationHandler<MoveField> {

    private final EntityState state;
    private final Definitions definitions;
    private final SchemaReader schema;

    @Inject
    public MoveFieldHandler(EntityState state, Definitions definitions, SchemaReader schema) {
        this.state = state;
        this.definitions = definitions;
        this.schema = schema;
    }

    @Override
    public Class<MoveField> operation() {
        return MoveField.class;
    }

    @Override
    public Prepared check(MoveField operation, Execution execution) {
        UUID workspaceId = execution.workspaceId();
        EntityDefinition entity = state.lockLiving(execution, operation.entity());
        List<FieldDefinition> rows = definitions.fields(workspaceId, operation.entity());
        List<String> order = order(rows);
        int from = order.indexOf(operation.field());
        if (from < 0) {
            throw Rejection.notFound("field", operation.field());
        }
        if (operation.position() >= order.size() || operation.position() == from) {
            throw Rejection.conflict(
                    "position", "from 0 to " + (order.size() - 1) + ", and not " + from, operation.position());
        }
        List<String> next = new ArrayList<>(order);
        next.add(operation.position(), next.remove(from));

        Change change = EntityState.change(entity, moved(order, operation.field()), moved(next, operation.field()), 0);
        return new Prepared(change, () -> {
            schema.forget();
            entity.relabel(entity.label());
            place(rows, next);
        });
    }

    @Override
    public Operation inverse(EventView event) {
        Params before = new Params("before", Objects.requireNonNull(event.before()));
        List<String> order = before.texts("order");
        String field = before.text("moved");
        return new MoveField(Objects.requireNonNull(event.entity()), field, order.indexOf(field));
    }

    @Override
    public Present present(EventView event, Execution execution) {
        String key = Objects.requireNonNull(event.entity());
        return definitions
                .entity(execution.workspaceId(), key)
                .filter(entity -> !entity.deleted())
                .map(entity -> new Present(
                        Map.of("order", order(definitions.fields(execution.workspaceId(), key))), entity.version()))
                .orElseGet(Present::nothing);
    }

    /** The living fields in their new order share the places that they had; deleted ones keep theirs. */
    private static void place(List<FieldDefinition> rows, List<String> order) {
        List<FieldDefinition> living =
                rows.stream().filter(row -> !row.deleted()).toList();
        List<Integer> places = living.stream().map(FieldDefinition::position).toList();
        living.forEach(row -> row.move(places.get(order.indexOf(row.field()))));
    }

    private static List<String> order(List<FieldDefinition> rows) {
        return rows.stream()
                .filter(row -> !row.deleted())
                .map(FieldDefinition::field)
                .toList();
    }

    private static Map<String, @Nullable Object> moved(List<String> order, String field) {
        Map<String, @Nullable Object> state = new LinkedHashMap<>();
        state.put("order", order);
        state.put("moved", field);
        return state;
    }
}
