package io.frontless.identity.boundary;

import io.frontless.boundary.CurrentPerson;
import io.frontless.boundary.JsonAnswer;
import io.frontless.boundary.JsonBody;
import io.frontless.boundary.PathId;
import io.frontless.boundary.Requires;
import io.frontless.identity.control.AccountFactors;
import io.frontless.identity.control.Confirmations;
import io.frontless.identity.control.Factors;
import io.frontless.identity.control.FactorsView;
import io.frontless.identity.control.Presence;
import io.frontless.identity.control.TotpEnrolment;
import io.frontless.operation.Params;
import io.frontless.operation.Permission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;

/** By what the signed-in person signs in, beside the password: an authenticator app, passkeys, and recovery codes for when these are lost. */
@Path("/account/factors")
@ApplicationScoped
public class FactorsResource {

    @Inject
    CurrentPerson person;

    @Inject
    Factors factors;

    @Inject
    AccountFactors changes;

    @Inject
    Confirmations confirmations;

    /** What there is. */
    @GET
    @Requires(Permission.MANAGE_ACCOUNT)
    public Response list() {
        Presence here = person.requirePresence();
        FactorsView view = factors.of(here.person().self());
        return new JsonAnswer()
                .with("appSince", view.appSince())
                .with(
                        "passkeys",
                        view.passkeys().stream().map(FactorsResource::json).toList())
                .with("recoveryCodesLeft", view.recoveryCodesLeft())
                .with("confirmed", confirmations.isRecent(here))
                .ok();
    }

    /** Proves once more who is signed in, before changes. */
    @POST
    @Path("confirmation")
    @Requires(Permission.MANAGE_ACCOUNT)
    public Response confirm(InputStream body) {
        confirmations.confirm(person.requirePresence(), ProofJson.read(JsonBody.read(body)));
        return Response.noContent().build();
    }

    /** Asks for a passkey to prove it by. */
    @POST
    @Path("confirmation/request")
    @Requires(Permission.MANAGE_ACCOUNT)
    public Response confirmationByPasskey(InputStream body) {
        JsonBody.read(body).requireAllRead();
        return new JsonAnswer()
                .with("publicKey", confirmations.passkeyRequest(person.requirePresence()))
                .ok();
    }

    /** Makes a secret for an authenticator app. */
    @POST
    @Path("app")
    @Requires(Permission.MANAGE_ACCOUNT)
    public Response beginApp(InputStream body) {
        JsonBody.read(body).requireAllRead();
        TotpEnrolment enrolment = changes.beginTotp(person.requirePresence());
        return new JsonAnswer()
                .with("secretId", enrolment.secretId())
                .with("key", enrolment.key())
                .with("address", enrolment.address())
                .created();
    }

    /** Puts the app into use by its first code. */
    @POST
    @Path("app/confirmation")
    @Requires(Permission.MANAGE_ACCOUNT)
    public Response enableApp(InputStream body) {
        Params params = JsonBody.read(body);
        UUID secretId = params.id("secretId");
        String code = params.text("code");
        params.requireAllRead();
        return codes(changes.enableTotp(person.requirePresence(), secretId, code));
    }

    /** Ends the use of the app. */
    @DELETE
    @Path("app")
    @Requires(Permission.MANAGE_ACCOUNT)
    public Response disableApp() {
        changes.disableTotp(person.requirePresence());
        return Response.noContent().build();
    }

    /** Asks for a new passkey. */
    @POST
    @Path("passkeys/request")
    @Requires(Permission.MANAGE_ACCOUNT)
    public Response beginPasskey(InputStream body) {
        JsonBody.read(body).requireAllRead();
        return new JsonAnswer()
                .with("publicKey", changes.beginPasskey(person.requirePresence()))
                .ok();
    }

    /** Adds what a browser made of such a request. */
    @POST
    @Path("passkeys")
    @Requires(Permission.MANAGE_ACCOUNT)
    public Response addPasskey(InputStream body) {
        Params params = JsonBody.read(body);
        String label = params.text("label");
        String answer = ProofJson.passkey(params).answer();
        params.requireAllRead();
        return codes(changes.addPasskey(person.requirePresence(), label, answer));
    }

    /** Changes what a passkey is called. */
    @PATCH
    @Path("passkeys/{passkey}")
    @Requires(Permission.MANAGE_ACCOUNT)
    public Response renamePasskey(@PathParam("passkey") String passkey, InputStream body) {
        Params params = JsonBody.read(body);
        String label = params.text("label");
        params.requireAllRead();
        changes.renamePasskey(person.requirePresence(), PathId.of("passkey", passkey), label);
        return Response.noContent().build();
    }

    /** Ends the use of a passkey. */
    @DELETE
    @Path("passkeys/{passkey}")
    @Requires(Permission.MANAGE_ACCOUNT)
    public Response removePasskey(@PathParam("passkey") String passkey) {
        changes.removePasskey(person.requirePresence(), PathId.of("passkey", passkey));
        return Response.noContent().build();
    }

    /** Makes new recovery codes. */
    @POST
    @Path("recovery-codes")
    @Requires(Permission.MANAGE_ACCOUNT)
    public Response renewCodes(InputStream body) {
        JsonBody.read(body).requireAllRead();
        return codes(changes.renewCodes(person.requirePresence()));
    }

    /** The one answer that tells recovery codes; none where they were told before. */
    private static Response codes(List<String> codes) {
        return new JsonAnswer().with("recoveryCodes", codes).created();
    }

    private static Object json(FactorsView.PasskeyView passkey) {
        return new JsonAnswer()
                .with("passkeyId", passkey.passkeyId())
                .with("label", passkey.label())
                .with("addedAt", passkey.addedAt())
                .with("usedAt", passkey.usedAt())
                .with("synced", passkey.synced())
                .map();
    }
}
