package io.frontless.identity.entity;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads and writes accounts, registrations and sessions. */
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

    /** Those of the accounts that exist. */
    public List<Account> findAll(Collection<UUID> accountIds) {
        return accountIds.isEmpty()
                ? List.of()
                : manager.createQuery("select a from Account a where a.id in :ids", Account.class)
                        .setParameter("ids", accountIds)
                        .getResultList();
    }

    /** The registration with this token's hash, locked: a link is used once. */
    public Optional<PendingRegistration> registration(byte[] tokenHash) {
        return manager.createQuery(
                        "select r from PendingRegistration r where r.tokenHash = :hash", PendingRegistration.class)
                .setParameter("hash", tokenHash)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
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

    /** Adds a registration. */
    public void add(PendingRegistration registration) {
        manager.persist(registration);
    }

    /** Adds a session. */
    public void add(Session session) {
        manager.persist(session);
    }
}
