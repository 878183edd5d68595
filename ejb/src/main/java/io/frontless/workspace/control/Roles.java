package io.frontless.workspace.control;

import io.frontless.kernel.Json;
import io.frontless.operation.Grant;
import io.frontless.operation.Params;
import io.frontless.workspace.entity.RoleRows;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The roles that a workspace has made itself, inside somebody else's transaction, which has entered the workspace. */
@Dependent
public class Roles {

    private final RoleRows rows;

    @Inject
    public Roles(RoleRows rows) {
        this.rows = rows;
    }

    /**
     * A role of the workspace's own.
     *
     * @param version counts its changes, from 1
     */
    public record Kept(Role role, long version, boolean deleted) {}

    /** Those that are not deleted, by label. */
    public List<Kept> living(UUID workspaceId) {
        return rows.living(workspaceId).stream().map(Roles::kept).toList();
    }

    /** One, deleted or not. */
    public Optional<Kept> find(UUID workspaceId, String key) {
        return rows.find(workspaceId, key).map(Roles::kept);
    }

    /** What a role allows, ready made or not; nothing where it is not there any more. */
    public Access access(UUID workspaceId, String key) {
        return Role.readyMade(key)
                .or(() -> find(workspaceId, key).filter(kept -> !kept.deleted()).map(Kept::role))
                .map(Role::access)
                .orElseGet(() -> new Access(key, List.of()));
    }

    /** One, deleted or not, locked until the end of the transaction. */
    public Optional<Kept> lock(UUID workspaceId, String key) {
        return rows.lock(workspaceId, key).map(Roles::kept);
    }

    /** A role that can be given, ready made or not, kept from being deleted until the end of the transaction. */
    public Optional<Role> lockLiving(UUID workspaceId, String key) {
        return Role.READY_MADE.stream()
                .filter(ready -> ready.key().equals(key))
                .findFirst()
                .or(() -> lock(workspaceId, key).filter(kept -> !kept.deleted()).map(Kept::role));
    }

    /** Adds one. */
    public void add(UUID workspaceId, Role role) {
        rows.add(workspaceId, role.key(), role.label(), json(role));
    }

    /** Replaces label and grants. */
    public void change(UUID workspaceId, Role role) {
        rows.change(workspaceId, role.key(), role.label(), json(role));
    }

    /** Leaves a tombstone. */
    public void delete(UUID workspaceId, String key) {
        rows.delete(workspaceId, key);
    }

    /** Takes the tombstone away. */
    public void restore(UUID workspaceId, String key) {
        rows.restore(workspaceId, key);
    }

    /** The grants of a role of a workspace's own, as its row keeps them. */
    public static List<Grant> grantsOf(String json) {
        return Grant.listFrom(new Params("", Json.readObject(json)), "grants");
    }

    private static String json(Role role) {
        return Json.write(
                Map.of("grants", role.grants().stream().map(Grant::params).toList()));
    }

    private static Kept kept(RoleRows.Row row) {
        return new Kept(new Role(row.role(), row.label(), grantsOf(row.grants())), row.version(), row.deleted());
    }
}
