package io.frontless.identity.control;

import io.frontless.identity.entity.AccountRows;
import io.frontless.vault.control.ContextMac;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;

/** Finds accounts by address, for those who have not signed in; the database answers only for an address that is vouched for. */
@Dependent
public class Addresses {

    private final AccountRows accounts;
    private final ContextMac mac;

    @Inject
    public Addresses(AccountRows accounts, ContextMac mac) {
        this.accounts = accounts;
        this.mac = mac;
    }

    /** The account with this address, which is in its one form. In no transaction. */
    Optional<AccountRows.Credentials> find(String address) {
        return accounts.byAddress(address, mac.of("address", address));
    }
}
