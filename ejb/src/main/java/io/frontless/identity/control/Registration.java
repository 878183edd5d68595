package io.frontless.identity.control;

import io.frontless.engine.control.CommandGateway;
import io.frontless.identity.control.Links.Letter;
import io.frontless.identity.control.Links.Sending;
import io.frontless.identity.entity.MailedLinks;
import io.frontless.identity.entity.MailedLinks.Purpose;
import io.frontless.kernel.Ids;
import io.frontless.kernel.Limits;
import io.frontless.operation.CreateAccount;
import io.frontless.operation.RenameAccount;
import io.frontless.vault.control.Passwords;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;

/** Registration: a link goes to the address, and whoever confirms it gets the account. Known and unknown addresses are answered alike. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Registration {

    @Inject
    Addresses addresses;

    @Inject
    MailDomains domains;

    @Inject
    Passwords passwords;

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

    /** Mails a confirmation link to a business address; to one that has an account, word of the attempt instead. */
    public void register(String email, String name, String password, Client client) {
        String address = domains.require(email);
        RenameAccount named = new RenameAccount(name.strip());
        PasswordRules.require("password", password, List.of(address, named.called()));
        permits.take(Permit.REGISTER_CLIENT, client.network());
        permits.take(Permit.REGISTER_ADDRESS, address);
        String passwordHash = passwords.hash(password);
        if (addresses.find(address).isPresent()) {
            links.tell(address, alreadyThere());
            return;
        }
        MailedLinks.Row link = new MailedLinks.Row(ids.get(), null, address, named.called());
        links.send(
                new Sending(link, Purpose.REGISTRATION, passwordHash, Limits.VERIFICATION_LIFETIME),
                confirm(named.called()));
    }

    /** Makes the account of a mailed link; a used, expired or unknown link is refused in one way. */
    public void verify(String token, Client client) {
        permits.take(Permit.LINK_CLIENT, client.network());
        MailedLinks.Row link = links.require(token, Purpose.REGISTRATION);
        if (addresses.find(link.email()).isPresent()) {
            throw Links.notOpen();
        }
        String name = Objects.requireNonNull(link.name(), "a registration has one");
        Person person = new Person(ids.get(), link.email(), name);
        gateway.perform(person.self(), new CreateAccount(link.linkId(), link.email(), name));
    }

    private Letter alreadyThere() {
        return new Letter(
                "You already have a Frontless account",
                "Somebody tried to register with your address, perhaps you."
                        + " You already have an account: sign in at " + config.publicUrl() + "/sign-in");
    }

    private Letter confirm(String name) {
        return new Letter(
                "Confirm your address for Frontless",
                "Hello " + name + ",\n\nconfirm that this address is yours:\n\n"
                        + config.publicUrl() + "/confirm?token=%s\n\nThe link works once, for "
                        + Limits.VERIFICATION_LIFETIME.toHours()
                        + " hours. If you did not register, ignore this mail.\n");
    }
}
