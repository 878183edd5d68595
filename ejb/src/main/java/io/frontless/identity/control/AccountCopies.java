package io.frontless.identity.control;

import io.frontless.identity.entity.AccountRows;
import io.frontless.workspace.control.WorkspaceContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Copies of accounts in dedicated databases, without passwords: what members and events refer to, and who colleagues are. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class AccountCopies {

    @Inject
    AccountRows accounts;

    @Inject
    WorkspaceContext context;

    /** Makes a database's copy what the account is. */
    public void put(String database, Person person) {
        context.workOn(database);
        context.enterAccount(person.accountId());
        accounts.putCopy(new AccountRows.Row(person.accountId(), person.email(), person.name()));
    }
}
