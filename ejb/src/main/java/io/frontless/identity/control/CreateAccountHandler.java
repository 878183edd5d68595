package io.frontless.identity.control;

import io.frontless.engine.control.Execution;
import io.frontless.engine.control.Prepared;
import io.frontless.identity.entity.AccountRows;
import io.frontless.identity.entity.MailedLinks;
import io.frontless.identity.entity.MailedLinks.Purpose;
import io.frontless.kernel.Rejection;
import io.frontless.operation.CreateAccount;
import io.frontless.workspace.control.Foundation;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Makes an account, with the scope that its operations run in. The link is used up with it or not at all. */
@Dependent
public class CreateAccountHandler implements LastingHandler<CreateAccount> {

    private final AccountRows accounts;
    private final MailedLinks links;
    private final Foundation foundation;

    @Inject
    public CreateAccountHandler(AccountRows accounts, MailedLinks links, Foundation foundation) {
        this.accounts = accounts;
        this.links = links;
        this.foundation = foundation;
    }

    @Override
    public Class<CreateAccount> operation() {
        return CreateAccount.class;
    }

    @Override
    public Prepared check(CreateAccount operation, Execution execution) {
        if (foundation.exists(execution.workspaceId())) {
            throw Rejection.conflict("account", "one that does not exist yet", execution.workspaceId());
        }
        AccountRows.Row account = new AccountRows.Row(execution.workspaceId(), operation.email(), operation.called());

        return new Prepared(AccountState.change(null, account), () -> {
            String passwordHash = links.use(operation.link(), Purpose.REGISTRATION, execution.now())
                    .map(MailedLinks.Used::passwordHash)
                    .orElseThrow(Links::notOpen);
            foundation.layScope(account.accountId(), account.name());
            accounts.add(account, passwordHash);
        });
    }
}
