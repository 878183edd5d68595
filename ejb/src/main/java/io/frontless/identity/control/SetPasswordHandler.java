package io.frontless.identity.control;

import io.frontless.engine.control.Children;
import io.frontless.engine.control.Execution;
import io.frontless.engine.control.Prepared;
import io.frontless.identity.entity.AccountRows;
import io.frontless.identity.entity.SessionRows;
import io.frontless.kernel.Rejection;
import io.frontless.operation.SetPassword;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sets a password that was put aside, and ends the sessions that the old one opened, each with an event of its own. */
@Dependent
public class SetPasswordHandler implements LastingHandler<SetPassword> {

    private final AccountState state;
    private final AccountRows accounts;
    private final SessionRows sessions;

    @Inject
    public SetPasswordHandler(AccountState state, AccountRows accounts, SessionRows sessions) {
        this.state = state;
        this.accounts = accounts;
        this.sessions = sessions;
    }

    @Override
    public Class<SetPassword> operation() {
        return SetPassword.class;
    }

    @Override
    public Children children(SetPassword operation, Execution execution) {
        return SessionState.endingAllBut(operation.keep(), sessions.notEnded(execution.workspaceId()));
    }

    @Override
    public Prepared check(SetPassword operation, Execution execution) {
        AccountRows.Row account = state.lock(execution);
        if (!accounts.isAside(account.accountId(), operation.password())) {
            throw Rejection.notFound("password", operation.password());
        }

        Map<String, @Nullable Object> after = new LinkedHashMap<>(AccountState.of(account));
        after.put("password", operation.password().toString());
        return new Prepared(
                AccountState.change(AccountState.of(account), after, account),
                () -> accounts.setPassword(account.accountId(), operation.password()));
    }
}
