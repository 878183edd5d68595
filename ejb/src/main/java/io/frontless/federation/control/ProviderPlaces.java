package io.frontless.federation.control;

import io.frontless.federation.entity.ProviderRows;
import io.frontless.identity.control.Client;
import io.frontless.identity.control.MailDomains;
import io.frontless.identity.control.Permit;
import io.frontless.identity.control.Permits;
import io.frontless.vault.control.ContextMac;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.UUID;

/** Finds where the people of a mail domain sign in. By the domain alone: nothing that is answered depends on whether an account exists. In no transaction. */
@Dependent
public class ProviderPlaces {

    private final ProviderRows rows;
    private final ContextMac mac;
    private final Permits permits;
    private final MailDomains mailDomains;

    @Inject
    public ProviderPlaces(ProviderRows rows, ContextMac mac, Permits permits, MailDomains mailDomains) {
        this.rows = rows;
        this.mac = mac;
        this.permits = permits;
        this.mailDomains = mailDomains;
    }

    /** A provider by the host that people know it by. */
    public record Place(UUID workspaceId, UUID provider, String host) {}

    /** Those that may speak for an address. */
    public List<Place> of(String email, Client client) {
        permits.take(Permit.SIGN_IN_CLIENT, client.network());
        String address = mailDomains.require(email);
        String domain = address.substring(address.lastIndexOf('@') + 1);
        return rows.ofDomain(domain, mac.of("domain", domain)).stream()
                .map(row -> new Place(
                        row.workspaceId(),
                        row.providerId(),
                        URI.create(row.issuer()).getHost()))
                .toList();
    }
}
