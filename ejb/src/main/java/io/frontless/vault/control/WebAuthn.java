package io.frontless.vault.control;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.exception.DataConversionException;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecord;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticatorTransport;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.VerificationException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Checks what authenticators sign (W3C Web Authentication Level 2, §7.1 and §7.2). The person must have been verified by the authenticator each time, which
 * makes a passkey two factors in one. Attestations are not asked for: whose make a key is is nobody's business here.
 */
@ApplicationScoped
public class WebAuthn {

    /** ES256, RS256 and EdDSA, which cover every authenticator there is (IANA COSE algorithms). */
    public static final List<Integer> ALGORITHMS = List.of(-7, -257, -8);

    private static final List<PublicKeyCredentialParameters> PARAMETERS = ALGORITHMS.stream()
            .map(algorithm -> new PublicKeyCredentialParameters(
                    PublicKeyCredentialType.PUBLIC_KEY, COSEAlgorithmIdentifier.create(algorithm)))
            .toList();

    private final ObjectConverter converter = new ObjectConverter();
    private final WebAuthnManager manager = WebAuthnManager.createNonStrictWebAuthnManager(converter);
    private final AttestedCredentialDataConverter credentials = new AttestedCredentialDataConverter(converter);

    /** Where a ceremony takes place: the origin of our pages, its host, and what was to be signed, in base64url. */
    public record Ceremony(String origin, String host, String challenge) {

        private ServerProperty property() {
            return ServerProperty.builder()
                    .origin(new Origin(origin))
                    .rpId(host)
                    .challenge(new DefaultChallenge(challenge))
                    .build();
        }
    }

    /**
     * A credential; never compared, only used.
     *
     * @param credential id and public key, as WebAuthn §6.5.1 writes them
     * @param transports how the authenticator is reached, separated by commas
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Registered(
            byte[] credentialId,
            byte[] credential,
            long signCount,
            boolean backupEligible,
            boolean backedUp,
            String transports) {}

    /** What an authenticator says in an assertion, before it is believed; never compared. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Claim(byte[] credentialId, byte @Nullable [] userHandle, String challenge) {}

    /** What was found in an assertion that is right. */
    public record Used(long signCount, boolean backedUp) {}

    /** A new credential from a browser's answer; none where anything about it is wrong. */
    public Optional<Registered> register(String answer, Ceremony ceremony) {
        try {
            RegistrationData data = manager.verifyRegistrationResponseJSON(
                    answer, new RegistrationParameters(ceremony.property(), PARAMETERS, true, true));
            return Optional.of(registered(data));
        } catch (DataConversionException | VerificationException | IllegalArgumentException | NullPointerException e) {
            return Optional.empty();
        }
    }

    /** The challenge that a browser's answer to a registration is about, in base64url; none where it cannot be read. */
    public Optional<String> challengeOfRegistration(String answer) {
        try {
            RegistrationData data = manager.parseRegistrationResponseJSON(answer);
            return Optional.of(text(Objects.requireNonNull(data.getCollectedClientData())
                    .getChallenge()
                    .getValue()));
        } catch (DataConversionException | IllegalArgumentException | NullPointerException e) {
            return Optional.empty();
        }
    }

    /** What a browser's answer claims; none where it cannot be read. */
    public Optional<Claim> claim(String answer) {
        try {
            AuthenticationData data = manager.parseAuthenticationResponseJSON(answer);
            String challenge = text(Objects.requireNonNull(data.getCollectedClientData())
                    .getChallenge()
                    .getValue());
            return Optional.of(new Claim(data.getCredentialId(), data.getUserHandle(), challenge));
        } catch (DataConversionException | IllegalArgumentException | NullPointerException e) {
            return Optional.empty();
        }
    }

    /** Whether an answer is signed by a credential, for this ceremony, with its counter ahead; none where it is not. */
    public Optional<Used> use(String answer, Ceremony ceremony, Registered credential) {
        try {
            AuthenticationData data = manager.verifyAuthenticationResponseJSON(
                    answer,
                    new AuthenticationParameters(
                            ceremony.property(), record(credential), List.of(credential.credentialId()), true, true));
            AuthenticatorData<?> told = Objects.requireNonNull(data.getAuthenticatorData());
            return Optional.of(new Used(told.getSignCount(), told.isFlagBS()));
        } catch (DataConversionException | VerificationException | IllegalArgumentException | NullPointerException e) {
            return Optional.empty();
        }
    }

    private Registered registered(RegistrationData data) {
        AuthenticatorData<?> told =
                Objects.requireNonNull(data.getAttestationObject()).getAuthenticatorData();
        AttestedCredentialData credential = Objects.requireNonNull(told.getAttestedCredentialData());
        Set<AuthenticatorTransport> transports = data.getTransports() == null ? Set.of() : data.getTransports();
        return new Registered(
                credential.getCredentialId(),
                credentials.convert(credential),
                told.getSignCount(),
                told.isFlagBE(),
                told.isFlagBS(),
                transports.stream()
                        .map(AuthenticatorTransport::getValue)
                        .filter(transport -> transport.matches("[a-z-]{1,20}"))
                        .collect(Collectors.toCollection(TreeSet::new))
                        .stream()
                        .collect(Collectors.joining(",")));
    }

    private CredentialRecord record(Registered credential) {
        return new CredentialRecordImpl(
                new NoneAttestationStatement(),
                true,
                credential.backupEligible(),
                credential.backedUp(),
                credential.signCount(),
                credentials.convert(credential.credential()),
                null,
                null,
                null,
                null);
    }

    private static String text(byte[] challenge) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(challenge);
    }
}
