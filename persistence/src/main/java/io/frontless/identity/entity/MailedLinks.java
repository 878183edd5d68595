package io.frontless.identity.entity;

import io.frontless.workspace.entity.Lookups;
import io.frontless.workspace.entity.Statements;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What mailed links stand for. Only the hash of a link's token is kept, and whoever knows the token gets what it stands for, once. */
@Dependent
public class MailedLinks {

    private final Statements statements;
    private final Lookups lookups;

    @Inject
    public MailedLinks(Statements statements, Lookups lookups) {
        this.statements = statements;
        this.lookups = lookups;
    }

    /** What a link is good for. Stored by name. */
    public enum Purpose {
        REGISTRATION,
        ADDRESS,
        PASSWORD
    }

    /** A link; {@code accountId} is whose, null where nobody has an account yet. */
    public record Row(
            UUID linkId,
            @Nullable UUID accountId,
            String email,
            @Nullable String name) {}

    /** Adds one; {@code passwordHash} waits with it, if there is one. */
    public void add(Row link, Purpose purpose, byte[] tokenHash, @Nullable String passwordHash, Instant expiresAt) {
        statements.change(
                "insert into frontless.mailed_link"
                        + " (link_id, token_hash, purpose, account_id, email, name, password_hash, expires_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                link.linkId(),
                tokenHash,
                purpose.name(),
                link.accountId(),
                link.email(),
                link.name(),
                passwordHash,
                expiresAt.atOffset(ZoneOffset.UTC));
    }

    /** The open link of this token's hash. In no transaction. */
    public Optional<Row> find(byte[] tokenHash, Purpose purpose, Instant now) {
        return lookups.first(
                row -> new Row(
                        row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getString(3), row.getString(4)),
                "select link_id, account_id, email, name from frontless.link_by_token(?, ?, ?)",
                tokenHash,
                purpose.name(),
                now.atOffset(ZoneOffset.UTC));
    }

    /** A link that was used up. */
    public record Used(@Nullable String passwordHash) {}

    /** Uses one up in this transaction; none where somebody else was first. */
    public Optional<Used> use(UUID linkId, Purpose purpose, Instant now) {
        return statements
                .read(
                        row -> new Used(row.getString(1)),
                        "select password_hash from frontless.use_link(?, ?, ?)",
                        linkId,
                        purpose.name(),
                        now.atOffset(ZoneOffset.UTC))
                .stream()
                .findFirst();
    }
}
