package io.frontless.seal.control;

import io.frontless.kernel.Limits;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.operation.Permission;
import io.frontless.proof.GrowingTree;
import io.frontless.verifier.Entry;
import io.frontless.verifier.Keys;
import io.frontless.verifier.LogSource;
import io.frontless.verifier.SourceException;
import io.frontless.verifier.Verifier;
import io.frontless.workspace.control.Caller;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.EJBException;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Checks whole logs in the background, by the same verifier that everybody can run without this server. What it finds is known to this node until it stops. It
 * is a look at what the database has now; against whoever rules this server, only the verifier elsewhere helps.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Verifications {

    private static final Logger LOG = Logger.getLogger(Verifications.class.getName());

    @Inject
    VerifiedLog log;

    @Inject
    PublicAuditKeys keys;

    @Inject
    Clock clock;

    @Resource
    @Nullable
    ManagedExecutorService executor;

    private final Map<UUID, Verification> latest = new ConcurrentHashMap<>();

    /** The last one of the caller's workspace that this node has begun. */
    public Optional<Verification> latest(Caller caller) {
        caller.require(Permission.EXPORT);
        return Optional.ofNullable(latest.get(caller.workspaceId()));
    }

    /** Begins one, unless one goes on, which is then answered; LIMIT where too many others do. */
    public synchronized Verification begin(Caller caller) {
        caller.require(Permission.EXPORT);
        UUID workspaceId = caller.workspaceId();
        Verification last = latest.get(workspaceId);
        if (last != null && last.running()) {
            return last;
        }
        long others = latest.values().stream().filter(Verification::running).count();
        if (others >= Limits.VERIFICATIONS_MAX) {
            throw Rejection.of(
                    Reason.LIMIT, "verification", "at most " + Limits.VERIFICATIONS_MAX + " at a time", "as many");
        }
        latest.values()
                .removeIf(old -> !old.running()
                        && old.startedAt().isBefore(clock.instant().minus(Limits.VERIFICATION_REMEMBERED)));
        Verification started = Verification.started(clock.instant(), log.head(caller));
        latest.put(workspaceId, started);
        run(caller);
        return started;
    }

    private void run(Caller caller) {
        try {
            if (executor == null) {
                throw new IllegalStateException("the container gave no executor");
            }
            executor.execute(() -> check(caller));
        } catch (RejectedExecutionException e) {
            change(caller, one -> one.failed(clock.instant(), "too much is being worked at; try again later"));
        }
    }

    private void check(Caller caller) {
        try {
            Keys known = Keys.of(keys.pem());
            Verifier.Result result = new Verifier(known, List.of(), false)
                    .verify(new Source(caller), caller.workspaceId().toString());
            change(caller, one -> one.ended(clock.instant(), result.findings()));
        } catch (Rejection rejection) {
            change(caller, one -> one.failed(clock.instant(), rejection.message()));
        } catch (EJBException | PersistenceException | SourceException | IllegalStateException e) {
            LOG.log(Level.WARNING, e, () -> "the log of workspace " + caller.workspaceId() + " could not be checked");
        } finally {
            // Whatever ended it: one that seems to go on would keep the next from beginning.
            change(
                    caller,
                    one -> one.running() ? one.failed(clock.instant(), "the log could not be read to its end") : one);
        }
    }

    private void change(Caller caller, UnaryOperator<Verification> change) {
        latest.computeIfPresent(caller.workspaceId(), (id, one) -> change.apply(one));
    }

    /** The caller's workspace, up to the head with which the check began. */
    private final class Source implements LogSource {
        private final Caller caller;

        Source(Caller caller) {
            this.caller = caller;
        }

        @Override
        public List<String> workspaces() {
            return List.of(caller.workspaceId().toString());
        }

        @Override
        public void read(String workspace, Reader reader) {
            reader.begin(new GrowingTree());
            Optional.ofNullable(latest.get(caller.workspaceId()))
                    .map(Verification::head)
                    .ifPresent(head -> {
                        reader.head(head);
                        entries(reader, head.head().size());
                    });
            log.strays(caller).forEach(reader::unsealed);
        }

        private void entries(Reader reader, long size) {
            for (long at = 0; at < size; at = Math.min(size, at + Limits.BATCH_STEPS)) {
                List<Entry> entries = log.entries(caller, at, size);
                reader.entries(entries);
                long done = Math.min(size, at + Limits.BATCH_STEPS);
                change(caller, one -> one.at(done));
            }
        }
    }
}
