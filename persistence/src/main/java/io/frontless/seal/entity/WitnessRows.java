package io.frontless.seal.entity;

import io.frontless.proof.TreeHead;
import io.frontless.workspace.entity.Statements;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.UUID;

/** What witnesses were told, and how one that is a database is told. */
@Dependent
public class WitnessRows {

    private static final int SECONDS_MAX = 10;

    private final Statements statements;

    @Inject
    public WitnessRows(Statements statements) {
        this.statements = statements;
    }

    /** Up to which size a witness was told; 0 where it was not. */
    public long told(UUID workspaceId, String witness) {
        return statements
                .read(
                        row -> row.getLong(1),
                        "select coalesce(max(w.size), 0) from frontless.witness_told w where w.workspace_id = ? and w.witness = ?",
                        workspaceId,
                        witness)
                .get(0);
    }

    /** Notes that a witness was told. */
    public void note(UUID workspaceId, String witness, long size) {
        statements.change(
                "insert into frontless.witness_told (workspace_id, witness, size) values (?, ?, ?)"
                        + " on conflict (workspace_id, witness) do update set size = excluded.size, told_at = clock_timestamp()",
                workspaceId,
                witness,
                size);
    }

    /** Adds heads to another database, which keeps each once (docs/event-proofs.md has its table). */
    public static void tell(String url, Properties login, List<TreeHead.Signed> heads) throws IOException {
        Properties bounded = new Properties();
        bounded.putAll(login);
        bounded.setProperty("loginTimeout", String.valueOf(SECONDS_MAX));
        bounded.setProperty("socketTimeout", String.valueOf(SECONDS_MAX));
        try (Connection connection = DriverManager.getConnection(url, bounded);
                PreparedStatement statement = connection.prepareStatement(
                        "insert into tree_head (workspace, size, root, signed_at, key, signature) values (?, ?, ?, ?, ?, ?)"
                                + " on conflict do nothing")) {
            for (TreeHead.Signed signed : heads) {
                TreeHead head = signed.head();
                statement.setString(1, head.workspace());
                statement.setLong(2, head.size());
                statement.setString(3, head.root());
                statement.setString(4, head.signedAt());
                statement.setString(5, head.key());
                statement.setString(6, signed.signature());
                statement.addBatch();
            }
            var unused = statement.executeBatch();
        } catch (SQLException e) {
            throw new IOException("the witness's database took nothing: " + e.getMessage(), e);
        }
    }
}
