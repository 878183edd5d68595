package io.frontless.identity.control;

import io.frontless.identity.entity.AccountRows;
import io.frontless.workspace.control.WorkspaceContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Who is behind an account, among those who belong to the workspace that the transaction is in. */
@Dependent
public class People {

    private final AccountRows accounts;
    private final WorkspaceContext context;

    @Inject
    public People(AccountRows accounts, WorkspaceContext context) {
        this.accounts = accounts;
        this.context = context;
    }

    /** The person who acts, who may not belong to the workspace yet. */
    public Optional<Person> acting(UUID accountId) {
        context.enterAccount(accountId);
        return Optional.ofNullable(byId(List.of(accountId)).get(accountId));
    }

    /** Those of the accounts that belong to the workspace, by their id. */
    public Map<UUID, Person> byId(Collection<UUID> accountIds) {
        return accounts.findAll(accountIds).stream()
                .collect(Collectors.toMap(
                        AccountRows.Row::accountId, row -> new Person(row.accountId(), row.email(), row.name())));
    }
}
