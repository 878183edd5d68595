package io.frontless.identity.control;

import io.frontless.identity.entity.AccountRows;
import io.frontless.identity.entity.PendingSignIns;
import io.frontless.kernel.Limits;
import io.frontless.vault.control.Digests;
import io.frontless.workspace.control.WorkspaceContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps sign-ins that wait for their second factor: once each, for some minutes, by whoever was given the token. */
@Stateless
public class SecondSteps {

    @Inject
    PendingSignIns rows;

    @Inject
    AccountRows accounts;

    @Inject
    WorkspaceContext context;

    @Inject
    Clock clock;

    /** Lets a sign-in wait. */
    public SecondStep begin(Person person, FactorsView factors) {
        UUID accountId = person.accountId();
        context.enterAccount(accountId);
        String token = SecondStep.token(accountId, Digests.newToken());
        Instant now = clock.instant();
        Instant expiresAt = now.plus(Limits.SECOND_STEP_LIFETIME);
        rows.add(accountId, Digests.sha256(token), now, expiresAt);
        return new SecondStep(
                token, expiresAt, factors.app(), !factors.passkeys().isEmpty());
    }

    /** Whose sign-in waits under this token; none where it was used, has waited too long or never was. */
    public Optional<Person> owner(String token) {
        return SecondStep.account(token).flatMap(accountId -> {
            context.enterAccount(accountId);
            return rows.isOpen(accountId, Digests.sha256(token), clock.instant())
                    ? accounts.findAll(List.of(accountId)).stream()
                            .map(row -> new Person(row.accountId(), row.email(), row.name()))
                            .findFirst()
                    : Optional.empty();
        });
    }

    /** Uses it up; false where another request was first. */
    public boolean use(Person person, String token) {
        context.enterAccount(person.accountId());
        return rows.use(person.accountId(), Digests.sha256(token), clock.instant());
    }
}
