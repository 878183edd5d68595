package io.frontless.identity.entity;

import io.frontless.workspace.entity.Lookups;
import io.frontless.workspace.entity.Statements;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads and writes accounts: those that row-level security shows, and by its address the one that somebody says is theirs. */
@Dependent
public class AccountRows {

    private static final String SELECT = "select account_id, email, name from frontless.account where account_id = ?";

    private static final String PEOPLE = "select account_id, email, name from frontless.people(?)";

    private final Statements statements;
    private final Lookups lookups;

    @Inject
    public AccountRows(Statements statements, Lookups lookups) {
        this.statements = statements;
        this.lookups = lookups;
    }

    /** An account. */
    public record Row(UUID accountId, String email, String name) {}

    /** An account with the hash of its password. */
    public record Credentials(Row account, String passwordHash) {}

    /** The account with this address, in lower case; {@code mac} vouches for the address. In no transaction. */
    public Optional<Credentials> byAddress(String email, String mac) {
        return lookups.first(
                row -> new Credentials(row(row), row.getString(4)),
                "select account_id, email, name, password_hash from frontless.account_by_address(?, ?)",
                email,
                mac);
    }

    /** One account, locked until the end of the transaction. */
    public Optional<Row> lock(UUID accountId) {
        return statements.read(AccountRows::row, SELECT + " for update", accountId).stream()
                .findFirst();
    }

    /** Those of the accounts that this transaction may know: the person's own, and the members of the workspace. */
    public List<Row> findAll(Collection<UUID> accountIds) {
        return accountIds.isEmpty()
                ? List.of()
                : statements.read(AccountRows::row, PEOPLE, Statements.Array.ids(List.copyOf(accountIds)));
    }

    /** Adds an account, in the transaction of its own scope. */
    public void add(Row account, String passwordHash) {
        statements.change(
                "insert into frontless.account (account_id, email, name, password_hash) values (?, ?, ?, ?)",
                account.accountId(),
                account.email(),
                account.name(),
                passwordHash);
    }

    /** Makes a dedicated database's copy what the account is; nobody can sign in with one. */
    public void putCopy(Row account) {
        statements.change(
                "insert into frontless.account (account_id, email, name, password_hash) values (?, ?, ?, 'a copy')"
                        + " on conflict (account_id) do update set email = excluded.email, name = excluded.name",
                account.accountId(),
                account.email(),
                account.name());
    }

    /** Changes what the person is called. */
    public void rename(UUID accountId, String name) {
        statements.change("update frontless.account set name = ? where account_id = ?", name, accountId);
    }

    /** Changes the address. */
    public void readdress(UUID accountId, String email) {
        statements.change("update frontless.account set email = ? where account_id = ?", email, accountId);
    }

    /** Puts a password's hash aside under an id. */
    public void putAside(UUID accountId, UUID passwordId, String passwordHash) {
        statements.change(
                "insert into frontless.new_password (account_id, password_id, password_hash) values (?, ?, ?)",
                accountId,
                passwordId,
                passwordHash);
    }

    /** Whether a password's hash was put aside under this id. */
    public boolean isAside(UUID accountId, UUID passwordId) {
        return !statements
                .read(
                        row -> row.getObject(1),
                        "select password_id from frontless.new_password where account_id = ? and password_id = ?",
                        accountId,
                        passwordId)
                .isEmpty();
    }

    /** Makes what was put aside the password; whatever else was put aside is forgotten. */
    public void setPassword(UUID accountId, UUID passwordId) {
        statements.change(
                "update frontless.account a set password_hash = n.password_hash from frontless.new_password n"
                        + " where a.account_id = ? and n.account_id = a.account_id and n.password_id = ?",
                accountId,
                passwordId);
        statements.change("delete from frontless.new_password where account_id = ?", accountId);
    }

    /** Replaces the hash of a password by another of the same password, if it is still the present one. */
    public void remake(UUID accountId, String present, String remade) {
        statements.read(
                row -> row.getBoolean(1), "select frontless.remake_password_hash(?, ?, ?)", accountId, present, remade);
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(row.getObject(1, UUID.class), row.getString(2), row.getString(3));
    }
}
