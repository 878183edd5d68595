package io.frontless.identity.control;

import io.frontless.engine.control.Execution;
import io.frontless.engine.control.OperationHandler;
import io.frontless.engine.control.Prepared;
import io.frontless.engine.control.Present;
import io.frontless.event.control.EventView;
import io.frontless.identity.entity.AccountRows;
import io.frontless.kernel.Rejection;
import io.frontless.operation.Operation;
import io.frontless.operation.Params;
import io.frontless.operation.RenameAccount;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Objects;

/** Changes what a person is called. */
@Dependent
public class RenameAccountHandler implements OperationHandler<RenameAccount> {

    private final AccountState state;
    private final AccountRows accounts;
    private final AccountFollowing following;

    @Inject
    public RenameAccountHandler(AccountState state, AccountRows accounts, AccountFollowing following) {
        this.state = state;
        this.accounts = accounts;
        this.following = following;
    }

    @Override
    public Class<RenameAccount> operation() {
        return RenameAccount.class;
    }

    @Override
    public Prepared check(RenameAccount operation, Execution execution) {
        AccountRows.Row before = state.lock(execution);
        if (before.name().equals(operation.called())) {
            throw Rejection.conflict("name", "another one than now", operation.called());
        }

        AccountRows.Row after = new AccountRows.Row(before.accountId(), before.email(), operation.called());
        return new Prepared(AccountState.change(before, after), () -> {
            accounts.rename(after.accountId(), after.name());
            following.promise(after);
        });
    }

    @Override
    public Operation inverse(EventView event) {
        return new RenameAccount(new Params("before", Objects.requireNonNull(event.before())).text("label"));
    }

    @Override
    public Present present(EventView event, Execution execution) {
        return state.present(execution);
    }
}
