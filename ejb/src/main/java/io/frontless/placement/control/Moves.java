package io.frontless.placement.control;

import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.placement.entity.OwnerConnections;
import io.frontless.placement.entity.Placements;
import io.frontless.placement.entity.Residents;
import io.frontless.workspace.control.Places;
import io.frontless.workspace.control.WorkspaceContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What the operator asks for: it is noted in the directory, and done by the {@link Mover}, also after a crash. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Moves {

    @Inject
    PlacementConfig config;

    @Inject
    OwnerConnections owners;

    @Inject
    WorkspaceContext context;

    @Inject
    Places places;

    /** Asks for a move to a database, the shared one among them. */
    public PlacementView move(UUID workspaceId, String database, String operator) {
        requireConfigured(database);
        return inDirectory(shared -> {
            Placements.Row row = Placements.lock(shared, workspaceId, operator);
            requireThere(row);
            requireRest(row);
            if (row.database().equals(database)) {
                throw Rejection.conflict("database", "another one than it is in", database);
            }
            if (row.copyOn() != null && !row.copyOn().equals(database)) {
                throw Rejection.conflict(
                        "database", row.copyOn() + ", or that the last move is confirmed first", database);
            }
            Placements.ask(shared, workspaceId, database, operator);
            return Placements.find(shared, workspaceId).orElseThrow();
        });
    }

    /** Asks for the deletion of the copy that the last move left. */
    public PlacementView confirm(UUID workspaceId, String operator) {
        return inDirectory(shared -> {
            Placements.Row row = Placements.lock(shared, workspaceId, operator);
            requireThere(row);
            requireRest(row);
            if (row.copyOn() == null) {
                throw Rejection.conflict("workspace", "one of which a copy is kept", workspaceId);
            }
            Placements.confirm(shared, workspaceId, operator);
            return Placements.find(shared, workspaceId).orElseThrow();
        });
    }

    /** Where a workspace lives: one that the directory does not name, in the shared database; NOT_FOUND where it is not there either. */
    public PlacementView view(UUID workspaceId) {
        return inDirectory(shared -> Placements.find(shared, workspaceId).orElseGet(() -> {
            Placements.Row unmoved = new Placements.Row(workspaceId, Places.SHARED, null, null, null, "", null);
            requireThere(unmoved);
            return unmoved;
        }));
    }

    private interface Work {
        Placements.Row in(Connection shared) throws SQLException;
    }

    private PlacementView inDirectory(Work work) {
        try (Connection shared = owners.open(config.way(Places.SHARED))) {
            Placements.Row row = work.in(shared);
            shared.commit();
            places.forget();
            return new PlacementView(
                    row.workspaceId(),
                    row.database(),
                    row.movingTo(),
                    row.phase() == null ? null : row.phase().name(),
                    row.copyOn(),
                    row.failure());
        } catch (SQLException e) {
            throw unreachable(Places.SHARED, e);
        }
    }

    private void requireConfigured(String database) {
        if (!database.equals(Places.SHARED) && !config.databases().contains(database)) {
            List<String> known = new ArrayList<>(List.of(Places.SHARED));
            known.addAll(config.databases());
            throw Rejection.invalid("database", "one of " + String.join(", ", known), database);
        }
    }

    /** Asked where it lives. Scopes of accounts are no workspaces to anybody but their person. */
    private void requireThere(Placements.Row row) {
        try (Connection owner = owners.open(config.way(row.database()))) {
            OwnerConnections.enter(owner, context.ofWorkspace(row.database(), row.workspaceId()));
            if (!Residents.isThere(owner, row.workspaceId())) {
                throw new Rejection(Reason.NOT_FOUND, "there is no workspace " + row.workspaceId());
            }
        } catch (SQLException e) {
            throw unreachable(row.database(), e);
        }
    }

    private static void requireRest(Placements.Row row) {
        if (row.phase() != null) {
            throw Rejection.conflict("workspace", "one of which nothing is under way", row.phase());
        }
    }

    private static Rejection unreachable(String database, SQLException cause) {
        Rejection rejection = new Rejection(Reason.UNAVAILABLE, "the database " + database + " does not answer");
        rejection.initCause(cause);
        return rejection;
    }
}
