package io.frontless.audit.control;

import io.frontless.audit.entity.RetentionRows;
import io.frontless.engine.control.CommandGateway;
import io.frontless.kernel.Actor;
import io.frontless.kernel.Rejection;
import io.frontless.operation.RemoveArchived;
import io.frontless.proof.ExportFormat;
import io.frontless.proof.Sha256;
import io.frontless.seal.control.EventExports;
import io.frontless.seal.control.ExportRows;
import io.frontless.seal.control.PublicAuditKeys;
import io.frontless.verifier.ExportLog;
import io.frontless.verifier.Keys;
import io.frontless.verifier.SourceException;
import io.frontless.verifier.Verifier;
import io.frontless.workspace.control.Access;
import io.frontless.workspace.control.Caller;
import io.frontless.workspace.control.Places;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Archives every hour what is older than workspaces keep it, and then removes it. First the file is on the disk, then the verifier has accepted it, then an event names it by its hash,
 * and with that event the rows go: wherever this ends, nothing is lost, and the next round goes on.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RetentionRounds {

    private static final Logger LOG = Logger.getLogger(RetentionRounds.class.getName());
    private static final String NAME = "Retention";

    @Inject
    Places places;

    @Inject
    RetentionConfig config;

    @Inject
    RetentionSearch search;

    @Inject
    EventExports exports;

    @Inject
    PublicAuditKeys keys;

    @Inject
    CommandGateway gateway;

    private final ReentrantLock working = new ReentrantLock();

    /** One round, unless the last one still goes on. */
    @Schedule(hour = "*", minute = "23", persistent = false)
    public void round() {
        if (config.hasDirectory() && working.tryLock()) {
            try {
                places.databases().forEach(this::retain);
            } finally {
                working.unlock();
            }
        }
    }

    private void retain(String database) {
        try {
            search.limited(database).forEach(this::retain);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, e, () -> "the logs of the database " + database + " are archived later");
        }
    }

    private void retain(UUID workspaceId) {
        try {
            archive(workspaceId);
        } catch (IOException | SourceException | RuntimeException e) {
            LOG.log(Level.WARNING, e, () -> "the log of workspace " + workspaceId + " is archived later");
        }
    }

    /** Archives and removes all that is due of one workspace. */
    public void archive(UUID workspaceId) throws IOException, SourceException {
        for (RetentionRows.Archive left : search.leftovers(workspaceId)) {
            remove(workspaceId, left);
        }
        Optional<RetentionSearch.Due> due = search.due(workspaceId);
        while (due.isPresent()) {
            remove(workspaceId, written(workspaceId, due.get()));
            due = search.due(workspaceId);
        }
    }

    private RetentionRows.Archive written(UUID workspaceId, RetentionSearch.Due due)
            throws IOException, SourceException {
        long from = due.from();
        Path file = config.folder(workspaceId)
                .resolve("archive-%012d-%012d.%s".formatted(from, due.to(), ExportFormat.JSONL.suffix()));
        ExportRows.Plan plan = exports.planWhole(workspaceId, from, due.to() - from);
        WholeFile.write(file, out -> exports.writeWhole(workspaceId, plan, ExportFormat.JSONL, out));
        Verifier.Result result = new Verifier(Keys.of(keys.pem()), List.of(), false)
                .verify(new ExportLog(file, ExportFormat.JSONL), workspaceId.toString());
        if (!result.isGood() || result.rows() != due.to() - from) {
            throw Rejection.conflict("archive", "one that the verifier accepts", result.findings());
        }
        return new RetentionRows.Archive(from, due.to(), String.valueOf(file.getFileName()), Sha256.ofFile(file), 0);
    }

    private void remove(UUID workspaceId, RetentionRows.Archive archive) {
        gateway.operate(
                new Caller(workspaceId, Actor.operator(NAME), Access.removing()),
                new RemoveArchived(archive.from(), archive.to(), archive.file(), archive.sha256()));
    }
}
