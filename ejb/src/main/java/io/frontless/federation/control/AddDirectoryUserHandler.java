package io.frontless.federation.control;

import io.frontless.engine.control.Children;
import io.frontless.engine.control.Execution;
import io.frontless.engine.control.OperationHandler;
import io.frontless.engine.control.Prepared;
import io.frontless.engine.control.Present;
import io.frontless.event.control.EventView;
import io.frontless.federation.entity.DirectoryRows;
import io.frontless.kernel.Limits;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.operation.AddDirectoryUser;
import io.frontless.operation.DirectoryEntry;
import io.frontless.operation.Operation;
import io.frontless.operation.RemoveDirectoryUser;
import io.frontless.operation.SuspendMember;
import io.frontless.workspace.control.Members.Seat;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Adds a person to the directory. A member of the same address is they, and keeps their role; nobody else's account is looked for. */
@Dependent
public class AddDirectoryUserHandler implements OperationHandler<AddDirectoryUser> {

    private final DirectoryRows rows;
    private final DirectoryState state;

    @Inject
    public AddDirectoryUserHandler(DirectoryRows rows, DirectoryState state) {
        this.rows = rows;
        this.state = state;
    }

    @Override
    public Class<AddDirectoryUser> operation() {
        return AddDirectoryUser.class;
    }

    @Override
    public Children children(AddDirectoryUser operation, Execution execution) {
        if (operation.entry().active() || execution.undoes() != null) {
            return Children.NONE;
        }
        return member(operation, execution)
                .filter(Seat::active)
                .map(seat -> Children.of(new SuspendMember(seat.accountId())))
                .orElse(Children.NONE);
    }

    @Override
    public Prepared check(AddDirectoryUser operation, Execution execution) {
        UUID workspaceId = execution.workspaceId();
        Optional<Seat> member = member(operation, execution);
        String presentRole = member.map(Seat::role).orElse(null);
        DirectoryEntry wanted =
                presentRole == null ? operation.entry() : operation.entry().with(presentRole);
        DirectoryRows.Entry entry = state.checked(execution, operation.id(), wanted, presentRole);
        Optional<DirectoryRows.Row> earlier = rows.lock(workspaceId, operation.id());
        earlier.ifPresent(row -> {
            execution.requireVersion("user", row.version());
            if (!row.removed() || execution.undoes() == null) {
                throw Rejection.conflict("id", "an id that was never used", operation.id());
            }
        });
        if (rows.count(workspaceId) >= Limits.DIRECTORY_USERS_MAX) {
            throw Rejection.of(Reason.LIMIT, "user", "at most " + Limits.DIRECTORY_USERS_MAX, "as many");
        }

        long version = earlier.map(row -> row.version() + 1).orElse(1L);
        return new Prepared(DirectoryState.change(operation.id(), null, entry, version), () -> {
            if (earlier.isPresent()) {
                rows.change(workspaceId, operation.id(), entry);
            } else {
                rows.add(
                        workspaceId,
                        operation.id(),
                        entry,
                        member.map(Seat::accountId).orElse(null));
            }
        });
    }

    @Override
    public Operation inverse(EventView event) {
        return new RemoveDirectoryUser(DirectoryState.userOf(event));
    }

    @Override
    public Present present(EventView event, Execution execution) {
        return state.present(event, execution);
    }

    private Optional<Seat> member(AddDirectoryUser operation, Execution execution) {
        return state.memberOf(
                execution.workspaceId(), state.address(operation.entry().email()));
    }
}
