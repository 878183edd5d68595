package io.frontless.federation.control;

import io.frontless.engine.control.Errands;
import io.frontless.federation.entity.IdentityRows.Subject;
import io.frontless.federation.entity.ProviderRows;
import io.frontless.identity.control.MailDomains;
import io.frontless.identity.control.Person;
import io.frontless.identity.control.Presence;
import io.frontless.identity.control.ProviderAccess;
import io.frontless.kernel.Actor;
import io.frontless.kernel.Rejection;
import io.frontless.operation.AdmitMember;
import io.frontless.operation.LinkIdentity;
import io.frontless.operation.Operation;
import io.frontless.workspace.control.Caller;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Decides who a provider's subject is here. Somebody known by it comes in while their membership lets them. Anybody else needs an address that the provider has
 * verified and may speak for; an account that is there already is only taken for theirs once its own password has been given in this browser.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ProviderAdmission {

    @Inject
    ProviderWork work;

    @Inject
    ProviderAccess access;

    @Inject
    Errands errands;

    @Inject
    MailDomains mailDomains;

    /** Who comes in, or why nobody does; {@code proven} where the person had already signed in by password. */
    public record Decision(
            @Nullable Person person,
            boolean proven,
            @Nullable Problem problem) {

        static Decision no(Problem problem) {
            return new Decision(null, false, problem);
        }

        Person admitted() {
            return Objects.requireNonNull(person, "nobody was admitted");
        }
    }

    /** Decides, and makes account, membership and link where they are missing. */
    public Decision decide(
            Caller connection, ProviderRows.Terms terms, Subject subject, IdToken token, @Nullable Presence presence) {
        Optional<UUID> linked = work.linked(connection, subject);
        if (linked.isPresent()) {
            return work.standing(connection, linked.get()).active()
                    ? access.byId(linked.get())
                            .map(person -> new Decision(person, false, null))
                            .orElseGet(() -> Decision.no(Problem.NOT_A_MEMBER))
                    : Decision.no(Problem.NOT_A_MEMBER);
        }
        Optional<String> email = token.verifiedEmail().flatMap(address -> spokenFor(address, terms));
        return email.isEmpty()
                ? Decision.no(Problem.ADDRESS)
                : first(connection, terms, subject, new Newcomer(email.get(), token.name(), presence));
    }

    /** Somebody whom the provider names for the first time. */
    private record Newcomer(
            String email, Optional<String> name, @Nullable Presence presence) {

        boolean hasProven(Person person) {
            return presence != null
                    && presence.isWhole()
                    && presence.person().accountId().equals(person.accountId());
        }
    }

    private Decision first(Caller connection, ProviderRows.Terms terms, Subject subject, Newcomer newcomer) {
        Optional<Person> known = access.byAddress(newcomer.email());
        ProviderWork.Standing standing =
                work.standing(connection, known.map(Person::accountId).orElse(null));
        Optional<ProviderWork.Named> named = work.named(connection, newcomer.email());
        boolean mayEnter = standing.known()
                ? standing.active()
                : named.map(ProviderWork.Named::active).orElse(terms.admits());
        if (!mayEnter) {
            return Decision.no(Problem.NOT_A_MEMBER);
        }
        if (known.isPresent() && !newcomer.hasProven(known.get())) {
            return Decision.no(Problem.PROVE_ACCOUNT);
        }
        Person person = known.orElseGet(() -> access.create(
                connection.actor(), newcomer.email(), newcomer.name().orElse(newcomer.email())));
        List<Operation> operations = new ArrayList<>();
        if (!standing.known()) {
            String role = named.map(ProviderWork.Named::role).orElse(terms.role());
            operations.add(new AdmitMember(person.accountId(), role));
        }
        operations.add(new LinkIdentity(subject.providerId(), subject.issuer(), subject.subject(), person.accountId()));
        Actor forThem = connection.actor().actingFor(person.principal());
        Caller provider = new Caller(connection.workspaceId(), forThem, connection.access());
        errands.run(provider, "Sign-in through " + terms.label(), operations);
        return new Decision(person, known.isPresent(), null);
    }

    /** The address in its one form, if it is of a domain that the provider may speak for. */
    private Optional<String> spokenFor(String given, ProviderRows.Terms terms) {
        try {
            String email = mailDomains.require(given);
            String domain = email.substring(email.lastIndexOf('@') + 1);
            return ProviderState.domains(terms).contains(domain) ? Optional.of(email) : Optional.empty();
        } catch (Rejection none) {
            return Optional.empty();
        }
    }
}
