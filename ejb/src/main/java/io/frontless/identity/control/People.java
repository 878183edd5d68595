package io.frontless.identity.control;

import io.frontless.identity.entity.Account;
import io.frontless.identity.entity.Accounts;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Who is behind an account; for those who know already that it belongs to their workspace. */
@Dependent
public class People {

    private final Accounts accounts;

    @Inject
    public People(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Those of the accounts that exist, by their id. */
    public Map<UUID, Person> byId(Collection<UUID> accountIds) {
        return accounts.findAll(accountIds).stream()
                .collect(Collectors.toMap(
                        Account::id, account -> new Person(account.id(), account.email(), account.name())));
    }
}
