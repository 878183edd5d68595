package io.frontless.federation.control;

import io.frontless.engine.control.Children;
import io.frontless.engine.control.Execution;
import io.frontless.engine.control.OperationHandler;
import io.frontless.engine.control.Prepared;
import io.frontless.engine.control.Present;
import io.frontless.event.control.EventView;
import io.frontless.federation.entity.DirectoryRows;
import io.frontless.operation.AssignMember;
import io.frontless.operation.Operation;
import io.frontless.operation.ResumeMember;
import io.frontless.operation.SuspendMember;
import io.frontless.operation.UpdateDirectoryUser;
import io.frontless.workspace.control.Members.Seat;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Changes what the directory says of a person. What it means for their membership are operations of their own, each checked by itself. */
@Dependent
public class UpdateDirectoryUserHandler implements OperationHandler<UpdateDirectoryUser> {

    private final DirectoryRows rows;
    private final DirectoryState state;

    @Inject
    public UpdateDirectoryUserHandler(DirectoryRows rows, DirectoryState state) {
        this.rows = rows;
        this.state = state;
    }

    @Override
    public Class<UpdateDirectoryUser> operation() {
        return UpdateDirectoryUser.class;
    }

    /** An undo takes those of a membership back by themselves. */
    @Override
    public Children children(UpdateDirectoryUser operation, Execution execution) {
        if (execution.undoes() != null) {
            return Children.NONE;
        }
        DirectoryRows.Row row = state.lock(execution, operation.user());
        Optional<Seat> seat = state.seat(execution.workspaceId(), row.accountId());
        List<Operation> operations = new ArrayList<>();
        seat.filter(present -> present.suspended() == operation.entry().active())
                .ifPresent(present -> operations.add(
                        operation.entry().active()
                                ? new ResumeMember(present.accountId())
                                : new SuspendMember(present.accountId())));
        seat.filter(present -> !present.role().equals(operation.entry().role()))
                .ifPresent(present -> operations.add(
                        new AssignMember(present.accountId(), operation.entry().role())));
        return Children.of(operations.toArray(Operation[]::new));
    }

    @Override
    public Prepared check(UpdateDirectoryUser operation, Execution execution) {
        DirectoryRows.Row before = state.lock(execution, operation.user());
        DirectoryRows.Entry after = state.checked(
                execution, operation.user(), operation.entry(), before.entry().role());

        return new Prepared(
                DirectoryState.change(before.userId(), before.entry(), after, before.version() + 1),
                () -> rows.change(execution.workspaceId(), before.userId(), after));
    }

    @Override
    public Operation inverse(EventView event) {
        return new UpdateDirectoryUser(DirectoryState.userOf(event), DirectoryState.entry(event.before()));
    }

    @Override
    public Present present(EventView event, Execution execution) {
        return state.present(event, execution);
    }
}
