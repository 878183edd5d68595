package io.frontless.identity.control;

import io.frontless.engine.control.CommandGateway;
import io.frontless.identity.control.Links.Letter;
import io.frontless.identity.control.Links.Sending;
import io.frontless.identity.entity.AccountRows;
import io.frontless.identity.entity.MailedLinks;
import io.frontless.identity.entity.MailedLinks.Purpose;
import io.frontless.kernel.Ids;
import io.frontless.kernel.Limits;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.operation.ChangeAddress;
import io.frontless.operation.RenameAccount;
import io.frontless.operation.SetPassword;
import io.frontless.vault.control.Passwords;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people change of their own account: name, password, address. What could lock them out wants the present password again. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AccountChanges {

    @Inject
    Addresses addresses;

    @Inject
    MailDomains domains;

    @Inject
    Passwords passwords;

    @Inject
    NewPasswords newPasswords;

    @Inject
    Permits permits;

    @Inject
    Links links;

    @Inject
    CommandGateway gateway;

    @Inject
    IdentityConfig config;

    @Inject
    Ids ids;

    /** Changes what the person is called. */
    public void rename(Person person, String name) {
        gateway.perform(person.self(), new RenameAccount(name.strip()));
    }

    /** Changes the password, and ends every other session. */
    public void changePassword(Presence presence, String present, String next) {
        Person person = presence.person();
        requirePassword(person, present);
        setPassword(person, next, presence.session());
        links.tell(person.email(), passwordChanged());
    }

    /** Mails a link to the new address, and word of it to the present one; the address changes when the link is confirmed. */
    public void requestAddress(Person person, String present, String email, Client client) {
        requirePassword(person, present);
        String address = domains.require(email);
        permits.take(Permit.MAIL_CLIENT, client.network());
        permits.take(Permit.MAIL_ADDRESS, address);
        if (addresses.find(address).isPresent()) {
            links.tell(
                    address,
                    new Letter(
                            "Your address was given for another Frontless account",
                            "Somebody wants to use your address for their account, perhaps you."
                                    + " It belongs to an account already, so nothing was changed."));
        } else {
            MailedLinks.Row link = new MailedLinks.Row(ids.get(), person.accountId(), address, person.name());
            links.send(new Sending(link, Purpose.ADDRESS, null, Limits.VERIFICATION_LIFETIME), confirm(person));
        }
        links.tell(
                person.email(),
                new Letter(
                        "Your Frontless address is about to change",
                        "Somebody who knows your password wants to change your address to " + address
                                + ". If that was not you, change your password now: " + config.publicUrl()
                                + "/account"));
    }

    /** Changes the address by the mailed link; both addresses are told. */
    public void confirmAddress(String token, Client client) {
        permits.take(Permit.LINK_CLIENT, client.network());
        MailedLinks.Row link = links.require(token, Purpose.ADDRESS);
        Person person = owner(link);
        gateway.perform(person.self(), new ChangeAddress(link.linkId(), link.email()));
        Letter changed = new Letter(
                "Your Frontless address was changed",
                "Your account's address is now " + link.email()
                        + ". If that was not you, answer to your administrator at once.");
        links.tell(person.email(), changed);
        links.tell(link.email(), changed);
    }

    /** Mails a link to a forgotten password's address, if it has an account; the answer is the same where it has none. */
    public void requestReset(String email, Client client) {
        String address = BusinessAddress.canonical(email);
        permits.take(Permit.MAIL_CLIENT, client.network());
        permits.take(Permit.MAIL_ADDRESS, address);
        Optional<AccountRows.Row> account = addresses.find(address).map(AccountRows.Credentials::account);
        UUID accountId = account.map(AccountRows.Row::accountId).orElse(null);
        MailedLinks.Row link = new MailedLinks.Row(ids.get(), accountId, address, null);
        links.send(
                new Sending(link, Purpose.PASSWORD, null, Limits.RESET_LIFETIME),
                accountId == null ? noAccount() : reset());
    }

    /** Sets a password by the mailed link, and ends every session. */
    public void reset(String token, String next, Client client) {
        permits.take(Permit.LINK_CLIENT, client.network());
        MailedLinks.Row link = links.require(token, Purpose.PASSWORD);
        Person person = owner(link);
        PasswordRules.require("password", next, List.of(person.email(), person.name()));
        newPasswords.useLink(link.linkId());
        setPassword(person, next, null);
        links.tell(person.email(), passwordChanged());
    }

    /** Refuses as DENIED who does not know the present password. */
    public void requirePassword(Person person, String password) {
        permits.take(Permit.REPEAT_PASSWORD, person.accountId().toString());
        String hash = addresses
                .find(person.email())
                .map(AccountRows.Credentials::passwordHash)
                .orElse(null);
        if (password.length() > 2 * Limits.PASSWORD_CHARS_MAX || !passwords.matches(password, hash)) {
            throw new Rejection(Reason.DENIED, "this is not your present password");
        }
        permits.forget(Permit.REPEAT_PASSWORD, person.accountId().toString());
    }

    private void setPassword(Person person, String next, @Nullable UUID keep) {
        PasswordRules.require("password", next, List.of(person.email(), person.name()));
        UUID passwordId = newPasswords.putAside(person, passwords.hash(next));
        gateway.perform(person.self(), new SetPassword(passwordId, keep));
    }

    private Person owner(MailedLinks.Row link) {
        UUID accountId = link.accountId();
        return Optional.ofNullable(accountId).flatMap(newPasswords::owner).orElseThrow(Links::notOpen);
    }

    private Letter confirm(Person person) {
        return new Letter(
                "Confirm your new address for Frontless",
                "Hello " + person.name() + ",\n\nconfirm that this address is yours:\n\n" + config.publicUrl()
                        + "/confirm-address?token=%s\n\nThe link works once, for "
                        + Limits.VERIFICATION_LIFETIME.toHours() + " hours.\n");
    }

    private Letter reset() {
        return new Letter(
                "Set a new password for Frontless",
                "Somebody has forgotten the password of your account, perhaps you. Set a new one:\n\n"
                        + config.publicUrl() + "/reset?token=%s\n\nThe link works once, for an hour."
                        + " If that was not you, ignore this mail: your password is as it was.\n");
    }

    private Letter noAccount() {
        return new Letter(
                "You have no Frontless account",
                "Somebody asked for a new password for this address, perhaps you. It has no account. Register at "
                        + config.publicUrl() + "/register\n");
    }

    private static Letter passwordChanged() {
        return new Letter(
                "Your Frontless password was changed",
                "Your password was changed, and other sessions were ended."
                        + " If that was not you, set a new one at once by \"Forgotten password\" on the sign-in page.\n");
    }
}
