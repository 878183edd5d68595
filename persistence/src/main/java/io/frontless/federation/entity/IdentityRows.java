package io.frontless.federation.entity;

import io.frontless.workspace.entity.Statements;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Reads and writes whom providers mean by their subjects. */
@Dependent
public class IdentityRows {

    private static final String OF_ONE = " where workspace_id = ? and provider_id = ? and issuer = ? and subject = ?";

    private final Statements statements;

    @Inject
    public IdentityRows(Statements statements) {
        this.statements = statements;
    }

    /** A subject of a provider's. */
    public record Subject(UUID providerId, String issuer, String subject) {}

    /** Whom it means, or meant. */
    public record Row(UUID accountId, long version, boolean unlinked) {}

    /** One, unlinked or not, locked until the end of the transaction. */
    public Optional<Row> lock(UUID workspaceId, Subject subject) {
        return statements
                .read(
                        row -> new Row(row.getObject(1, UUID.class), row.getLong(2), row.getBoolean(3)),
                        "select account_id, version, unlinked_at is not null from frontless.provider_identity" + OF_ONE
                                + " for update",
                        workspaceId,
                        subject.providerId(),
                        subject.issuer(),
                        subject.subject())
                .stream()
                .findFirst();
    }

    /** Adds one of version 1. */
    public void add(UUID workspaceId, Subject subject, UUID accountId) {
        statements.change(
                "insert into frontless.provider_identity (workspace_id, provider_id, issuer, subject, account_id)"
                        + " values (?, ?, ?, ?, ?)",
                workspaceId,
                subject.providerId(),
                subject.issuer(),
                subject.subject(),
                accountId);
    }

    /** Says anew whom it means. */
    public void link(UUID workspaceId, Subject subject, UUID accountId) {
        statements.change(
                "update frontless.provider_identity set account_id = ?, unlinked_at = null, version = version + 1"
                        + OF_ONE,
                accountId,
                workspaceId,
                subject.providerId(),
                subject.issuer(),
                subject.subject());
    }

    /** Leaves a tombstone. */
    public void unlink(UUID workspaceId, Subject subject) {
        statements.change(
                "update frontless.provider_identity set unlinked_at = clock_timestamp(), version = version + 1"
                        + OF_ONE,
                workspaceId,
                subject.providerId(),
                subject.issuer(),
                subject.subject());
    }
}
