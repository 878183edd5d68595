package io.frontless.workspace.entity;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the installation's directory: where workspaces live that are, were or will be elsewhere than in the shared database; and who to ask there. */
@Dependent
public class PlacementRows {

    private final Lookups lookups;
    private final Statements statements;

    @Inject
    public PlacementRows(Lookups lookups, Statements statements) {
        this.lookups = lookups;
        this.statements = statements;
    }

    /** An entry; {@code phase} is null where nothing is under way. */
    public record Row(
            UUID workspaceId, String database, @Nullable String phase) {}

    /** The whole directory, for a worker's context; in no transaction. */
    public List<Row> all(String worker) {
        return lookups.allIn(
                TransactionDatabase.SHARED,
                row -> new Row(row.getObject(1, UUID.class), row.getString(2), row.getString(3)),
                "select workspace, database, phase from frontless.placements(?)",
                worker);
    }

    /** The workspaces elsewhere that may belong to the person whose context this is. */
    public List<UUID> seats(UUID accountId) {
        return statements.read(
                row -> row.getObject(1, UUID.class),
                "select workspace from frontless.seat where account_id = ? order by workspace",
                accountId);
    }

    /** Notes that one may. */
    public void addSeat(UUID accountId, UUID workspaceId) {
        statements.change(
                "insert into frontless.seat (account_id, workspace) values (?, ?) on conflict do nothing",
                accountId,
                workspaceId);
    }

    /** What the workspace of this transaction last said of where it lives, locked until the end of the transaction. */
    public Place lock(UUID workspaceId) {
        return place(workspaceId, " for no key update of w");
    }

    /** The same, not locked. */
    public Place place(UUID workspaceId) {
        return place(workspaceId, "");
    }

    /** Says it. */
    public void say(UUID workspaceId, String database, @Nullable String copyOn) {
        statements.change(
                "update frontless.workspace set database = ?, copy_on = ?, place_version = place_version + 1"
                        + " where workspace_id = ?",
                database,
                copyOn,
                workspaceId);
    }

    /** Where a workspace says it lives, and where it is: the name of the database that was asked. */
    public record Place(String said, @Nullable String copyOn, long version, String is) {}

    private Place place(UUID workspaceId, String lock) {
        return statements
                .read(
                        row -> new Place(row.getString(1), row.getString(2), row.getLong(3), row.getString(4)),
                        "select w.database, w.copy_on, w.place_version, d.name from frontless.workspace w,"
                                + " frontless.this_database d where w.workspace_id = ?" + lock,
                        workspaceId)
                .get(0);
    }
}
