package io.frontless.connection.control;

import io.frontless.oauth.control.ProviderMetadata;
import io.frontless.oauth.control.PublishedKeys;
import io.frontless.oauth.control.TokenEndpoint;
import io.frontless.oauth.control.TokenEndpoint.Client;
import io.frontless.vault.control.SealedSecret;
import io.frontless.vault.control.Vault;
import io.frontless.workspace.control.Caller;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;

/** Gives the tokens of a grant back to their provider (RFC 7009), and forgets them then. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Revocation {

    @Inject
    RevocationWork work;

    @Inject
    PublishedKeys published;

    @Inject
    TokenEndpoint endpoint;

    @Inject
    Vault vault;

    /** Gives back what no connection uses; a {@link io.frontless.kernel.Rejection} where that has to be tried again. */
    public void run(Caller caller, UUID grant) {
        work.due(caller, grant).ifPresent(due -> {
            ProviderMetadata metadata = published.metadata(due.terms().issuer());
            String address = metadata.revocation();
            if (address != null) {
                giveBack(
                        new Client(due.provides(), metadata, due.terms().clientId(), due.secret()),
                        address,
                        due.tokens());
            }
            work.forget(caller, grant);
        });
    }

    /** Forgets without giving back. */
    public void forget(Caller caller, UUID grant) {
        if (work.due(caller, grant).isPresent()) {
            work.forget(caller, grant);
        }
    }

    /** The refresh token, with which the provider ends the access tokens, too (§2.1); one that it does not know is as good as given back (§2.2). */
    private void giveBack(Client us, String address, SealedSecret tokens) {
        var unused = vault.use(
                us.who(),
                tokens,
                secret -> endpoint.send(
                        us,
                        address,
                        Map.of("token", secret.read(Tokens::of).refresh(), "token_type_hint", "refresh_token")));
    }
}
