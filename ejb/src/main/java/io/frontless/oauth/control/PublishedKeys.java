package io.frontless.oauth.control;

import io.frontless.kernel.Json;
import io.frontless.kernel.Limits;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.outbound.control.Outbound;
import io.frontless.outbound.control.OutboundAnswer;
import io.frontless.outbound.control.OutboundRequest;
import io.frontless.vault.control.ProviderTokens;
import io.frontless.vault.control.ProviderTokens.Checked;
import io.frontless.vault.control.ProviderTokens.Outcome;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What providers publish: where they are asked, and the keys by which their tokens are verified. Remembered for some minutes; a token that names an unknown
 * key makes us ask again, but not at will.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PublishedKeys {

    private static final String WELL_KNOWN = "/.well-known/openid-configuration";
    private static final int OK = 200;

    @Inject
    Outbound outbound;

    @Inject
    Clock clock;

    private final Map<String, Known> known = new LinkedHashMap<>();

    /** What is known of an issuer; {@code missedAt} is when it was last asked for a key that was missing. */
    private record Known(ProviderMetadata metadata, String keys, Instant askedAt, Instant missedAt) {}

    /** Where a provider is asked; UNAVAILABLE where it does not tell, INVALID where it must not be called or tells of another. */
    public ProviderMetadata metadata(String issuer) {
        return known(issuer).metadata();
    }

    /** Verifies a token of a provider's. */
    public Checked check(String issuer, String token) {
        Known present = known(issuer);
        Checked checked = ProviderTokens.check(token, present.keys());
        boolean mayAsk =
                present.missedAt().plus(Limits.PROVIDER_KEYS_ASKED_EVERY).isBefore(clock.instant());
        if (checked.outcome() != Outcome.UNKNOWN_KEY || !mayAsk) {
            return checked;
        }
        Known renewed =
                new Known(present.metadata(), get(present.metadata().keys()), present.askedAt(), clock.instant());
        remember(issuer, renewed);
        return ProviderTokens.check(token, renewed.keys());
    }

    private Known known(String issuer) {
        Instant now = clock.instant();
        Known present = remembered(issuer);
        if (present != null
                && present.askedAt().plus(Limits.PROVIDER_METADATA_LIFETIME).isAfter(now)) {
            return present;
        }
        String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
        ProviderMetadata metadata = ProviderMetadata.read(issuer, Json.readObject(get(base + WELL_KNOWN)));
        Known fresh = new Known(metadata, get(metadata.keys()), now, Instant.EPOCH);
        remember(issuer, fresh);
        return fresh;
    }

    private synchronized @Nullable Known remembered(String issuer) {
        return known.get(issuer);
    }

    private synchronized void remember(String issuer, Known fresh) {
        if (known.size() >= Limits.PROVIDERS_REMEMBERED_MAX && !known.containsKey(issuer)) {
            known.remove(known.keySet().iterator().next());
        }
        known.put(issuer, fresh);
    }

    private String get(String url) {
        OutboundAnswer answer = outbound.send(OutboundRequest.get(url).with("Accept", "application/json"));
        if (answer.status() != OK) {
            throw new Rejection(Reason.UNAVAILABLE, "the provider answers " + answer.status() + " at " + url);
        }
        return answer.body();
    }
}
