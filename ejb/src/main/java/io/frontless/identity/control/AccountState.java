package io.frontless.identity.control;

import io.frontless.engine.control.Change;
import io.frontless.engine.control.Execution;
import io.frontless.engine.control.Present;
import io.frontless.identity.entity.AccountRows;
import io.frontless.kernel.Rejection;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How an account is, in the form that events keep; what its handlers share. The scope that a step runs in names the account. */
@Dependent
public class AccountState {

    private final AccountRows rows;

    @Inject
    public AccountState(AccountRows rows) {
        this.rows = rows;
    }

    /** The account of this scope, locked. */
    AccountRows.Row lock(Execution execution) {
        return lock(execution.workspaceId());
    }

    /** One, locked. */
    AccountRows.Row lock(UUID accountId) {
        return rows.lock(accountId).orElseThrow(() -> Rejection.notFound("account", accountId));
    }

    /** How it is now. */
    Present present(Execution execution) {
        return rows.findAll(List.of(execution.workspaceId())).stream()
                .findFirst()
                .map(account -> new Present(of(account), 1))
                .orElseGet(Present::nothing);
    }

    /** A change of the account. */
    static Change change(AccountRows.@Nullable Row before, AccountRows.Row after) {
        return change(before == null ? null : of(before), of(after), after);
    }

    /** A change of the account that its shown state says more about. */
    static Change change(
            @Nullable Map<String, @Nullable Object> before,
            Map<String, @Nullable Object> after,
            AccountRows.Row account) {
        return new Change(subject(account.accountId()), account.name(), before, after, 1, 0, Map.of());
    }

    static Map<String, @Nullable Object> of(AccountRows.Row account) {
        Map<String, @Nullable Object> state = new LinkedHashMap<>();
        state.put("key", account.accountId().toString());
        state.put("label", account.name());
        state.put("email", account.email());
        return state;
    }

    private static Change.Subject subject(UUID accountId) {
        return new Change.Subject(null, null, accountId.toString());
    }
}
