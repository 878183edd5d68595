package io.frontless.identity.entity;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.UUID;

/** Reads and writes accounts, verification links and sessions. */
@Dependent
public class Accounts {

    private final EntityManager manager;

    @Inject
    public Accounts(EntityManager manager) {
        this.manager = manager;
    }

    /** The account with this address, in lower case. */
    public Optional<Account> byEmail(String email) {
        return manager.createQuery("select a from Account a where a.email = :email", Account.class)
                .setParameter("email", email)
                .getResultStream()
                .findFirst();
    }

    /** One account. */
    public Optional<Account> find(UUID accountId) {
        return Optional.ofNullable(manager.find(Account.class, accountId));
    }

    /** The verification link with this token's hash. */
    public Optional<EmailVerification> verification(byte[] tokenHash) {
        return manager.createQuery(
                        "select v from EmailVerification v where v.tokenHash = :hash", EmailVerification.class)
                .setParameter("hash", tokenHash)
                .getResultStream()
                .findFirst();
    }

    /** The session with this token's hash. */
    public Optional<Session> session(byte[] tokenHash) {
        return manager.createQuery("select s from Session s where s.tokenHash = :hash", Session.class)
                .setParameter("hash", tokenHash)
                .getResultStream()
                .findFirst();
    }

    /** Adds an account. */
    public void add(Account account) {
        manager.persist(account);
        manager.flush();
    }

    /** Adds a verification link. */
    public void add(EmailVerification verification) {
        manager.persist(verification);
    }

    /** Adds a session. */
    public void add(Session session) {
        manager.persist(session);
    }
}
