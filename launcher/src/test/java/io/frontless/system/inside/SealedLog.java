package io.frontless.system.inside;

import io.frontless.proof.TreeHead;
import io.frontless.seal.control.Sealing;
import io.frontless.vault.control.AuditKeys;
import io.frontless.verifier.Archive;
import io.frontless.verifier.DatabaseLog;
import io.frontless.verifier.Finding;
import io.frontless.verifier.Keys;
import io.frontless.verifier.SourceException;
import io.frontless.verifier.Verifier;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Seals a workspace's log at once, and has it checked as an auditor would: by the verifier, as the superuser, with the public key. */
@Dependent
public class SealedLog {

    @Inject
    Sealing sealing;

    @Inject
    AuditKeys keys;

    /** Seals everything that was committed. */
    public void seal(UUID workspaceId) {
        Optional<Sealing.Progress> more =
                sealing.begin(workspaceId).orElseThrow().more();
        while (more.isPresent()) {
            more = sealing.goOn(workspaceId, more.get()).more();
        }
    }

    /** What the verifier finds in a workspace's log. */
    public List<Finding> findings(UUID workspaceId) {
        try (Connection administrator = DatabaseRole.ADMINISTRATOR.connect()) {
            administrator.setAutoCommit(false);
            return findings(administrator, workspaceId, List.of(), List.of());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same in a transaction that has begun, also against the heads of a witness and with archives. */
    public List<Finding> findings(
            Connection connection, UUID workspaceId, List<TreeHead.Signed> witnessed, List<Archive> archives) {
        try {
            return new Verifier(publicKeys(), witnessed, false, archives)
                    .verify(DatabaseLog.inTransactionOf(connection), workspaceId.toString())
                    .findings();
        } catch (SourceException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The signed heads of a workspace's trees, the smallest first, as a witness gets them. */
    public List<TreeHead.Signed> heads(UUID workspaceId) {
        List<TreeHead.Signed> heads = new ArrayList<>();
        try (Connection administrator = DatabaseRole.ADMINISTRATOR.connect()) {
            new DatabaseLog(administrator).readHeads(workspaceId.toString(), heads::add);
            return heads;
        } catch (SQLException | SourceException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The keys that a verifier believes. */
    public Keys publicKeys() {
        return Keys.of(pem());
    }

    /** The same as an auditor keeps them. */
    public String pem() {
        return String.join("\n", keys.publicKeys().values());
    }
}
