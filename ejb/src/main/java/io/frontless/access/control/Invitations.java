package io.frontless.access.control;

import io.frontless.access.entity.InvitationRows;
import io.frontless.identity.control.MailedLinks;
import io.frontless.kernel.Limits;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who is invited into a workspace, inside somebody else's transaction, which has entered it. */
@Dependent
public class Invitations {

    private static final Duration PERIOD = Duration.ofHours(1);

    private final InvitationRows rows;

    @Inject
    public Invitations(InvitationRows rows) {
        this.rows = rows;
    }

    /** To whose address it goes, with which role, and who invites. */
    record Guest(String email, String role, UUID invitedBy) {}

    /**
     * An invitation.
     *
     * @param version counts its changes, from 1
     * @param open whether it was neither used nor revoked; it may have expired
     */
    record Kept(UUID workspaceId, UUID id, Guest guest, Instant expiresAt, long version, boolean open) {

        /** Whether its link works at this moment. */
        boolean works(Instant now) {
            return open && now.isBefore(expiresAt);
        }
    }

    /** The one refusal of a link, whatever is wrong with it: who only guesses learns nothing. */
    static Rejection doesNotWork() {
        return new Rejection(
                Reason.NOT_FOUND,
                "this invitation does not work: it was used or revoked, has expired, or was never sent");
    }

    /** The one that a mailed token belongs to, in whatever workspace; in no workspace's transaction. */
    Optional<Kept> byToken(String token) {
        return rows.byToken(MailedLinks.hash(token)).map(Invitations::kept);
    }

    /** Those neither used nor revoked, the oldest first. */
    List<Kept> open(UUID workspaceId) {
        return rows.open(workspaceId).stream().map(Invitations::kept).toList();
    }

    Optional<Kept> find(UUID workspaceId, UUID id) {
        return rows.find(workspaceId, id).map(Invitations::kept);
    }

    /** One, locked until the end of the transaction. */
    Optional<Kept> lock(UUID workspaceId, UUID id) {
        return rows.lock(workspaceId, id).map(Invitations::kept);
    }

    /** Adds one, with the hash of its link's token. */
    void add(UUID workspaceId, UUID id, Guest guest, InvitationLink link) {
        rows.closeExpired(workspaceId, guest.email(), link.now());
        rows.add(row(workspaceId, id, guest, link), stored(link));
    }

    /** Opens a revoked one again, by another link. */
    void reopen(UUID workspaceId, UUID id, Guest guest, InvitationLink link) {
        rows.closeExpired(workspaceId, guest.email(), link.now());
        rows.reopen(row(workspaceId, id, guest, link), stored(link));
    }

    /** Refuses as LIMIT one mail more than a workspace may send in an hour, or for one invitation; of requests at the same time each counts. */
    void requireMailAllowed(UUID workspaceId, UUID id, boolean repeated, Instant now) {
        rows.lockCount(workspaceId);
        Instant sentAnHourAgo = now.plus(Limits.INVITATION_LIFETIME).minus(PERIOD);
        if (rows.mailsExpiringAfter(workspaceId, sentAnHourAgo) >= Limits.INVITATION_MAILS_MAX) {
            throw Rejection.tooOften(PERIOD);
        }
        if (repeated && rows.mails(workspaceId, id) >= Limits.INVITATION_REPEATS_MAX) {
            throw Rejection.of(
                    Reason.LIMIT,
                    "invitation",
                    "at most " + Limits.INVITATION_REPEATS_MAX + " mails for it",
                    "one more");
        }
    }

    /** Makes the link useless. */
    void revoke(UUID workspaceId, UUID id) {
        rows.revoke(workspaceId, id);
    }

    /** Uses the link up. */
    void use(UUID workspaceId, UUID id) {
        rows.use(workspaceId, id);
    }

    /** What is kept of a link that is sent now. */
    record InvitationLink(String tokenHash, Instant now) {

        Instant expiresAt() {
            return now.plus(Limits.INVITATION_LIFETIME);
        }
    }

    private static InvitationRows.Link stored(InvitationLink link) {
        return new InvitationRows.Link(link.tokenHash(), link.expiresAt());
    }

    private static InvitationRows.Row row(UUID workspaceId, UUID id, Guest guest, InvitationLink link) {
        return new InvitationRows.Row(
                workspaceId, id, guest.email(), guest.role(), guest.invitedBy(), link.expiresAt(), 1, true);
    }

    private static Kept kept(InvitationRows.Row row) {
        return new Kept(
                row.workspaceId(),
                row.id(),
                new Guest(row.email(), row.role(), row.invitedBy()),
                row.expiresAt(),
                row.version(),
                row.open());
    }
}
