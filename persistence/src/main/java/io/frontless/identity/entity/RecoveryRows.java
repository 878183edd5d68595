package io.frontless.identity.entity;

import io.frontless.workspace.entity.Statements;
import io.frontless.workspace.entity.Statements.Batch;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads and writes recovery codes, as hashes, in a transaction of their account's scope. */
@Dependent
public class RecoveryRows {

    private static final String OF_SET = " where account_id = ? and set_id = ?";
    private static final String UNUSED = " and in_force and used_at is null";

    private final Statements statements;

    @Inject
    public RecoveryRows(Statements statements) {
        this.statements = statements;
    }

    /** Puts a set aside, by the ids of its codes. */
    public void putAside(UUID accountId, UUID setId, Map<UUID, byte[]> hashes) {
        Batch batch = new Batch();
        hashes.forEach((codeId, hash) -> batch.add(
                "insert into frontless.recovery_code (account_id, set_id, code_id, code_hash) values (?, ?, ?, ?)",
                accountId,
                setId,
                codeId,
                hash));
        statements.send(batch);
    }

    /** How many codes of a set there are that is not in force. */
    public int aside(UUID accountId, UUID setId) {
        return count("select count(*) from frontless.recovery_code" + OF_SET + " and not in_force", accountId, setId);
    }

    /** Puts a set in force; every other one is forgotten. */
    public void putInForce(UUID accountId, UUID setId) {
        statements.change("delete from frontless.recovery_code where account_id = ? and set_id <> ?", accountId, setId);
        statements.change("update frontless.recovery_code set in_force = true" + OF_SET, accountId, setId);
    }

    /** How many are left. */
    public int left(UUID accountId) {
        return count("select count(*) from frontless.recovery_code where account_id = ?" + UNUSED, accountId);
    }

    /** The unused code of a hash. */
    public Optional<UUID> find(UUID accountId, byte[] hash) {
        return statements
                .read(
                        row -> row.getObject(1, UUID.class),
                        "select code_id from frontless.recovery_code where account_id = ? and code_hash = ?" + UNUSED,
                        accountId,
                        hash)
                .stream()
                .findFirst();
    }

    /** Whether a code is unused; it is locked until the end of the transaction. */
    public boolean lockUnused(UUID accountId, UUID codeId) {
        return !statements
                .read(
                        row -> row.getObject(1),
                        "select code_id from frontless.recovery_code where account_id = ? and code_id = ?" + UNUSED
                                + " for update",
                        accountId,
                        codeId)
                .isEmpty();
    }

    /** Uses one up. */
    public void use(UUID accountId, UUID codeId, Instant now) {
        statements.change(
                "update frontless.recovery_code set used_at = ? where account_id = ? and code_id = ?",
                now.atOffset(ZoneOffset.UTC),
                accountId,
                codeId);
    }

    /** Forgets all of them. */
    public void removeAll(UUID accountId) {
        statements.change("delete from frontless.recovery_code where account_id = ?", accountId);
    }

    private int count(String sql, Object... parameters) {
        return statements.read(row -> row.getInt(1), sql, parameters).get(0);
    }
}
