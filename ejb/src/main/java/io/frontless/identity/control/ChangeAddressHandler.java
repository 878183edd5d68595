package io.frontless.identity.control;

import io.frontless.engine.control.Execution;
import io.frontless.engine.control.Prepared;
import io.frontless.identity.entity.AccountRows;
import io.frontless.identity.entity.MailedLinks;
import io.frontless.identity.entity.MailedLinks.Purpose;
import io.frontless.kernel.Rejection;
import io.frontless.operation.ChangeAddress;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Gives an account a confirmed address. The link is used up with it or not at all. */
@Dependent
public class ChangeAddressHandler implements LastingHandler<ChangeAddress> {

    private final AccountState state;
    private final AccountRows accounts;
    private final MailedLinks links;
    private final AccountFollowing following;

    @Inject
    public ChangeAddressHandler(
            AccountState state, AccountRows accounts, MailedLinks links, AccountFollowing following) {
        this.state = state;
        this.accounts = accounts;
        this.links = links;
        this.following = following;
    }

    @Override
    public Class<ChangeAddress> operation() {
        return ChangeAddress.class;
    }

    @Override
    public Prepared check(ChangeAddress operation, Execution execution) {
        AccountRows.Row before = state.lock(execution);
        if (before.email().equals(operation.email())) {
            throw Rejection.conflict("email", "another one than now", operation.email());
        }

        AccountRows.Row after = new AccountRows.Row(before.accountId(), operation.email(), before.name());
        return new Prepared(AccountState.change(before, after), () -> {
            if (links.use(operation.link(), Purpose.ADDRESS, execution.now()).isEmpty()) {
                throw Links.notOpen();
            }
            accounts.readdress(after.accountId(), after.email());
            following.promise(after);
        });
    }
}
