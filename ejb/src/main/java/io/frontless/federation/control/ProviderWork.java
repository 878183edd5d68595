package io.frontless.federation.control;

import io.frontless.federation.entity.DirectoryRows;
import io.frontless.federation.entity.IdentityRows;
import io.frontless.federation.entity.IdentityRows.Subject;
import io.frontless.federation.entity.ProviderRows;
import io.frontless.federation.entity.ProviderSignInRows;
import io.frontless.oauth.control.ClientSecrets;
import io.frontless.vault.control.SealedSecret;
import io.frontless.workspace.control.Caller;
import io.frontless.workspace.control.InWorkspace;
import io.frontless.workspace.control.Members;
import io.frontless.workspace.control.Members.Seat;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a sign-in at a provider reads and writes of the workspace, each in a transaction of its own, so that none waits for the provider. */
@Stateless
@InWorkspace
public class ProviderWork {

    @Inject
    ProviderRows providers;

    @Inject
    ProviderSignInRows signIns;

    @Inject
    IdentityRows identities;

    @Inject
    DirectoryRows directory;

    @Inject
    Members members;

    @Inject
    ClientSecrets secrets;

    /** A membership that was, and whether it still lets in. */
    public record Standing(boolean known, boolean active) {}

    /** What the directory says of an address. */
    public record Named(boolean active, String role) {}

    /** The terms of a connected provider. */
    public Optional<ProviderRows.Terms> terms(Caller caller, UUID provider) {
        return providers
                .find(caller.workspaceId(), provider)
                .filter(row -> !row.disconnected())
                .map(ProviderRows.Row::terms);
    }

    /** Notes that a browser leaves for the provider. */
    public void begin(Caller caller, byte[] stateHash, ProviderSignInRows.Row row, Instant now) {
        signIns.add(caller.workspaceId(), stateHash, row, now);
    }

    /** What was noted, once. */
    public Optional<ProviderSignInRows.Row> take(Caller caller, byte[] stateHash) {
        return signIns.take(caller.workspaceId(), stateHash);
    }

    /** The client secret, sealed. */
    public SealedSecret secret(Caller caller, ProviderRows.Terms terms) {
        return secrets.find(caller.workspaceId(), ProviderState.CLIENT_SECRET, terms.secretId());
    }

    /** Whom a subject means, if anybody. */
    public Optional<UUID> linked(Caller caller, Subject subject) {
        return identities
                .lock(caller.workspaceId(), subject)
                .filter(row -> !row.unlinked())
                .map(IdentityRows.Row::accountId);
    }

    /** How somebody stands to the workspace. */
    public Standing standing(Caller caller, @Nullable UUID account) {
        Optional<Seat> seat =
                Optional.ofNullable(account).flatMap(present -> members.find(caller.workspaceId(), present));
        return new Standing(seat.isPresent(), seat.filter(Seat::active).isPresent());
    }

    /** What the directory says of an address, if it knows it. */
    public Optional<Named> named(Caller caller, String email) {
        return directory
                .lockByEmail(caller.workspaceId(), email)
                .map(row -> new Named(row.entry().active(), row.entry().role()));
    }
}
