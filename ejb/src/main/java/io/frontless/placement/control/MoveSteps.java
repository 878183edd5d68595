package io.frontless.placement.control;

import io.frontless.engine.control.CommandGateway;
import io.frontless.kernel.Actor;
import io.frontless.kernel.Limits;
import io.frontless.operation.ConfirmMove;
import io.frontless.operation.MoveWorkspace;
import io.frontless.operation.Operation;
import io.frontless.placement.entity.MovedAccounts;
import io.frontless.placement.entity.OwnerConnections;
import io.frontless.placement.entity.Placements;
import io.frontless.placement.entity.Placements.Row;
import io.frontless.placement.entity.Residence;
import io.frontless.placement.entity.Residence.Standing;
import io.frontless.placement.entity.Residents;
import io.frontless.placement.entity.WorkspaceCopy;
import io.frontless.workspace.control.Access;
import io.frontless.workspace.control.Caller;
import io.frontless.workspace.control.Places;
import io.frontless.workspace.control.WorkspaceContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The steps of a move (ADR 39), each of which can be done again. Up to the change of the directory the workspace lives where it was, after it where it was
 * moved to; nothing in between serves it from two databases.
 */
@Dependent
public class MoveSteps {

    private static final Logger LOG = Logger.getLogger(MoveSteps.class.getName());

    private final PlacementConfig config;
    private final OwnerConnections owners;
    private final WorkspaceContext context;
    private final CommandGateway gateway;
    private final Places places;

    @Inject
    public MoveSteps(
            PlacementConfig config,
            OwnerConnections owners,
            WorkspaceContext context,
            CommandGateway gateway,
            Places places) {
        this.config = config;
        this.owners = owners;
        this.context = context;
        this.gateway = gateway;
        this.places = places;
    }

    /** Takes up what is under way where it was left; {@code shared} is the mover's own connection, of which its lock is a part. */
    void carryOn(Connection shared, Row row) throws SQLException {
        LOG.info(() -> "workspace " + row.workspaceId() + ": " + row.phase() + " " + row.movingTo());
        switch (Objects.requireNonNull(row.phase(), "something is under way")) {
            case ASKED, COPYING -> {
                if (moved(shared, row)) {
                    finish(shared, Placements.find(shared, row.workspaceId()).orElseThrow());
                }
            }
            case ARRIVED -> finish(shared, row);
            case CONFIRMED -> deleteCopy(shared, row);
        }
    }

    /** Whether it lives in the new place now. */
    private boolean moved(Connection shared, Row row) throws SQLException {
        try {
            move(shared, row);
            return true;
        } catch (SQLException | RuntimeException e) {
            LOG.log(Level.WARNING, e, () -> "workspace " + row.workspaceId() + " is not moved");
            giveUp(shared, row, String.valueOf(e.getMessage()));
            return false;
        }
    }

    private void move(Connection shared, Row row) throws SQLException {
        UUID workspaceId = row.workspaceId();
        String to = Objects.requireNonNull(row.movingTo(), "a move has a target");
        try (Connection source = open(row.database());
                Connection target = open(to)) {
            Placements.copying(shared, workspaceId);
            shared.commit();
            Residence.set(source, workspaceId, Standing.READ_ONLY);
            source.commit();
            Residence.awaitEmpty(source, workspaceId);

            enter(source, row.database(), workspaceId);
            if (!to.equals(Places.SHARED)) {
                MovedAccounts.seat(shared, workspaceId, MovedAccounts.members(source, workspaceId));
                shared.commit();
            }
            copy(shared, source, target, row);
            source.rollback();

            leave(shared, source, row);
        }
    }

    /** All or nothing, also of what an earlier attempt left. */
    private void copy(Connection shared, Connection source, Connection target, Row row) throws SQLException {
        UUID workspaceId = row.workspaceId();
        String to = Objects.requireNonNull(row.movingTo(), "a move has a target");
        long end = System.nanoTime() + Limits.WORKSPACE_HELD_MAX.toNanos();
        WorkspaceCopy copy = new WorkspaceCopy(workspaceId, () -> System.nanoTime() - end > 0);
        enter(target, to, workspaceId);
        Residence.set(target, workspaceId, Standing.LEAVING);
        long cleared = copy.clear(target);
        Residence.set(target, workspaceId, Standing.CLOSED);
        copyAccounts(shared, source, target, row);
        copy.advanceCounters(source, target);
        copy.copy(source, target);
        target.commit();
        LOG.info(() -> "workspace " + workspaceId + " is copied to " + to + ", where " + cleared + " rows were before");
    }

    /** Closes the old place and changes the directory; where both are in the shared database, at once. */
    private static void leave(Connection shared, Connection source, Row row) throws SQLException {
        UUID workspaceId = row.workspaceId();
        if (row.database().equals(Places.SHARED)) {
            Residence.set(shared, workspaceId, Standing.CLOSED);
        } else {
            Residence.set(source, workspaceId, Standing.CLOSED);
            source.commit();
        }
        if (Places.SHARED.equals(row.movingTo())) {
            Residence.unset(shared, workspaceId);
        }
        Placements.arrive(shared, row);
        shared.commit();
    }

    /** Opens the new place and has it written down there. */
    private void finish(Connection shared, Row row) throws SQLException {
        UUID workspaceId = row.workspaceId();
        boolean dedicated = !row.database().equals(Places.SHARED);
        if (dedicated) {
            try (Connection target = open(row.database())) {
                enter(target, row.database(), workspaceId);
                copyAccounts(shared, target, target, row);
                Residence.set(target, workspaceId, Standing.OPEN);
                target.commit();
            }
        }
        places.forget();
        record(row, new MoveWorkspace(row.database()), said -> said.database().equals(row.database()));
        if (!dedicated) {
            MovedAccounts.unseat(shared, workspaceId);
        }
        Placements.rest(shared, workspaceId, null);
        shared.commit();
        LOG.info(() -> "workspace " + workspaceId + " lives in the database " + row.database());
    }

    private void deleteCopy(Connection shared, Row row) throws SQLException {
        UUID workspaceId = row.workspaceId();
        String where = Objects.requireNonNull(row.copyOn(), "there is a copy");
        if (where.equals(row.database())) {
            throw new IllegalStateException("a workspace is never deleted where it lives");
        }
        try (Connection copied = open(where)) {
            enter(copied, where, workspaceId);
            Residence.set(copied, workspaceId, Standing.LEAVING);
            long rows = new WorkspaceCopy(workspaceId, () -> false).clear(copied);
            Residence.set(copied, workspaceId, Standing.CLOSED);
            copied.commit();
            LOG.info(() -> "workspace " + workspaceId + ": " + rows + " rows of its copy in " + where + " are deleted");
        }
        record(row, new ConfirmMove(where), said -> said.copyOn() == null);
        Placements.forgetCopy(shared, workspaceId);
        shared.commit();
    }

    /** Serves it from where it was. What the directory says now decides: the answer to its change may be what was lost. */
    private void giveUp(Connection shared, Row row, String why) throws SQLException {
        shared.rollback();
        Row now = Placements.find(shared, row.workspaceId()).orElseThrow();
        if (!now.database().equals(row.database())) {
            return;
        }
        try (Connection source = open(row.database())) {
            if (row.database().equals(Places.SHARED)) {
                Residence.unset(source, row.workspaceId());
            } else {
                Residence.set(source, row.workspaceId(), Standing.OPEN);
            }
            source.commit();
        }
        Placements.rest(shared, row.workspaceId(), why);
        shared.commit();
    }

    private void copyAccounts(Connection shared, Connection members, Connection target, Row row) throws SQLException {
        String to = row.movingTo() == null ? row.database() : row.movingTo();
        if (!to.equals(Places.SHARED)) {
            List<UUID> accounts = MovedAccounts.members(members, row.workspaceId());
            MovedAccounts.copy(shared, target, accounts);
        }
    }

    /** Through the one door, as everything else; what was written down before a crash is not written down again. */
    private void record(Row row, Operation operation, Predicate<Residents.Said> done) throws SQLException {
        try (Connection owner = open(row.database())) {
            enter(owner, row.database(), row.workspaceId());
            if (done.test(Residents.said(owner, row.workspaceId()))) {
                return;
            }
        }
        gateway.operate(new Caller(row.workspaceId(), Actor.operator(row.askedBy()), Access.operating()), operation);
    }

    private Connection open(String database) throws SQLException {
        Connection connection = owners.open(config.way(database));
        try {
            Residents.requireName(connection, database);
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private void enter(Connection connection, String database, UUID workspaceId) throws SQLException {
        OwnerConnections.enter(connection, context.ofWorkspace(database, workspaceId));
    }
}
