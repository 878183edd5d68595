package io.frontless.federation.control;

import io.frontless.engine.control.Children;
import io.frontless.engine.control.Execution;
import io.frontless.engine.control.OperationHandler;
import io.frontless.engine.control.Prepared;
import io.frontless.engine.control.Present;
import io.frontless.event.control.EventView;
import io.frontless.federation.entity.DirectoryRows;
import io.frontless.operation.AddDirectoryUser;
import io.frontless.operation.Operation;
import io.frontless.operation.RemoveDirectoryUser;
import io.frontless.operation.RemoveMember;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Removes a person from the directory; their membership ends by an operation of its own, which keeps the last owner. */
@Dependent
public class RemoveDirectoryUserHandler implements OperationHandler<RemoveDirectoryUser> {

    private final DirectoryRows rows;
    private final DirectoryState state;

    @Inject
    public RemoveDirectoryUserHandler(DirectoryRows rows, DirectoryState state) {
        this.rows = rows;
        this.state = state;
    }

    @Override
    public Class<RemoveDirectoryUser> operation() {
        return RemoveDirectoryUser.class;
    }

    @Override
    public Children children(RemoveDirectoryUser operation, Execution execution) {
        if (execution.undoes() != null) {
            return Children.NONE;
        }
        DirectoryRows.Row row = state.lock(execution, operation.user());
        return state.seat(execution.workspaceId(), row.accountId())
                .map(seat -> Children.of(new RemoveMember(seat.accountId())))
                .orElse(Children.NONE);
    }

    @Override
    public Prepared check(RemoveDirectoryUser operation, Execution execution) {
        DirectoryRows.Row row = state.lock(execution, operation.user());

        return new Prepared(
                DirectoryState.change(row.userId(), row.entry(), null, row.version() + 1),
                () -> rows.remove(execution.workspaceId(), row.userId()));
    }

    @Override
    public Operation inverse(EventView event) {
        return new AddDirectoryUser(DirectoryState.userOf(event), DirectoryState.entry(event.before()));
    }

    @Override
    public Present present(EventView event, Execution execution) {
        return state.present(event, execution);
    }
}
